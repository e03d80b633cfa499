import { latest } from '../../rules/organisation/spans.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { saveUnitCode, type UnitHistory, unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import type { Taken } from '../registry/taken.ts';
import { changeUnit } from './change-unit.ts';
import { createUnit } from './create-unit.ts';
import { endUnit } from './end-unit.ts';
import { ifAllowed } from './if-allowed.ts';
import { record } from './record.ts';

/** What a row of a list tells of a unit. Null where it does not say. */
export interface UnitTold {
  code: string;
  name: string;
  shortName: string | null;
  /** Null for the top of the tree. */
  parentCode: string | null;
  /** Null: as it stands, or from today. */
  validFrom: string | null;
  /** The first day on which the unit is no more. */
  validUntil: string | null;
}

/**
 * Enters units, and changes those that are there, in whatever order a list has them: each after the one above it, and those
 * that end after everything else, from below upwards.
 */
export async function takeUnits(current: Act, rows: readonly UnitTold[]): Promise<Taken[]> {
  const order = fromTheTop(rows);
  const taken = new Map<UnitTold, Taken>();
  for (const row of order) taken.set(row, await ifAllowed(current, row.code, (inner) => take(inner, row)));
  for (const row of order.toReversed()) {
    const before = taken.get(row);
    if (row.validUntil === null || typeof before !== 'string') continue;
    const ended = await ifAllowed(current, row.code, (inner) => end(inner, row, row.validUntil));
    if (ended !== 'unchanged' && before === 'unchanged') taken.set(row, ended);
    else if (typeof ended !== 'string') taken.set(row, ended);
  }
  return rows.map((row) => taken.get(row) ?? 'unchanged');
}

/** Each row after the row of the unit above it; rows in a circle last. */
function fromTheTop(rows: readonly UnitTold[]): UnitTold[] {
  const byCode = new Map(rows.map((row) => [keyOf(row.code), row]));
  const ordered = new Set<UnitTold>();
  function add(row: UnitTold, below: ReadonlySet<UnitTold>): void {
    if (ordered.has(row) || below.has(row)) return;
    const above = row.parentCode === null ? undefined : byCode.get(keyOf(row.parentCode));
    if (above !== undefined) add(above, new Set([...below, row]));
    ordered.add(row);
  }
  for (const row of rows) add(row, new Set());
  return [...ordered];
}

async function take(current: Act, row: UnitTold): Promise<Taken> {
  const all = await unitHistories(current.tx);
  const unit = unitWithCode(all, row.code) ?? (await foundingUnit(current, all, row));
  const parent = row.parentCode === null ? null : unitWithCode(all, row.parentCode);
  if (parent === undefined) {
    const because = 'Không có đơn vị cấp trên với mã này, trong tệp cũng như trong hệ thống, hoặc đơn vị đó bị loại.';
    return { column: 'Mã đơn vị cấp trên', value: row.parentCode ?? '', because };
  }
  const { code, name } = row;
  const validFrom = row.validFrom ?? localDate(current.at, current.zone);
  if (unit === undefined) {
    await createUnit(current, {
      code,
      name,
      shortName: row.shortName ?? name,
      parentId: parent?.id ?? null,
      validFrom,
    });
    return 'added';
  }
  const present = latest(unit.versions) ?? unit.versions[0];
  const said = { parentId: parent?.id ?? null, name, shortName: row.shortName ?? present.shortName };
  if (present.parentId === said.parentId && present.name === said.name && present.shortName === said.shortName)
    return keyOf(code) === keyOf(unit.code) ? 'unchanged' : 'changed';
  const { parentId, ...named } = said;
  await changeUnit(current, { unitId: unit.id, validFrom, ...named, ...(parentId === null ? {} : { parentId }) });
  return 'changed';
}

/** An installation begins with one unit under a code of ours; the top of the first list is that unit. */
async function foundingUnit(
  current: Act,
  all: readonly UnitHistory[],
  row: UnitTold,
): Promise<UnitHistory | undefined> {
  const [only] = all;
  if (only === undefined || all.length > 1 || row.parentCode !== null) return undefined;
  await saveUnitCode(current.tx, only.id, row.code);
  await record(current, 'unitChanged', { unitId: only.id, code: { before: only.code, after: row.code } });
  return only;
}

async function end(current: Act, { code }: UnitTold, validTo: string | null): Promise<Taken> {
  const unit = unitWithCode(await unitHistories(current.tx), code);
  if (unit === undefined || validTo === null || latest(unit.versions)?.validTo === validTo) return 'unchanged';
  await endUnit(current, { unitId: unit.id, validTo });
  return 'changed';
}

export function unitWithCode(all: readonly UnitHistory[], code: string): UnitHistory | undefined {
  return all.find((unit) => keyOf(unit.code) === keyOf(code));
}

function keyOf(code: string): string {
  return code.toLowerCase();
}
