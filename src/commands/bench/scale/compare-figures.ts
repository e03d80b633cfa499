import type { Desk } from '../../../desk/act.ts';
import { ratingBreakdown } from '../../../reports/ratings/breakdown.ts';
import { ratingSummary } from '../../../reports/ratings/summary.ts';
import { figuresByKey } from '../../../store/rating-figures.ts';
import { oracleByAssociation, oracleByPart, oracleByUnit, oracleLoop } from './rating-oracle.ts';

/**
 * Compares what the reports say of a period with plain SQL over the raw rows: every unit, step, team, officer and
 * association, the declarations and the way of the low ratings. Answers what differs; empty when all is equal.
 */
export async function differingFigures(desk: Desk, range: { from: string; until: string }): Promise<string[]> {
  const { sql, db } = desk.database;
  const period = { ...range, zone: desk.zone };
  const differing: string[] = [];
  const check = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      differing.push(`${what}: ${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`);
  };

  for (const { key, distribution, declarations } of await oracleByUnit(sql, period)) {
    const question = { ...range, unit: key === '' ? undefined : key, compareWith: null };
    const { figures, series } = await ratingSummary(db, 'everything', question);
    check(`unit ${key}`, [figures.distribution, figures.declarations], [distribution, declarations]);
    check(
      `series of unit ${key}`,
      series.reduce((sum, part) => sum + part.ratings, 0),
      distribution.reduce((sum, count) => sum + count, 0),
    );
  }
  for (const by of ['step', 'team'] as const) {
    const { rows } = await ratingBreakdown(db, 'everything', { ...range, by });
    check(by, sorted(rows), sorted(await oracleByPart(sql, by, period)));
  }
  const officers = await figuresByKey(db, 'officer', { ...range, spans: null });
  check('officer', sorted(officers), sorted(await oracleByPart(sql, 'officer', period)));
  const { rows } = await ratingBreakdown(db, 'everything', { ...range, by: 'association' });
  const rated = rows.filter(({ ratings }) => ratings > 0);
  check('association', sorted(rated), sorted(await oracleByAssociation(sql, period)));
  const { loop } = await ratingSummary(db, 'everything', { ...range, compareWith: null });
  check('loop', { low: loop?.low, told: loop?.told }, await oracleLoop(sql, period));
  return differing;
}

function sorted(rows: readonly { key: string; distribution: readonly number[] }[]) {
  return rows.map(({ key, distribution }) => ({ key, distribution })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
