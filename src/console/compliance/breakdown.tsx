import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Compared } from '../../reports/compliance/compliance.ts';
import type { FigureSearch } from '../inbox/figure-search.ts';
import { useSaying } from '../ratings/say.ts';
import styles from './compliance.module.css';
import { shareOf } from './share.ts';
import { useComplianceWords } from './words.ts';

interface Row extends Compared {
  key: string;
  name: string;
  under?: string;
  /** Null: the cases behind it have nothing in common that the inbox could ask for. */
  search: FigureSearch | null;
}

const shownAtFirst = 10;

/** Promises kept and broken, a row a part, the bar as long as there are promises. */
export function Breakdown({ title, rows }: { title: string; rows: readonly Row[] }) {
  const words = useComplianceWords();
  const say = useSaying();
  const most = Math.max(1, ...rows.map(({ met, missed }) => met + missed));
  const [showsAll, showAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, shownAtFirst);
  const isEmpty = rows.every(({ met, missed }) => met + missed === 0);
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {isEmpty ? (
        <p className="quiet">{words.nothing}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" aria-label={title} />
                <th scope="col">{words.met}</th>
                <th scope="col">{words.missed}</th>
                <th scope="col">{words.rate}</th>
                <th scope="col">{words.before}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    {row.name}
                    {row.under !== undefined && row.under !== '' && <span className={styles.under}>{row.under}</span>}
                    <Bar row={row} most={most} />
                  </th>
                  <td>
                    <Count row={row} outcome="met" />
                  </td>
                  <td>
                    <Count row={row} outcome="missed" />
                  </td>
                  <td>
                    <strong>{say.percent(shareOf(row), 0)}</strong>
                  </td>
                  <td className="quiet">{say.percent(shareOf(row.before), 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shown.length && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => showAll(true)} data-not-printed>
          {words.allRows(rows.length)}
        </Button>
      )}
    </section>
  );
}

// The figures beside it are the same links for the keyboard and for screen readers.
function Bar({ row, most }: { row: Row; most: number }) {
  const part = (outcome: 'met' | 'missed') => {
    const style = { width: `${(row[outcome] / most) * 100}%` };
    if (row[outcome] === 0) return null;
    if (row.search === null) return <span className={styles[outcome]} style={style} />;
    return (
      <Link
        to="/cases"
        search={{ box: 'all', state: 'any', ...row.search, outcome }}
        className={styles[outcome]}
        style={style}
        tabIndex={-1}
      />
    );
  };
  return (
    <span className={styles.bar} aria-hidden="true">
      {part('met')}
      {part('missed')}
    </span>
  );
}

function Count({ row, outcome }: { row: Row; outcome: 'met' | 'missed' }) {
  const words = useComplianceWords();
  const say = useSaying();
  const count = row[outcome];
  if (count === 0 || row.search === null)
    return <span className={count === 0 ? 'quiet' : undefined}>{say.count(count)}</span>;
  return (
    <Link
      to="/cases"
      search={{ box: 'all', state: 'any', ...row.search, outcome }}
      className="link"
      aria-label={words.cases(row.name, words[outcome], count)}
    >
      {say.count(count)}
    </Link>
  );
}
