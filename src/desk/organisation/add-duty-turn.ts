import { Conflict, NotFound } from '../../errors.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { officerById } from '../../store/organisation.ts';
import { postAt } from '../../store/posts.ts';
import { absencesOfOfficer, insertDutyTurn, turnsOfOfficer } from '../../store/roster.ts';
import type { Act } from '../act.ts';
import { asAdministrator, requireSpan } from './administrator.ts';
import { record } from './record.ts';

export type TurnRefusal = 'noPostThen' | 'awayThen' | 'alreadyOnDuty';

interface TurnToAdd {
  officerId: number;
  fromAt: Date;
  untilAt: Date;
}

/** The officer is on duty from `fromAt` until `untilAt`, in the unit to which they belong on that day. */
export async function addDutyTurn(current: Act, turn: TurnToAdd): Promise<number> {
  const { tx } = current;
  await asAdministrator(current, 'xếp lịch trực');
  const officer = await officerById(tx, turn.officerId);
  if (officer === null) throw new NotFound('công chức');
  requireSpan(turn.fromAt, turn.untilAt);
  if (turn.untilAt.getTime() <= current.at.getTime())
    throw new Conflict('alreadyOver', 'Ca trực này đã qua. Không thể xếp lịch cho quá khứ.');
  const unitId = await unitOnDuty(current, turn);
  if (typeof unitId === 'string') throw new Conflict(unitId, `${officer.name} ${whys[unitId]}.`);
  const dutyTurnId = await insertDutyTurn(tx, { ...turn, unitId });
  await record(current, 'dutyTurnAdded', {
    dutyTurnId,
    officerId: turn.officerId,
    unitId,
    fromAt: turn.fromAt.toISOString(),
    untilAt: turn.untilAt.toISOString(),
  });
  return dutyTurnId;
}

/** The unit in which the officer can be on duty then, or why not. */
export async function unitOnDuty({ tx, zone }: Act, turn: TurnToAdd): Promise<number | TurnRefusal> {
  const post = await postAt(tx, turn.officerId, localDate(turn.fromAt, zone));
  if (post === null) return 'noPostThen';
  const { officerId, fromAt, untilAt } = turn;
  if ((await turnsOfOfficer(tx, officerId, fromAt, untilAt)).length > 0) return 'alreadyOnDuty';
  return (await absencesOfOfficer(tx, officerId, fromAt, untilAt)).length > 0 ? 'awayThen' : post.unitId;
}

const whys: Record<TurnRefusal, string> = {
  noPostThen: 'không công tác tại đơn vị nào vào ngày đó',
  awayThen: 'đã đăng ký vắng mặt trong thời gian đó',
  alreadyOnDuty: 'đã có ca trực trùng thời gian đó',
};
