import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { breakdownFile, type Scope } from './api.ts';
import { BreakdownTable } from './breakdown-table.tsx';
import { breakdownQuery } from './queries.ts';
import styles from './ratings.module.css';
import type { Part, RatingsSearch } from './ratings-search.ts';
import { useSaying } from './say.ts';
import { useRatingWords } from './words.ts';

interface BreakdownProps {
  scope: Scope;
  by: Part;
  maySplit: boolean;
  isDepartment: boolean;
  choose: (change: RatingsSearch) => void;
}

/** The parts of the scope ranked by their shrunk share, with the formula beside. */
export function Breakdown({ scope, by, maySplit, isDepartment, choose }: BreakdownProps) {
  const words = useRatingWords();
  const say = useSaying();
  const offered: readonly Part[] = maySplit
    ? ['unit', 'step', 'team', 'officer', ...(isDepartment ? (['association'] as const) : [])]
    : ['unit', 'officer'];
  const shown = offered.includes(by) ? by : 'unit';
  const { data: table, error } = useQuery(breakdownQuery(scope, shown));
  return (
    <section className={`${styles.card} ${styles.below}`} aria-label={words.breakdown}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.breakdown}</h2>
        <SegmentedControl
          size="xs"
          data-not-printed
          aria-label={words.breakdown}
          value={shown}
          onChange={(value) => choose({ by: offered.find((each) => each === value) ?? 'unit' })}
          data={offered.map((value) => ({ value, label: words.by[value] }))}
        />
        <div data-not-printed>
          <ExportButton file={breakdownFile(scope, shown)} />
        </div>
      </div>
      {shown === 'officer' && <p className="quiet">{words.officersHint}</p>}
      <Refusal error={error} />
      {table?.by === shown && table.rows.length === 0 && <p className="quiet">{words.noRows}</p>}
      {table?.by === shown && table.rows.length > 0 && (
        <>
          <BreakdownTable table={table} choose={choose} />
          <p className={styles.formula}>
            {words.shrunkHint(say.percent(table.prior.share), say.decimal(table.prior.weight, 0))}
          </p>
        </>
      )}
    </section>
  );
}
