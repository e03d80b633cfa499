import { Conflict } from '../../errors.ts';
import { insertUnit } from '../../store/founding.ts';
import { saveUnitVersions, unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { requireClearSet } from '../policies/require-usable.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { requireLasting } from './unit-history.ts';

/** A new unit from a date on. Only the very first unit stands at the top; every other has one above it. */
export async function createUnit(
  current: Act,
  input: { code: string; parentId: number | null; name: string; shortName: string; validFrom: string },
): Promise<number> {
  const { tx } = current;
  await asAdministrator(current, 'lập đơn vị');
  const all = await unitHistories(tx);
  if (all.some(({ code }) => code === input.code))
    throw new Conflict('codeTaken', `Mã đơn vị ${input.code} đã được dùng.`);
  if (input.parentId === null && all.length > 0)
    throw new Conflict('secondRoot', 'Chỉ có một đơn vị đứng đầu. Anh/chị vui lòng chọn đơn vị cấp trên.');
  if (input.parentId !== null)
    requireLasting(
      all.find(({ id }) => id === input.parentId),
      input.validFrom,
    );
  const unitId = await insertUnit(tx, input);
  const { code, ...version } = input;
  await saveUnitVersions(tx, [{ ...version, unitId, validTo: null }]);
  // Policies may be written for named units only; a unit that none of them covers could not open a case.
  await requireClearSet(tx, { added: null, goneId: null, validFrom: input.validFrom });
  await record(current, 'unitCreated', { unitId, code, parentId: input.parentId, validFrom: input.validFrom });
  return unitId;
}
