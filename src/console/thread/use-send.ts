import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { type Note, type Reply, writeNote } from '../data/api.ts';
import { Problem } from '../data/problem.ts';
import { caseQuery } from '../data/queries.ts';
import { newKey } from '../data/request-key.ts';
import { afterSaving } from './draft-saves.ts';
import { holdSend, type PendingSend } from './pending-sends.ts';

/** Keeps a note. Pressing again after a lost answer repeats the very same request with its key. */
export function useNote({ reference }: Pick<CaseDetail, 'reference'>, kept: (note: Note) => void) {
  const queryClient = useQueryClient();
  const unanswered = useRef<{ said: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (note: Note) => {
      const said = JSON.stringify(note);
      const attempt = unanswered.current?.said === said ? unanswered.current : { said, key: newKey() };
      unanswered.current = attempt;
      return afterSaving(reference, 'note', () => writeNote(reference, note, attempt.key));
    },
    onSuccess: (after, note) => {
      unanswered.current = null;
      queryClient.setQueryData(caseQuery(reference).queryKey, after);
      kept(note);
    },
    onError: (error) => {
      if (error instanceof Problem) unanswered.current = null;
    },
  });
}

/**
 * Holds an answer back for its seconds of undoing. The same words and files after a lost answer are the very same request, so that
 * the enterprise does not read one reply twice; after a refusal it is a new one.
 */
export function hold(reference: string, reply: Reply, before: PendingSend | null): void {
  const isLost = before !== null && before.state === 'failed' && !(before.error instanceof Problem);
  const isSame =
    isLost &&
    before.reply.text === reply.text &&
    before.reply.then === reply.then &&
    before.reply.uploadIds?.join() === reply.uploadIds?.join();
  holdSend(isSame ? before : { reference, reply, key: newKey() });
}
