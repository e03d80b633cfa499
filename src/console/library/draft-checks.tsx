import type { DraftView } from '../../http/library-draft-views.ts';
import { Tag } from '../components/tag.tsx';
import styles from './drafts.module.css';
import { PartChanges } from './part-changes.tsx';
import { useLibraryWords } from './words.ts';

/** What whoever publishes looks at: odd numbers, words that differ from the file, what changes against the version in force. */
export function DraftChecks({ draft }: { draft: DraftView }) {
  const words = useLibraryWords();
  const { warnings, doubts, againstFile, followsVersion, changes } = draft;
  return (
    <>
      {(doubts.length > 0 || warnings.length > 0) && (
        <section aria-label={words.doubts}>
          <h3 className={styles.subtitle}>{words.doubts}</h3>
          <ul className={styles.doubts}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
            {doubts.map(({ address, because, isFatal }) => (
              <li key={`${address} ${because}`}>
                {address}: {words.doubt[because]} {isFatal && <Tag tone="overdue">{words.fatal}</Tag>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={words.againstFile}>
        <h3 className={styles.subtitle}>{words.againstFile}</h3>
        {againstFile.length === 0 && <p className={styles.small}>{words.sameAsFile}</p>}
        <ul className={styles.doubts}>
          {againstFile.map(({ words: said, change }, index) => (
            <li key={`${String(index)} ${said}`}>
              <span className={styles.small}>{change === 'removed' ? words.fileHas : words.draftHas}:</span> “{said}”
            </li>
          ))}
        </ul>
      </section>
      <details>
        <summary className={styles.subtitle}>
          {followsVersion === null ? words.firstVersion : words.changesOf(followsVersion)}
        </summary>
        {followsVersion !== null && <PartChanges changes={changes} />}
      </details>
    </>
  );
}
