import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { usePhrases } from '../language/language.tsx';
import { sayDay } from '../time/days.ts';
import { Distribution } from './distribution.tsx';
import { ownQuery } from './queries.ts';
import { RatingTabs } from './rating-tabs.tsx';
import styles from './ratings.module.css';
import { useSaying } from './say.ts';
import { useRatingWords } from './words.ts';

/** What an officer reads about their own work. */
export function OwnRatingsPage() {
  const words = useRatingWords();
  const phrases = usePhrases();
  const say = useSaying();
  const { data: own, error, refetch } = useQuery(ownQuery);
  if (own === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  return (
    <div className={styles.page}>
      <RatingTabs title={words.ownTitle} />
      <p className={`${styles.hint} ${styles.below}`}>
        {words.ownHint(own.smallestGroup)}{' '}
        {own.publishedUntil !== null && words.publishedUntil(sayDay(own.publishedUntil))}
      </p>
      {own.total === null ? (
        <QuietPlace icon="person">
          <p>{words.ownNothing}</p>
        </QuietPlace>
      ) : (
        <>
          <div className={styles.two}>
            <Distribution figures={own.total} title={words.ownTotal} />
            {own.department !== null && <Distribution figures={own.department} title={words.departmentThen} />}
          </div>
          <section className={`${styles.card} ${styles.below} ${styles.scroll}`} aria-label={words.quarter}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.quarter}</th>
                  <th scope="col">{words.count}</th>
                  <th scope="col">{words.shown}</th>
                  <th scope="col">{words.mean}</th>
                </tr>
              </thead>
              <tbody>
                {own.quarters.map(({ from, to, figures }) => (
                  <tr key={from}>
                    <th scope="row">
                      {sayDay(from)} – {sayDay(to)}
                    </th>
                    <td>{say.count(figures.ratings)}</td>
                    <td>{say.percent(figures.satisfiedShare)}</td>
                    <td>{say.decimal(figures.mean)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  );
}
