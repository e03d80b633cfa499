import { Link, useSearch } from '@tanstack/react-router';
import type { RatingSummary } from '../../reports/ratings/summary.ts';
import styles from './ratings.module.css';
import { useRatingWords } from './words.ts';

/** From the department down to the unit that is shown. */
export function UnitPath({ summary: { path, unit } }: { summary: RatingSummary }) {
  const words = useRatingWords();
  const search = useSearch({ from: '/signedIn/ratings' });
  return (
    <nav aria-label={words.path}>
      <ol className={styles.path}>
        {path.map(({ id, name }) => (
          <li key={id}>
            {id === unit.id ? (
              <strong aria-current="page">{name}</strong>
            ) : (
              <Link to="/ratings" search={{ ...search, unit: id }} className={styles.pathLink}>
                {name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
