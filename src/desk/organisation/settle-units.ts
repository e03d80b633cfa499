import { asOf } from '../../rules/organisation/spans.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { saveCase } from '../../store/cases.ts';
import { lockCasesOfEndedUnits } from '../../store/organisation-cases.ts';
import { savePresentUnit, unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { happen } from '../cases/happen.ts';
import { record } from './record.ts';

/** Brings the present rows of all units up to `today`. Returns how many changed. */
export async function settleUnits(current: Act, today: string): Promise<number> {
  const { tx } = current;
  let changed = 0;
  for (const { id, present, versions } of await unitHistories(tx)) {
    const version = asOf(versions, today);
    // Before its first day and after its last a unit keeps the row it has.
    if (version === null) continue;
    const { parentId, name, shortName } = version;
    if (present.parentId === parentId && present.name === name && present.shortName === shortName) continue;
    await savePresentUnit(tx, id, { parentId, name, shortName });
    changed += 1;
  }
  return changed;
}

/**
 * Passes what is still open in units that ended to the queue of the unit above; a matter about conduct stays with whoever
 * was found independent. Returns how many cases.
 */
export async function passOnFromEndedUnits(current: Act, today: string): Promise<number> {
  const rows = await lockCasesOfEndedUnits(current.tx, today);
  for (const { row, parentId } of rows) {
    const officerId = isAboutConduct(row.kind) ? row.assigneeId : null;
    const change = { unitId: parentId, assigneeId: officerId };
    await saveCase(current.tx, row.id, change);
    await happen(current, { ...row, ...change }, [
      { type: 'assigned', officerId, unitId: parentId, because: 'unitEnded' },
    ]);
  }
  const named = rows.filter(({ row }) => !isAboutConduct(row.kind));
  for (const [unitId, passedOn] of Map.groupBy(named, ({ row }) => row.unitId))
    await record(current, 'casesPassedOn', { unitId, because: 'unitEnded', cases: passedOn.length });
  return rows.length;
}
