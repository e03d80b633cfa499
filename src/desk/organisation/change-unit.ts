import { Conflict } from '../../errors.ts';
import { changeFrom, latest } from '../../rules/organisation/spans.ts';
import { saveUnitVersions } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { rowsOrRefusal } from './refuse-span.ts';
import { settleUnits } from './settle-units.ts';
import { nameOf, requireLasting, requireTree, unitAmongAll } from './unit-history.ts';

/** Another name or another place in the tree from a date on. The top of the tree keeps its place. */
export async function changeUnit(
  current: Act,
  input: { unitId: number; validFrom: string; parentId?: number; name?: string; shortName?: string },
): Promise<void> {
  const { tx } = current;
  const today = await asAdministrator(current, 'thay đổi đơn vị');
  const { unit, all } = await unitAmongAll(tx, input.unitId);
  const before = latest(unit.versions) ?? unit.versions[0];
  const next = {
    ...before,
    parentId: input.parentId ?? before.parentId,
    name: input.name ?? before.name,
    shortName: input.shortName ?? before.shortName,
    validFrom: input.validFrom,
  };
  const writes = rowsOrRefusal(changeFrom(unit.versions, next), nameOf(unit));
  if (next.parentId === before.parentId && next.name === before.name && next.shortName === before.shortName)
    throw new Conflict('nothingChanges', `${nameOf(unit)} đã đúng như vậy, không có gì thay đổi.`);
  if (next.parentId !== before.parentId) {
    if (before.parentId === null)
      throw new Conflict('rootStays', `${nameOf(unit)} là đơn vị đứng đầu, không di chuyển.`);
    if (next.parentId !== unit.id)
      requireLasting(
        all.find(({ id }) => id === next.parentId),
        input.validFrom,
      );
    requireTree(all, unit, writes);
  }
  // The first change of a unit that never changed writes down what was before as well.
  await saveUnitVersions(tx, [...unit.versions, ...writes]);
  await record(current, 'unitChanged', {
    unitId: unit.id,
    validFrom: input.validFrom,
    parentId: { before: before.parentId, after: next.parentId },
    renamed: next.name !== before.name || next.shortName !== before.shortName,
  });
  await settleUnits(current, today);
}
