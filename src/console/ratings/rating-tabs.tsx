import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../data/queries.ts';
import { PrintButton } from '../exports/print-button.tsx';
import styles from './ratings.module.css';
import { useRatingWords } from './words.ts';

/** The heading of a page about ratings, with the way to the others. */
export function RatingTabs({ title }: { title: string }) {
  const words = useRatingWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <div className={styles.top}>
      <h1 className={styles.heading}>{title}</h1>
      <nav aria-label={words.pages} className={styles.tabs} data-not-printed>
        {session.permissions.includes('readRatings') && (
          <Link to="/ratings" className={styles.tab} activeOptions={{ exact: true, includeSearch: false }}>
            {words.figures}
          </Link>
        )}
        <Link to="/ratings/me" className={styles.tab}>
          {words.own}
        </Link>
        {session.permissions.includes('readRatingFlags') && (
          <Link to="/ratings/flags" className={styles.tab}>
            {words.flags}
          </Link>
        )}
        <a href="/ratings/public" className={styles.tab} target="_blank" rel="noreferrer">
          {words.publicTable}
        </a>
      </nav>
      <div className={styles.print} data-not-printed>
        <PrintButton />
      </div>
    </div>
  );
}
