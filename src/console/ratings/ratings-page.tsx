import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { PrintedPeriod } from '../exports/printed-period.tsx';
import { usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { dayKey } from '../time/moments.ts';
import type { Scope } from './api.ts';
import { Breakdown } from './breakdown.tsx';
import { Distribution } from './distribution.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { Filters } from './filters.tsx';
import { Loop } from './loop.tsx';
import { presetPeriod } from './periods.ts';
import { summaryQuery } from './queries.ts';
import { RatingTabs } from './rating-tabs.tsx';
import styles from './ratings.module.css';
import type { RatingsSearch } from './ratings-search.ts';
import { Trend } from './trend.tsx';
import { UnitPath } from './unit-path.tsx';
import { useRatingWords } from './words.ts';

/** The figures of a department or a unit in a period. What is on the screen is in the address. */
export function RatingsPage() {
  const words = useRatingWords();
  const phrases = usePhrases();
  const search = useSearch({ from: '/signedIn/ratings' });
  const navigate = useNavigate();
  const today = dayKey(useDeskNow());
  const { from, to } = search.from === undefined ? presetPeriod('year', today) : { from: search.from, to: search.to };
  const scope: Scope = { from, to: to ?? today, unit: search.unit, step: search.step };
  const { data: summary, error, refetch } = useQuery(summaryQuery(scope));
  const choose = (change: RatingsSearch) => void navigate({ to: '/ratings', search: { ...search, ...change } });

  return (
    <div className={styles.page}>
      <RatingTabs title={words.title} />
      <Filters scope={scope} today={today} maySplit={summary?.basis === 'exact'} choose={choose} />
      {summary === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {summary === undefined && error === null && <Loader m="xl" size="sm" aria-label={phrases.loading} />}
      {summary !== undefined && (
        <>
          <PrintedPeriod from={scope.from} to={scope.to} />
          <UnitPath summary={summary} />
          {summary.basis === 'published' && <Published months={summary.months ?? []} />}
          <FigureTiles summary={summary} />
          <div className={styles.two}>
            <Distribution figures={summary.figures} />
            <Trend summary={summary} choose={choose} />
          </div>
          {summary.loop !== null && summary.step === null && <Loop loop={summary.loop} />}
          <Breakdown
            scope={scope}
            by={search.by ?? 'unit'}
            maySplit={summary.basis === 'exact'}
            isDepartment={summary.path.length === 1}
            choose={choose}
          />
        </>
      )}
    </div>
  );
}

function Published({ months }: { months: readonly string[] }) {
  const words = useRatingWords();
  return (
    <p className={styles.hint}>
      {words.publishedHint} {months.length === 0 ? words.nothingPublished : words.publishedMonths(months.length)}
    </p>
  );
}
