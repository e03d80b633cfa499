import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sendReply } from '../data/api.ts';
import { sentenceFor } from '../data/problem.ts';
import { caseQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { useDeskWords } from './desk-words.ts';
import { type PendingSend, sendAllNow, sendBy, undoSend, usePendingSends } from './pending-sends.ts';
import styles from './pending-toasts.module.css';
import { forgetSent } from './use-draft.ts';

/** Sends what is held back, and tells of it wherever the officer went meanwhile. */
export function PendingToasts() {
  const queryClient = useQueryClient();
  const { reference: opened } = useParams({ strict: false });
  const elsewhere = usePendingSends().filter(({ reference }) => reference !== opened);

  useEffect(() => {
    sendBy({
      send: sendReply,
      sent({ reference, reply: { text, uploadIds } }, after) {
        queryClient.setQueryData(caseQuery(reference).queryKey, after);
        forgetSent(queryClient, reference, { mode: 'reply', text, uploadIds });
      },
      // Somebody was quicker, or the answer was lost: show what the case looks like now.
      failed: ({ reference }) => void queryClient.invalidateQueries({ queryKey: caseQuery(reference).queryKey }),
    });
    window.addEventListener('pagehide', sendAllNow);
    return () => window.removeEventListener('pagehide', sendAllNow);
  }, [queryClient]);

  return (
    <div role="status" className={styles.toasts}>
      {elsewhere.map((pending) => (
        <Toast key={pending.reference} pending={pending} />
      ))}
    </div>
  );
}

function Toast({ pending: { reference, state, error } }: { pending: PendingSend }) {
  const words = useDeskWords();
  const phrases = usePhrases();
  return (
    <div className={styles.toast} data-failed={state === 'failed'}>
      <span>{state === 'failed' ? words.notSent(reference) : words.sendingOf(reference)}</span>
      {state === 'failed' && <span className="quiet">{sentenceFor(error, phrases)}</span>}
      {state === 'held' && (
        <Button size="compact-sm" variant="default" onClick={() => undoSend(reference)}>
          {words.undo}
        </Button>
      )}
      <Link to="/cases/$reference" params={{ reference }} search={{}} className="link">
        {words.openCase}
      </Link>
    </div>
  );
}
