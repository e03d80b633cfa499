import { Conflict } from '../../errors.ts';
import { endOn, holdsOn } from '../../rules/organisation/spans.ts';
import type { Tx } from '../../store/database.ts';
import { openCasesIn } from '../../store/organisation-cases.ts';
import {
  holdersFrom,
  officesOf,
  policiesNaming,
  rulesNaming,
  savePresentUnit,
  saveUnitVersions,
  type UnitHistory,
} from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { rowsOrRefusal } from './refuse-span.ts';
import { nameOf, unitAmongAll } from './unit-history.ts';

/**
 * The unit works until the day before `validTo`. Whoever and whatever leans on it has to go first. Cases that come in
 * between today and a later day of ending pass to the unit above on that day.
 */
export async function endUnit(current: Act, input: { unitId: number; validTo: string }): Promise<void> {
  const { tx } = current;
  const today = await asAdministrator(current, 'kết thúc đơn vị');
  const { unit, all } = await unitAmongAll(tx, input.unitId);
  const writes = rowsOrRefusal(endOn(unit.versions, input.validTo), nameOf(unit));
  if (unit.versions.some(({ parentId }) => parentId === null))
    throw new Conflict('rootStays', `${nameOf(unit)} là đơn vị đứng đầu, không thể kết thúc.`);
  const below = all.filter(({ versions }) =>
    versions.some((version) => version.parentId === unit.id && lastsBeyond(version, input.validTo)),
  );
  refuseIfAny('unitsBelow', below.map(nameOf), 'còn đơn vị trực thuộc');
  await requireNobodyLeansOn(tx, unit, input.validTo);
  // Locked, so that a case that is being opened there is either counted or opened afterwards and passed on. One that the
  // administrator must not hear of does not refuse: it is passed on as well.
  const open = await openCasesIn(tx, current.by, unit.id);
  if (input.validTo <= today && open > 0)
    throw new Conflict('openCases', `${nameOf(unit)} còn vụ việc chưa xong. Cần chuyển các vụ việc đó trước.`);

  await saveUnitVersions(tx, [...unit.versions, ...writes]);
  await savePresentUnit(tx, unit.id, { validTo: input.validTo });
  await record(current, 'unitEnded', { unitId: unit.id, validTo: input.validTo });
}

async function requireNobodyLeansOn(tx: Tx, unit: UnitHistory, validTo: string): Promise<void> {
  refuseIfAny('activeOfficers', await holdersFrom(tx, unit.id, validTo), 'còn công chức');
  refuseIfAny('officesThere', await officesOf(tx, unit.id), 'còn phụ trách mã hải quan');
  refuseIfAny(
    'rulesNameIt',
    (await rulesNaming(tx, unit.id, validTo)).map((id) => `quy tắc ${id}`),
    'còn được phân công trách nhiệm',
  );
  refuseIfAny('policiesNameIt', await policiesNaming(tx, unit.code, validTo), 'còn trả lời theo quy định');
}

function refuseIfAny(code: string, names: readonly string[], why: string): void {
  if (names.length > 0) throw new Conflict(code, `Chưa thể kết thúc: đơn vị ${why} (${names.join(', ')}).`);
}

function lastsBeyond(version: { validFrom: string; validTo: string | null }, date: string): boolean {
  return version.validFrom >= date || holdsOn(version, date);
}
