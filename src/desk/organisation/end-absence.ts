import { Conflict, NotFound } from '../../errors.ts';
import { absenceById, deleteAbsence, saveAbsence } from '../../store/roster.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';

/** The officer is back now, earlier than was said: alerts reach them again from this instant on. */
export async function endAbsence(current: Act, { absenceId }: { absenceId: number }): Promise<void> {
  const absence = await absenceToChange(current, absenceId);
  if (absence.fromAt.getTime() >= current.at.getTime())
    throw new Conflict('notBegun', 'Đợt vắng mặt này chưa bắt đầu; anh/chị có thể hủy.');
  await saveAbsence(current.tx, absenceId, { untilAt: current.at });
  await record(current, 'absenceEnded', { absenceId, plannedUntilAt: absence.untilAt.toISOString() });
}

/** An absence that has not begun will not be. */
export async function cancelAbsence(current: Act, { absenceId }: { absenceId: number }): Promise<void> {
  const absence = await absenceToChange(current, absenceId);
  if (absence.fromAt.getTime() < current.at.getTime())
    throw new Conflict('alreadyBegun', 'Đợt vắng mặt này đã bắt đầu; anh/chị có thể kết thúc sớm.');
  await deleteAbsence(current.tx, absenceId);
  const { officerId, substituteId, fromAt, untilAt } = absence;
  await record(current, 'absenceCancelled', {
    absenceId,
    officerId,
    substituteId,
    fromAt: fromAt.toISOString(),
    untilAt: untilAt.toISOString(),
  });
}

async function absenceToChange(current: Act, absenceId: number) {
  await asAdministrator(current, 'ghi nhận vắng mặt');
  const absence = await absenceById(current.tx, absenceId);
  if (absence === null) throw new NotFound('đợt vắng mặt');
  if (absence.untilAt.getTime() <= current.at.getTime())
    throw new Conflict('alreadyOver', 'Đợt vắng mặt này đã kết thúc.');
  return absence;
}
