import { NotPermitted } from '../../errors.ts';
import { type FigureSight, mayReadOfficer } from '../../rules/rating/anonymity-sight.ts';
import type { DayRange } from '../../rules/rating/figures-period.ts';
import { spansBelow } from '../../rules/rating/figures-units.ts';
import type { Db } from '../../store/database.ts';
import { cellsWithin } from '../../store/rating-cells.ts';
import { namedOfficers } from '../../store/rating-names.ts';
import { exactByKey, exactByUnit } from './exact-figures.ts';
import { publishedByUnit, publishedOfficers } from './published-figures.ts';
import { type Reader, scopeFor } from './scope.ts';
import { lastDay } from './summary.ts';
import type { FigureTable } from './table.ts';

export type BreakdownBy = 'unit' | 'team' | 'step' | 'officer' | 'association';

export interface RatingBreakdown extends FigureTable {
  by: BreakdownBy;
  basis: FigureSight;
  from: string;
  to: string;
  unit: { id: number; name: string };
}

/** The figures of a scope by its parts. Officers are told only as they came out, whoever asks. */
export async function ratingBreakdown(
  db: Db,
  reader: Reader,
  { by, unit, ...range }: DayRange & { by: BreakdownBy; unit?: string | undefined },
): Promise<RatingBreakdown> {
  const scope = await scopeFor(db, reader, { unit });
  const { sight, unitId, units, nameOf } = scope;
  const head = {
    by,
    basis: by === 'officer' ? ('published' as const) : sight,
    from: range.from,
    to: lastDay(range),
    unit: { id: unitId, name: nameOf(unitId) },
  };
  if (by === 'officer') {
    const cells = await cellsWithin(db, 'officer', range);
    const below = new Set(spansBelow(units, unitId).map((span) => span.unitId));
    const officers = await namedOfficers(
      db,
      cells.flatMap(({ ids }) => ids),
    );
    const shown = officers.filter((officer) => below.has(officer.unitId) && mayReadOfficer(reader, officer));
    return { ...head, ...publishedOfficers(cells, new Map(shown.map(({ id, name }) => [id, name]))) };
  }
  if (sight === 'exact')
    return by === 'unit'
      ? { ...head, ...(await exactByUnit(db, range, scope)) }
      : { ...head, ...(await exactByKey(db, range, scope, by)) };
  if (by !== 'unit') throw new NotPermitted('xem số liệu theo cách chia này');
  return { ...head, ...publishedByUnit(await cellsWithin(db, 'unit', range), unitId, nameOf) };
}
