import type { RatingBreakdown } from '../../reports/ratings/breakdown.ts';
import type { FigureRow } from '../../reports/ratings/table.ts';
import styles from './ratings.module.css';
import { type RatingsSearch, steps } from './ratings-search.ts';
import { useSaying } from './say.ts';
import { type RatingWords, useRatingWords } from './words.ts';

interface BreakdownTableProps {
  table: RatingBreakdown;
  choose: (change: RatingsSearch) => void;
}

/** A row a part. A unit opens its own figures, a step those of the step. */
export function BreakdownTable({ table: { by, rows, prior, unit }, choose }: BreakdownTableProps) {
  const words = useRatingWords();
  const say = useSaying();
  const withDeclarations = rows.some(({ declarations }) => declarations !== null);
  // The bar begins where the differences are: below the lowest share, at a round figure.
  const start = Math.floor(Math.min(...rows.flatMap(({ shrunkShare }) => shrunkShare ?? []), 0.95) * 10) / 10;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            <th scope="col">{words.count}</th>
            {withDeclarations && <th scope="col">{words.responseRate}</th>}
            <th scope="col">{words.mean}</th>
            <th scope="col">{words.low}</th>
            <th scope="col">{words.shown}</th>
            <th scope="col">{words.shrunk}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const opens = openingOf(row, by, unit.id);
            const name = nameOf(row, by, unit, words);
            return (
              <tr key={row.key}>
                <th scope="row">
                  {opens === null ? (
                    name
                  ) : (
                    <button type="button" className={styles.rowLink} onClick={() => choose(opens)}>
                      {name}
                    </button>
                  )}
                  {row.ratings > 0 && row.ratings < prior.weight && (
                    <span className={styles.small}>{words.fewRatings}</span>
                  )}
                </th>
                <td>{say.count(row.ratings)}</td>
                {withDeclarations && <td>{say.percent(row.responseRate)}</td>}
                <td>{say.decimal(row.mean)}</td>
                <td>{say.count(row.low)}</td>
                <td>{say.percent(row.satisfiedShare)}</td>
                <td>
                  <span className={styles.share}>
                    <span className={styles.track} aria-hidden="true">
                      {row.shrunkShare !== null && (
                        <span
                          className={styles.fill}
                          style={{ width: `${((row.shrunkShare - start) / (1 - start)) * 100}%` }}
                        />
                      )}
                    </span>
                    <strong>{say.percent(row.shrunkShare)}</strong>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Where the name leads; null for what has no figures of its own. */
function openingOf({ key }: FigureRow, by: RatingBreakdown['by'], unitId: number): RatingsSearch | null {
  if (by === 'step') {
    const step = steps.find((each) => each === key);
    return step === undefined ? null : { step };
  }
  const id = Number(key);
  return by === 'unit' && Number.isSafeInteger(id) && id > 0 && id !== unitId ? { unit: id } : null;
}

function nameOf(
  { key, name, parts }: FigureRow,
  by: RatingBreakdown['by'],
  unit: RatingBreakdown['unit'],
  words: RatingWords,
): string {
  const step = by === 'step' ? steps.find((each) => each === key) : undefined;
  if (step !== undefined) return words.steps[step];
  if (by !== 'unit') return name;
  if (parts.length > 0) return words.together(parts, name);
  return key === String(unit.id) ? words.itself(unit.name, name) : name;
}
