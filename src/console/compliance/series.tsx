import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Compliance } from '../../reports/compliance/compliance.ts';
import type { InboxSearch } from '../inbox/inbox-search.ts';
import { useSaying } from '../ratings/say.ts';
import { sayDay } from '../time/days.ts';
import styles from './compliance.module.css';
import { shareOf } from './share.ts';
import { useComplianceWords } from './words.ts';

type Part = Compliance['series'][number];

/** Promises kept and broken over time. A column opens the broken ones of its time. */
export function Series({ compliance, unit }: { compliance: Compliance; unit: number | undefined }) {
  const words = useComplianceWords();
  const say = useSaying();
  const navigate = useNavigate();
  const { series, total } = compliance;
  const searchOf = ({ from: decidedFrom, to: decidedTo }: Part, outcome: 'met' | 'missed'): InboxSearch => ({
    ...{ box: 'all', state: 'any', decidedFrom, decidedTo, outcome },
    ...(unit === undefined ? {} : { unit }),
  });
  const open = (place: number, outcome: 'met' | 'missed') => {
    const part = series[place];
    if (part !== undefined) void navigate({ to: '/cases', search: searchOf(part, outcome) });
  };
  const label = ({ from, to }: Part) =>
    from === to ? sayDay(from).slice(0, 5) : `${sayDay(from).slice(0, 5)}–${sayDay(to).slice(0, 5)}`;
  return (
    <section className={`${styles.card} ${styles.below}`} aria-label={words.overTime}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.overTime}</h2>
        <span className={styles.tileNote} data-not-printed>
          {words.overTimeHint}
        </span>
      </div>
      {total.met + total.missed === 0 ? (
        <p className="quiet">{words.nothing}</p>
      ) : (
        <>
          <div role="img" aria-label={words.chartSays(series.length, say.percent(shareOf(total)))}>
            <BarChart
              h={220}
              type="stacked"
              data={series.map((part) => ({ label: label(part), [words.met]: part.met, [words.missed]: part.missed }))}
              dataKey="label"
              series={[
                { name: words.met, color: 'var(--chart-met)' },
                { name: words.missed, color: 'var(--chart-missed)' },
              ]}
              withLegend
              legendProps={{ verticalAlign: 'bottom', height: 28 }}
              gridAxis="x"
              maxBarWidth={34}
              yAxisProps={{ width: 44, allowDecimals: false }}
              barProps={{
                isAnimationActive: false,
                cursor: 'pointer',
                onClick: (_: unknown, place: number) => open(place, 'missed'),
              }}
            />
          </div>
          <details className={styles.details}>
            <summary>{words.asTable}</summary>
            <div className={styles.scroll}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.part}</th>
                    <th scope="col">{words.met}</th>
                    <th scope="col">{words.missed}</th>
                    <th scope="col">{words.rate}</th>
                  </tr>
                </thead>
                <tbody>
                  {series.map((part) => (
                    <tr key={part.from}>
                      <th scope="row">{label(part)}</th>
                      {(['met', 'missed'] as const).map((outcome) => (
                        <td key={outcome}>
                          <Link
                            to="/cases"
                            search={searchOf(part, outcome)}
                            className="link"
                            aria-label={words.cases(label(part), words[outcome], part[outcome])}
                          >
                            {say.count(part[outcome])}
                          </Link>
                        </td>
                      ))}
                      <td>{say.percent(shareOf(part), 0)}</td>
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
