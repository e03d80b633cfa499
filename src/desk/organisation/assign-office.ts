import { Conflict, NotFound } from '../../errors.ts';
import { officeByCode } from '../../store/organisation.ts';
import { saveOffice, unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { requireLasting } from './unit-history.ts';

/** From now on another unit answers for a customs office that declarations name. */
export async function assignOffice(current: Act, input: { code: string; unitId: number }): Promise<void> {
  const { tx } = current;
  const today = await asAdministrator(current, 'phân công mã hải quan');
  const office = await officeByCode(tx, input.code);
  if (office === null) throw new NotFound(`mã hải quan ${input.code}`);
  if (office.unitId === input.unitId)
    throw new Conflict('nothingChanges', `Mã ${input.code} đã do đơn vị này phụ trách, không có gì thay đổi.`);
  requireLasting(
    (await unitHistories(tx)).find(({ id }) => id === input.unitId),
    today,
  );
  await saveOffice(tx, input.code, input.unitId);
  await record(current, 'officeAssigned', { code: input.code, unitId: { before: office.unitId, after: input.unitId } });
}
