import { useDebouncedCallback } from '@mantine/hooks';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { readStored, writeStored } from '../stored.ts';
import { besideQuery, keepDraft, type Mode } from './beside.ts';
import { draftsPrefix, keptText, keptTextKey } from './kept-text.ts';

interface Written {
  text: string;
  /** The newest event the officer had seen when these words were begun; a colleague's answer since then is told. */
  seen: number;
}

const nothing: Written = { text: '', seen: 0 };
const saveAfterMs = 800;

/**
 * What is being written on a case. The server keeps it, and this browser until the server has it. A reply and a note are
 * kept apart, so that a remark for colleagues never slips into an answer.
 */
export function useDraft({ reference, lastEventOrdinal }: Pick<CaseDetail, 'reference' | 'lastEventOrdinal'>) {
  const queryClient = useQueryClient();
  const { data: beside } = useQuery(besideQuery(reference));
  const [mode, setMode] = useState<Mode>(readStored(modeKey(reference)) === 'note' ? 'note' : 'reply');
  // Null until something was written here: what the server has is shown meanwhile.
  const [written, setWritten] = useState<Record<Mode, Written | null>>({
    reply: unsaved(reference, 'reply'),
    note: unsaved(reference, 'note'),
  });
  const save = useDebouncedCallback(keep, { delay: saveAfterMs, flushOnUnmount: true });

  const kept = beside?.drafts.find((draft) => draft.mode === mode);
  const current = written[mode] ?? (kept === undefined ? nothing : { text: kept.text, seen: kept.seenEventOrdinal });

  useEffect(() => {
    window.addEventListener('pagehide', save.flush);
    return () => window.removeEventListener('pagehide', save.flush);
  }, [save]);

  function keep(of: Mode, { text, seen }: Written): void {
    keepDraft(reference, of, text, seen).then(
      () => {
        if (keptText(reference, of)?.text === text) writeStored(keptTextKey(reference, of), null);
      },
      // It stays in this browser, and is tried again with the next word.
      () => undefined,
    );
  }

  function put(of: Mode, next: Written): void {
    setWritten((before) => ({ ...before, [of]: next }));
    writeStored(keptTextKey(reference, of), next.text === '' ? null : JSON.stringify(next));
    save(of, next);
  }

  return {
    mode,
    text: current.text,
    seen: current.text === '' ? lastEventOrdinal : current.seen,
    choose(next: Mode): void {
      save.flush();
      setMode(next);
      writeStored(modeKey(reference), next === 'note' ? next : null);
    },
    write(text: string): void {
      put(mode, { text, seen: current.text === '' ? lastEventOrdinal : current.seen });
    },
    /** The officer has looked at what came meanwhile. */
    haveSeen(): void {
      put(mode, { text: current.text, seen: lastEventOrdinal });
    },
    /** Words that are the officer's by now without having been written here. */
    adopt(text: string): void {
      setWritten((before) => ({ ...before, reply: { text, seen: lastEventOrdinal } }));
      void queryClient.invalidateQueries({ queryKey: besideQuery(reference).queryKey });
    },
    /** Clears what was sent, unless it was changed while it was on its way. The server dropped its copy with the sending. */
    clear(sent: { mode: Mode; text: string }): void {
      save.cancel();
      forgetSent(queryClient, reference, sent);
      setWritten((before) => {
        const here = before[sent.mode];
        return here === null || here.text === sent.text ? { ...before, [sent.mode]: nothing } : before;
      });
    },
  };
}

/** Leaves nothing of what was sent in this browser, whether or not its case is still open. */
export function forgetSent(
  queryClient: QueryClient,
  reference: string,
  { mode, text }: { mode: Mode; text: string },
): void {
  queryClient.setQueryData(besideQuery(reference).queryKey, (before) => {
    if (before === undefined) return before;
    return { ...before, drafts: before.drafts.filter((draft) => draft.mode !== mode || draft.text !== text) };
  });
  if (keptText(reference, mode)?.text === text) writeStored(keptTextKey(reference, mode), null);
}

function unsaved(reference: string, mode: Mode): Written | null {
  const kept = keptText(reference, mode);
  return kept === null ? null : { text: kept.text, seen: kept.seen };
}

function modeKey(reference: string): string {
  return `${draftsPrefix}${reference}:mode`;
}
