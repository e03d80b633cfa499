import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { usePhrases } from '../language/language.tsx';
import { FlagCard } from './flag-card.tsx';
import { flagsQuery } from './queries.ts';
import { RatingTabs } from './rating-tabs.tsx';
import styles from './ratings.module.css';
import { useRatingWords } from './words.ts';

/** For internal control: what looks arranged about ratings, what waits for a decision first. */
export function FlagsPage() {
  const words = useRatingWords();
  const phrases = usePhrases();
  const { data: flags, error, refetch } = useQuery(flagsQuery);
  if (flags === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  return (
    <div className={styles.page}>
      <RatingTabs title={words.flags} />
      <p className={`${styles.hint} ${styles.below}`}>{words.flagsHint}</p>
      {flags.length === 0 && (
        <QuietPlace icon="check">
          <p>{words.noFlags}</p>
        </QuietPlace>
      )}
      <ul className={styles.cards}>
        {flags.map((flag) => (
          <li key={flag.id}>
            <FlagCard flag={flag} />
          </li>
        ))}
      </ul>
    </div>
  );
}
