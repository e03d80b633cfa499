import { Conflict, NotFound } from '../../errors.ts';
import { deleteDutyTurn, dutyTurnById, endDutyTurn } from '../../store/roster.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';

/** Takes a turn off the roster. One that has begun ends now, because what was is kept; one that is over stays. */
export async function removeDutyTurn(current: Act, input: { dutyTurnId: number }): Promise<void> {
  const { tx, at } = current;
  await asAdministrator(current, 'xếp lịch trực');
  const turn = await dutyTurnById(tx, input.dutyTurnId);
  if (turn === null) throw new NotFound('ca trực');
  if (turn.untilAt.getTime() <= at.getTime())
    throw new Conflict('alreadyOver', 'Ca trực này đã qua, không thể bỏ khỏi lịch.');
  if (turn.fromAt.getTime() < at.getTime()) await endDutyTurn(tx, turn.id, at);
  else await deleteDutyTurn(tx, turn.id);
  await record(current, 'dutyTurnRemoved', {
    dutyTurnId: turn.id,
    officerId: turn.officerId,
    unitId: turn.unitId,
    fromAt: turn.fromAt.toISOString(),
    untilAt: turn.untilAt.toISOString(),
  });
}
