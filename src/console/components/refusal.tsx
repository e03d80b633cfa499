import { sentenceFor } from '../data/problem.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './refusal.module.css';

/** The server's sentence beside the button that it refused. Nothing while there is no error. */
export function Refusal({ error }: { error: unknown }) {
  const phrases = usePhrases();
  return (
    <div role="alert" className={styles.place}>
      {error !== null && error !== undefined && <p className={styles.refusal}>{sentenceFor(error, phrases)}</p>}
    </div>
  );
}
