import { Button, CloseButton } from '@mantine/core';
import type { BulkDeed, BulkOutcome } from '../../http/bulk-routes.ts';
import { Refusal } from '../components/refusal.tsx';
import { useLabelWords } from '../labels/words.ts';
import styles from './bulk-bar.module.css';
import type { Asking } from './bulk-dialogs.tsx';
import { useInboxWords } from './inbox-words.ts';

interface BulkBarProps {
  count: number;
  outcome: BulkOutcome | null;
  error: unknown;
  isBusy: boolean;
  act: (deed: BulkDeed) => void;
  ask: (asking: Asking) => void;
  clear: () => void;
}

/** Rises when cards are chosen, and stays while there is something to tell of what was done. */
export function BulkBar({ count, outcome, error, isBusy, act, ask, clear }: BulkBarProps) {
  const words = useInboxWords();
  const labelWords = useLabelWords();
  return (
    <section aria-label={words.chosenBar} className={styles.bar}>
      <div className={styles.line}>
        <strong>{count > 0 ? words.chosen(count) : words.chosenBar}</strong>
        <CloseButton size="sm" aria-label={words.unchoose} onClick={clear} />
      </div>
      {count > 0 && (
        <div className={styles.buttons}>
          <Button size="compact-sm" disabled={isBusy} onClick={() => act({ kind: 'take' })}>
            {words.take}
          </Button>
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => ask('assign')}>
            {words.assign}
          </Button>
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => ask('note')}>
            {words.note}
          </Button>
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => ask('label')}>
            {labelWords.labelEach}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            onClick={() => act({ kind: 'mark', isRead: true })}
          >
            {words.read}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            onClick={() => act({ kind: 'mark', isRead: false })}
          >
            {words.notRead}
          </Button>
        </div>
      )}
      <Refusal error={error} />
      {outcome !== null && (
        <div role="status" className={styles.outcome}>
          {outcome.done.length > 0 && <p>{words.done(outcome.done.length)}</p>}
          {outcome.refused.length > 0 && (
            <>
              <p className={styles.refused}>{words.refused(outcome.refused.length)}</p>
              <ul>
                {outcome.refused.map(({ reference, detail }) => (
                  <li key={reference}>
                    <span className="figures">{reference}</span>: {detail}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
