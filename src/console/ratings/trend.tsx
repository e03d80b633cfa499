import '@mantine/charts/styles.css';
import { CompositeChart } from '@mantine/charts';
import type { RatingSummary } from '../../reports/ratings/summary.ts';
import { sayDay } from '../time/days.ts';
import { endOfPart } from './periods.ts';
import styles from './ratings.module.css';
import type { RatingsSearch } from './ratings-search.ts';
import { useSaying } from './say.ts';
import { useRatingWords } from './words.ts';

/** Ratings and the share at 4–5 over time. A column opens its own stretch of time. */
export function Trend({ summary, choose }: { summary: RatingSummary; choose: (change: RatingsSearch) => void }) {
  const words = useRatingWords();
  const say = useSaying();
  const { series, grain, figures } = summary;
  const last = summary.to;
  const open = (from: string) => choose({ from, to: endOfPart(from, grain, last) });
  const label = (from: string) =>
    grain === 'day' || grain === 'week' ? sayDay(from).slice(0, 5) : sayDay(from.slice(0, 7));
  const data = series.map((part) => ({
    label: label(part.from),
    from: part.from,
    [words.count]: part.ratings,
    [words.shown]: part.satisfiedShare === null ? null : Math.round(part.satisfiedShare * 1000) / 10,
  }));
  const lowest = Math.min(...series.flatMap(({ satisfiedShare }) => satisfiedShare ?? []), 0.9);
  const isOpenable = grain !== 'day';
  return (
    <section className={styles.card} aria-label={words.overTime}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.overTime}</h2>
        {isOpenable && series.length > 0 && (
          <span className={styles.tileNote} data-not-printed>
            {words.overTimeHint}
          </span>
        )}
      </div>
      {series.length === 0 ? (
        <p className="quiet">{words.noRows}</p>
      ) : (
        <>
          <div role="img" aria-label={words.chartSays(series.length, say.percent(figures.satisfiedShare))}>
            <CompositeChart
              h={236}
              data={data}
              dataKey="label"
              series={[
                { name: words.count, type: 'bar', color: 'var(--mantine-color-sea-3)' },
                { name: words.shown, type: 'line', color: 'var(--level-5)', yAxisId: 'right' },
              ]}
              withRightYAxis
              withLegend
              legendProps={{ verticalAlign: 'bottom', height: 28 }}
              rightYAxisProps={{
                domain: [Math.floor(lowest * 20) * 5, 100],
                tickFormatter: (value: number) => `${value} %`,
              }}
              yAxisProps={{ tickFormatter: (value: number) => say.count(value), width: 56 }}
              valueFormatter={(value) => value.toLocaleString()}
              gridAxis="x"
              strokeWidth={2.5}
              maxBarWidth={38}
              withDots={series.length <= 31}
              barProps={{
                radius: [4, 4, 0, 0],
                isAnimationActive: false,
                ...(isOpenable
                  ? {
                      cursor: 'pointer',
                      onClick: (_: unknown, index: number) => open(series[index]?.from ?? summary.from),
                    }
                  : {}),
              }}
              lineProps={{ isAnimationActive: false }}
            />
          </div>
          <details className={styles.details}>
            <summary>{words.asTable}</summary>
            <div className={styles.scroll}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.part}</th>
                    <th scope="col">{words.count}</th>
                    <th scope="col">{words.responseRate}</th>
                    <th scope="col">{words.shown}</th>
                    <th scope="col">{words.low}</th>
                  </tr>
                </thead>
                <tbody>
                  {series.map((part) => (
                    <tr key={part.from}>
                      <th scope="row">
                        {isOpenable ? (
                          <button type="button" className={styles.rowLink} onClick={() => open(part.from)}>
                            {label(part.from)}
                          </button>
                        ) : (
                          label(part.from)
                        )}
                      </th>
                      <td>{say.count(part.ratings)}</td>
                      <td>{say.percent(part.responseRate)}</td>
                      <td>{say.percent(part.satisfiedShare)}</td>
                      <td>{say.count(part.low)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
}
