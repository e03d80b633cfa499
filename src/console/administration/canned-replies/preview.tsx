import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../data/queries.ts';
import { filled } from '../../thread/fill-in.ts';
import styles from './canned-replies.module.css';
import { useCannedWords } from './words.ts';

/** The words as an enterprise would read them, for a case that does not exist. */
export function Preview({ body }: { body: string }) {
  const words = useCannedWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <section aria-label={words.preview} className={styles.preview}>
      <p className={styles.above}>{words.preview}</p>
      <p className={styles.bubble}>{filled(body, { ...words.sample, officer: session.officer.name })}</p>
    </section>
  );
}
