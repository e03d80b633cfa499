import { Conflict } from '../../errors.ts';
import { insertDutyTurn, turnsBeginningIn } from '../../store/roster.ts';
import type { Act } from '../act.ts';
import { type TurnRefusal, unitOnDuty } from './add-duty-turn.ts';
import { asAdministrator, sayDate } from './administrator.ts';
import { record } from './record.ts';
import { requireLasting, unitAmongAll } from './unit-history.ts';

export interface CopiedWeek {
  copied: number;
  skipped: { officerId: number; fromAt: Date; because: TurnRefusal | 'movedAway' }[];
}

/**
 * Repeats the unit's turns of one week in another, at the same hours on the wall. Who is away, on duty already or gone
 * by then is left out and named, so doing it twice doubles nothing. Both weeks begin on a Monday.
 */
export async function copyDutyWeek(
  current: Act,
  input: { unitId: number; fromMonday: string; toMonday: string },
): Promise<CopiedWeek> {
  const { tx, zone, at } = current;
  await asAdministrator(current, 'xếp lịch trực');
  const from = mondayOf(input.fromMonday);
  const to = mondayOf(input.toMonday);
  const { unit } = await unitAmongAll(tx, input.unitId);
  requireLasting(unit, input.toMonday);
  if (startOf(to.add({ days: 7 }), zone).getTime() <= at.getTime())
    throw new Conflict('alreadyOver', 'Tuần nhận lịch đã qua. Không thể xếp lịch cho quá khứ.');
  const turns = await turnsBeginningIn(tx, input.unitId, startOf(from, zone), startOf(from.add({ days: 7 }), zone));
  if (turns.length === 0)
    throw new Conflict('emptyWeek', `Tuần từ ${sayDate(input.fromMonday)} chưa có ca trực nào để chép.`);

  const { days } = from.until(to, { largestUnit: 'days' });
  const outcome: CopiedWeek = { copied: 0, skipped: [] };
  for (const { officerId, unitId, ...hours } of turns) {
    const turn = { officerId, fromAt: later(hours.fromAt, days, zone), untilAt: later(hours.untilAt, days, zone) };
    const found = await unitOnDuty(current, turn);
    if (found === unitId) {
      await insertDutyTurn(tx, { ...turn, unitId });
      outcome.copied += 1;
    } else {
      const because = typeof found === 'string' ? found : 'movedAway';
      outcome.skipped.push({ officerId, fromAt: turn.fromAt, because });
    }
  }
  const skipped = outcome.skipped.length;
  await record(current, 'dutyWeekCopied', { ...input, copied: outcome.copied, skipped });
  return outcome;
}

function mondayOf(date: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(date);
  if (day.dayOfWeek !== 1) throw new Conflict('notMonday', `Ngày ${sayDate(date)} không phải thứ Hai.`);
  return day;
}

function startOf(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

function later(at: Date, days: number, zone: string): Date {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return new Date(wall.add({ days }).epochMilliseconds);
}
