import { Button } from '@mantine/core';
import type { DraftView } from '../../http/library-draft-views.ts';
import type { LeftoverFate } from './data.ts';
import styles from './drafts.module.css';
import { useLibraryWords } from './words.ts';

interface LeftoversProps {
  leftovers: DraftView['leftovers'];
  fates: readonly LeftoverFate[];
  canInsert: boolean;
  onInsert: (index: number) => void;
  onChange: (fates: readonly LeftoverFate[]) => void;
}

/** What of the file has no place: each piece is put into the text or left out by a person, never by itself. */
export function Leftovers({ leftovers, fates, canInsert, onInsert, onChange }: LeftoversProps) {
  const words = useLibraryWords();
  const decide = (index: number, fate: LeftoverFate) => onChange(fates.map((each, at) => (at === index ? fate : each)));
  const open = fates.filter((fate) => fate === 'open').length;
  return (
    <section aria-label={words.leftovers}>
      <h3 className={styles.subtitle}>
        {words.leftovers} {open > 0 && <span className={styles.count}>{open}</span>}
      </h3>
      {leftovers.length === 0 && <p className={styles.small}>{words.noLeftovers}</p>}
      {open > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          mb="xs"
          onClick={() => onChange(fates.map((fate) => (fate === 'open' ? 'leftOut' : fate)))}
        >
          {words.leaveOutAll}
        </Button>
      )}
      <ul className={styles.leftovers}>
        {leftovers.map(({ line, text, because, leftOutBy }, index) => {
          const fate = fates[index] ?? 'open';
          return (
            <li key={`${String(line)} ${text}`} className={styles.leftover} data-fate={fate}>
              <p lang="vi">{text}</p>
              <p className={styles.small}>
                {words.line(line)} · {words.because[because]}
                {fate === 'leftOut' && ` · ${leftOutBy === null ? words.willLeaveOut : words.leftOut(leftOutBy)}`}
                {fate === 'placed' && ` · ${words.willPlace}`}
              </p>
              <div className={styles.fates}>
                {fate === 'open' && (
                  <>
                    <Button size="compact-xs" variant="default" disabled={!canInsert} onClick={() => onInsert(index)}>
                      {words.insert}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => decide(index, 'leftOut')}>
                      {words.leaveOut}
                    </Button>
                  </>
                )}
                {fate === 'leftOut' && (
                  <Button size="compact-xs" variant="subtle" onClick={() => decide(index, 'open')}>
                    {words.takeBack}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
