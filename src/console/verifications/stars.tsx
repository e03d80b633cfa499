import styles from './verifications.module.css';
import { useVerificationWords } from './words.ts';

/** A level as it was given: five places, so many of them full, and the number for those who do not see them. */
export function Stars({ level }: { level: number }) {
  const words = useVerificationWords();
  return (
    <span role="img" aria-label={words.stars(level)} title={words.stars(level)} className={styles.stars}>
      {'★'.repeat(level)}
      <span className={styles.hollow}>{'★'.repeat(5 - level)}</span>
    </span>
  );
}
