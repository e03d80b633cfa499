import { VisuallyHidden } from '@mantine/core';
import type { PartChangeView } from '../../http/library-views.ts';
import { Tag } from '../components/tag.tsx';
import type { Tone } from '../time/clock-face.ts';
import styles from './changes.module.css';
import { useLibraryWords } from './words.ts';

const tones: Record<PartChangeView['kind'], Tone> = { added: 'met', removed: 'overdue', changed: 'soon' };

/** The parts that differ, the earlier words beside the later. Removed words are struck out, added ones underlined. */
export function PartChanges({ changes }: { changes: readonly PartChangeView[] }) {
  const words = useLibraryWords();
  return (
    <div className={styles.changes}>
      <div className={styles.columns} aria-hidden="true">
        <span>{words.before}</span>
        <span>{words.after}</span>
      </div>
      {changes.map((change) => (
        <section key={`${change.address} ${change.kind}`} className={styles.change} aria-label={change.address}>
          <h3 className={styles.address}>
            {change.address}
            <Tag tone={tones[change.kind]}>{words.kinds[change.kind]}</Tag>
            {change.movedFrom !== null && <span className={styles.moved}>{words.movedFrom(change.movedFrom)}</span>}
          </h3>
          <div className={styles.sides} lang="vi">
            <Side spans={change.spans} shows="removed" />
            <Side spans={change.spans} shows="added" />
          </div>
        </section>
      ))}
    </div>
  );
}

function Side({ spans, shows }: { spans: PartChangeView['spans']; shows: 'added' | 'removed' }) {
  const words = useLibraryWords();
  const shown = spans.filter(({ change }) => change === 'same' || change === shows);
  const Mark = shows === 'added' ? 'ins' : 'del';
  if (shown.length === 0) return <p className={styles.absent}>{words.absent}</p>;
  return (
    <p className={styles.side}>
      {placed(shown).map(({ text, change, at }) =>
        change === 'same' ? (
          <span key={at}>{text}</span>
        ) : (
          <Mark key={at} className={styles[shows]}>
            <VisuallyHidden>[{words[shows]}:</VisuallyHidden>
            {text}
            <VisuallyHidden>]</VisuallyHidden>
          </Mark>
        ),
      )}
    </p>
  );
}

// Where each run begins, which is unlike any other's; the blank behind a marked word is not marked.
function placed(spans: PartChangeView['spans']) {
  let at = 0;
  return spans
    .flatMap(({ text, change }) => {
      const word = text.trimEnd();
      const blank = { text: text.slice(word.length), change: 'same' as const };
      return change === 'same' ? [{ text, change }] : [{ text: word, change }, blank];
    })
    .map((span) => {
      const from = at;
      at += Math.max(1, span.text.length);
      return { ...span, at: from };
    });
}
