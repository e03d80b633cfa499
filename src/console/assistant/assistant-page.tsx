import { Loader } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import type { AssistantFiguresView } from '../../http/assistant-routes.ts';
import { Page } from '../administration/parts/page.tsx';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { answerOf, v1 } from '../data/api.ts';
import { useLanguage } from '../language/language.tsx';
import styles from './assistant.module.css';
import { type Gathered, gather, jobs } from './gather.ts';
import { useAssistantPageWords } from './words.ts';

const figuresQuery = queryOptions({
  queryKey: ['assistantFigures'],
  queryFn: (): Promise<AssistantFiguresView> => answerOf(v1.assistant.figures.$get({ query: {} })),
  refetchInterval: 60_000,
});

// Nobody but an administrator who opens this page loads what draws it.
const CostChart = lazy(async () => ({ default: (await import('./cost-chart.tsx')).CostChart }));

/** What the language model costs, how long it takes, what becomes of its answers, and how far officers use its drafts. */
export function AssistantPage() {
  const words = useAssistantPageWords();
  const { phrases } = useLanguage();
  const { data, error, refetch } = useQuery(figuresQuery);
  if (data === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  const { isOn, runs, spentTodayUsd, dailyBudgetUsd } = data;
  const all = gather(runs);
  const drafts = gather(runs.filter(({ job }) => job === 'draft'));
  return (
    <Page title={words.title} lead={words.hint}>
      {!isOn && (
        <p role="status" className={styles.off}>
          {words.off}
        </p>
      )}
      {(isOn || runs.length > 0) && (
        <ul className={styles.tiles}>
          <Tile name={words.spentToday} value={usd(spentTodayUsd)}>
            {isOn && words.left(usd(Math.max(0, dailyBudgetUsd - spentTodayUsd)))}
          </Tile>
          <Tile name={words.asked} value={String(all.count)}>
            {percent(all.usable, all.count)} {words.usable}
          </Tile>
          <Tile name={words.drafts} value={percent(drafts.used, drafts.usable)} />
          <Tile name={words.changed} value={drafts.changed === null ? '–' : percent(drafts.changed, 1)} />
        </ul>
      )}
      {runs.length === 0 ? (
        <QuietPlace icon="chart">
          <p>{words.noRuns}</p>
        </QuietPlace>
      ) : (
        <>
          <section aria-label={words.costByDay}>
            <h2 className={styles.subtitle}>{words.costByDay}</h2>
            <Suspense fallback={<Loader size="sm" aria-label={phrases.loading} />}>
              <CostChart runs={runs} />
            </Suspense>
          </section>
          <Figures
            title={words.byJob}
            rows={jobs
              .map((job) => ({ key: job, day: null, job, gathered: gather(runs.filter((run) => run.job === job)) }))
              .filter(({ gathered }) => gathered.count > 0)}
          />
          <Figures title={words.byDay} rows={byDay(runs)} />
        </>
      )}
    </Page>
  );
}

function Tile({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <li className={styles.tile}>
      <span className={styles.tileName}>{name}</span>
      <strong className={styles.tileValue}>{value}</strong>
      <span className={styles.tileName}>{children}</span>
    </li>
  );
}

interface Row {
  key: string;
  day: string | null;
  job: (typeof jobs)[number];
  gathered: Gathered;
}

function byDay(runs: AssistantFiguresView['runs']): Row[] {
  const groups = Map.groupBy(runs, ({ day, job }) => `${day} ${job}`);
  return [...groups]
    .flatMap(([key, own]) => own.slice(0, 1).map(({ day, job }) => ({ key, day, job, gathered: gather(own) })))
    .toReversed();
}

function Figures({ title, rows }: { title: string; rows: readonly Row[] }) {
  const words = useAssistantPageWords();
  const hasDays = rows.some(({ day }) => day !== null);
  return (
    <section aria-label={title}>
      <h2 className={styles.subtitle}>{title}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {hasDays && <th scope="col">{words.day}</th>}
              <th scope="col">{words.job}</th>
              <th scope="col">{words.asked}</th>
              <th scope="col">{words.cost}</th>
              <th scope="col">{words.latency}</th>
              <th scope="col">{words.outcomes}</th>
              <th scope="col">{words.accepted}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, day, job, gathered }) => (
              <tr key={key}>
                {hasDays && <td>{day?.split('-').toReversed().join('/')}</td>}
                <td>{words.jobs[job]}</td>
                <td>{gathered.count}</td>
                <td>{usd(gathered.costUsd)}</td>
                <td>
                  {seconds(gathered.medianMilliseconds)} / {seconds(gathered.p95Milliseconds)}
                </td>
                <td>
                  {gathered.outcomes
                    .map(({ outcome, count }) => `${words.outcome[outcome] ?? outcome} ${count}`)
                    .join(', ')}
                </td>
                <td>{job === 'draft' ? percent(gathered.used, gathered.usable) : '–'}</td>
                <td>{gathered.changed === null ? '–' : percent(gathered.changed, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function usd(amount: number): string {
  return `$${amount < 1 ? amount.toFixed(4) : amount.toFixed(2)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
}

function seconds(milliseconds: number | null): string {
  return milliseconds === null ? '–' : `${(milliseconds / 1000).toFixed(1)} s`;
}
