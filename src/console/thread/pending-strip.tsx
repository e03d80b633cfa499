import { Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../components/icons.tsx';
import { useDeskWords } from './desk-words.ts';
import { type PendingSend, sendNow, undoSend } from './pending-sends.ts';
import styles from './pending-strip.module.css';

/** In place of the field while an answer is held back: how long it can still be undone. */
export function PendingStrip({ pending, undone }: { pending: PendingSend; undone: () => void }) {
  const words = useDeskWords();
  const undoing = useRef<HTMLButtonElement>(null);
  const [seconds, setSeconds] = useState(secondsLeft(pending));
  useInterval(() => setSeconds(secondsLeft(pending)), 250, { autoInvoke: true });
  const { reference, state } = pending;

  // The field that had the focus is gone; one key undoes, another sends at once.
  useEffect(() => undoing.current?.focus(), []);

  return (
    <div className={styles.strip}>
      <p className={styles.text}>{pending.reply.text}</p>
      <div className={styles.line}>
        <output className={styles.words}>
          <Icon name="send" size={15} /> {state === 'held' ? words.sendingIn(seconds) : words.sendingNow}
        </output>
        <Button
          ref={undoing}
          size="compact-sm"
          variant="default"
          disabled={state !== 'held'}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            sendNow(reference);
          }}
          onClick={() => {
            undoSend(reference);
            undone();
          }}
        >
          {words.undo}
        </Button>
        <Button size="compact-sm" variant="subtle" loading={state === 'sending'} onClick={() => sendNow(reference)}>
          {words.sendNow}
        </Button>
      </div>
    </div>
  );
}

function secondsLeft({ goesAtMs }: PendingSend): number {
  return Math.max(0, Math.ceil((goesAtMs - performance.now()) / 1000));
}
