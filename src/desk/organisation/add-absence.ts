import { Conflict, NotFound } from '../../errors.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { officerById } from '../../store/organisation.ts';
import { postAt } from '../../store/posts.ts';
import { absencesOfOfficer, insertAbsence } from '../../store/roster.ts';
import type { Act } from '../act.ts';
import { asAdministrator, requireSpan } from './administrator.ts';
import { record } from './record.ts';

export interface AbsenceToAdd {
  officerId: number;
  substituteId: number | null;
  fromAt: Date;
  untilAt: Date;
  reason: string | null;
}

/**
 * The officer is away in [fromAt, untilAt); alerts meanwhile go to the substitute, without one a level up. It may have
 * begun, as an illness does; it may not be over. Whoever stands in for others may fall ill as well: then the level above
 * hears.
 */
export async function addAbsence(current: Act, input: AbsenceToAdd): Promise<number> {
  const { tx, at, zone } = current;
  const { officerId, substituteId, fromAt, untilAt } = input;
  const today = await asAdministrator(current, 'ghi nhận vắng mặt');
  const officer = await officerById(tx, officerId);
  if (officer === null || (await postAt(tx, officerId, today)) === null) throw new NotFound('công chức');
  requireSpan(fromAt, untilAt);
  if (untilAt.getTime() <= at.getTime()) throw new Conflict('alreadyOver', 'Thời gian vắng mặt này đã qua.');
  if ((await absencesOfOfficer(tx, officerId, fromAt, untilAt)).length > 0)
    throw new Conflict('alreadyAway', `${officer.name} đã có đăng ký vắng mặt trùng thời gian đó.`);
  if (substituteId !== null) await requireSubstitute(current, input, substituteId, localDate(untilAt, zone));
  const absenceId = await insertAbsence(tx, input);
  await record(current, 'absenceAdded', {
    absenceId,
    officerId,
    substituteId,
    fromAt: fromAt.toISOString(),
    untilAt: untilAt.toISOString(),
  });
  return absenceId;
}

async function requireSubstitute(
  { tx }: Act,
  { officerId, fromAt, untilAt }: AbsenceToAdd,
  substituteId: number,
  lastDay: string,
): Promise<void> {
  if (substituteId === officerId)
    throw new Conflict('ownSubstitute', 'Không ai tự thay cho chính mình. Anh/chị vui lòng chọn người khác.');
  const substitute = await officerById(tx, substituteId);
  if (substitute === null || !substitute.active || (await postAt(tx, substituteId, lastDay)) === null)
    throw new NotFound('người thay');
  if ((await absencesOfOfficer(tx, substituteId, fromAt, untilAt)).length > 0)
    throw new Conflict('substituteAway', `${substitute.name} cũng vắng mặt trong thời gian đó, không thể thay.`);
}
