import { NotFound, NotPermitted } from '../../errors.ts';
import { latest } from '../../rules/organisation/spans.ts';
import { type FigureSight, figureSight } from '../../rules/rating/anonymity-sight.ts';
import type { Viewer } from '../../rules/visibility/can-see.ts';
import type { Db } from '../../store/database.ts';
import { rootUnit } from '../../store/organisation.ts';
import { isRecordedOnRatings } from '../../store/rating-days.ts';
import { type UnitHistory, unitHistories } from '../../store/units.ts';
import type { Scope } from './exact-figures.ts';

export type Reader = Viewer | 'everything';

export interface ReadScope extends Scope {
  sight: FigureSight;
  nameOf(unitId: number): string;
  /** From the top down to the unit. */
  path: { id: number; name: string }[];
}

/** What a reader may see of a unit, the department where none is named; `unit` is an id or a code. */
export async function scopeFor(
  db: Db,
  reader: Reader,
  wanted: { unit?: string | undefined; step?: string | undefined },
): Promise<ReadScope> {
  const [units, top, isRecorded] = await Promise.all([
    unitHistories(db),
    rootUnit(db),
    reader === 'everything' ? false : isRecordedOnRatings(db, reader.officerId),
  ]);
  const sight = figureSight(reader, isRecorded);
  // What came out is not cut by step: each further way to cut is a way to find out.
  if (wanted.step !== undefined && sight === 'published') throw new NotPermitted('xem số liệu theo khâu');
  const unit =
    wanted.unit === undefined
      ? units.find(({ id }) => id === top.id)
      : units.find(({ id, code }) => String(id) === wanted.unit || code === wanted.unit);
  if (unit === undefined) throw new NotFound('đơn vị');
  const byId = new Map(units.map((each) => [each.id, each]));
  const nameOf = (id: number) => nameOfUnit(byId.get(id));
  return { units, topId: top.id, unitId: unit.id, step: wanted.step, sight, nameOf, path: pathTo(byId, unit, nameOf) };
}

function pathTo(byId: ReadonlyMap<number, UnitHistory>, unit: UnitHistory, nameOf: (id: number) => string) {
  const path = [{ id: unit.id, name: nameOf(unit.id) }];
  let above = unit.present.parentId;
  while (above !== null && path.length <= byId.size) {
    path.unshift({ id: above, name: nameOf(above) });
    above = byId.get(above)?.present.parentId ?? null;
  }
  return path;
}

function nameOfUnit(unit: UnitHistory | undefined): string {
  return unit === undefined ? 'Chưa rõ đơn vị' : (latest(unit.versions)?.shortName ?? unit.present.shortName);
}
