import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MessageView } from '../../http/views.ts';
import { besideQuery, markRead } from './beside.ts';

/**
 * Marks the case read as far as it is shown while somebody looks at the page. Answers the first message that was new when
 * the case was opened; null where nothing is, or everything.
 */
export function useReading(reference: string, messages: readonly MessageView[]): number | null {
  const queryClient = useQueryClient();
  const { data: beside } = useQuery(besideQuery(reference));
  const [firstNewId, setFirstNewId] = useState<number | null | undefined>(undefined);
  const marked = useRef(0);
  const newest = messages.at(-1)?.id ?? 0;

  // Kept as it was on opening, though the case counts as read at once.
  if (firstNewId === undefined && beside !== undefined) setFirstNewId(firstNew(messages, beside.seenMessageId));

  const isKnown = firstNewId !== undefined;
  useEffect(() => {
    function mark(): void {
      if (!isKnown || document.hidden || newest <= marked.current) return;
      marked.current = newest;
      markRead(reference, true).then(
        () => queryClient.invalidateQueries({ queryKey: ['marks'] }),
        () => {
          marked.current = 0;
        },
      );
    }
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [isKnown, newest, queryClient, reference]);

  return firstNewId ?? null;
}

function firstNew(messages: readonly MessageView[], seenMessageId: number | null): number | null {
  if (seenMessageId === null) return null;
  return messages.find(({ id, author, isNote }) => id > seenMessageId && (author !== 'bot' || isNote))?.id ?? null;
}
