import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { type AfterReply, sendReply, writeNote } from '../data/api.ts';
import { Problem } from '../data/problem.ts';
import { caseQuery } from '../data/queries.ts';
import { newKey } from '../data/request-key.ts';
import type { Mode } from './use-draft.ts';

export interface Written {
  mode: Mode;
  text: string;
  then: AfterReply;
}

interface Attempt {
  of: string;
  key: string;
  seenEventOrdinal: number;
}

/**
 * Sends a reply or keeps a note. Pressing again after a lost answer repeats the very same request with its key, so
 * that the enterprise does not read one reply twice; after a refusal it is a new request.
 */
export function useSend({ reference, lastEventOrdinal }: CaseDetail, sent: (written: Written) => void) {
  const queryClient = useQueryClient();
  const unanswered = useRef<Attempt | null>(null);

  function attemptAt(written: Written): Attempt {
    const of = JSON.stringify(written);
    if (unanswered.current?.of === of) return unanswered.current;
    unanswered.current = { of, key: newKey(), seenEventOrdinal: lastEventOrdinal };
    return unanswered.current;
  }

  return useMutation({
    mutationFn: (written: Written) => {
      const { key, seenEventOrdinal } = attemptAt(written);
      const { mode, text, then } = written;
      return mode === 'note'
        ? writeNote(reference, text, key)
        : sendReply(reference, { text, then, seenEventOrdinal }, key);
    },
    onSuccess: (after, written) => {
      unanswered.current = null;
      queryClient.setQueryData(caseQuery(reference).queryKey, after);
      sent(written);
    },
    onError: (error) => {
      if (error instanceof Problem) unanswered.current = null;
      // Somebody was quicker, or the answer was lost: show what the case looks like now.
      void queryClient.invalidateQueries({ queryKey: caseQuery(reference).queryKey });
    },
  });
}
