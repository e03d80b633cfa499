import { onTheWall } from '../rules/working-time/wall-clock.ts';
import { officers } from './officers.ts';

interface Stretch {
  fromAt: Date;
  untilAt: Date;
}

type DutyTurn = Stretch & { login: string };
type Absence = Stretch & { login: string; substitute: string; reason: string };

const weeksEachWay = 3;
// Wider than the opening hours: somebody is there before the first lorry and after the last.
const dutyHours = { from: '07:00', until: '19:00' };

/** Who is on duty in the weeks around the present: everybody on weekdays, one in turn at weekends. */
export function dutyTurns(presentAt: Date, zone: string): DutyTurn[] {
  const today = onTheWall(presentAt, zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const turns: DutyTurn[] = [];
  for (let day = -7 * weeksEachWay; day < 7 * (weeksEachWay + 1); day += 1) {
    const date = monday.add({ days: day });
    const hours = { fromAt: instant(date, dutyHours.from, zone), untilAt: instant(date, dutyHours.until, zone) };
    for (const login of onDutyOn(date)) turns.push({ login, ...hours });
  }
  return turns;
}

/** One head is away since yesterday for a week, and an officer of the unit stands in. */
export function absences(presentAt: Date, zone: string): Absence[] {
  const today = onTheWall(presentAt, zone).toPlainDate();
  return [
    {
      login: 'dung.vu',
      substitute: 'huong.dao',
      reason: 'Đi công tác',
      fromAt: instant(today.subtract({ days: 1 }), '00:00', zone),
      untilAt: instant(today.add({ days: 6 }), '00:00', zone),
    },
  ];
}

function onDutyOn(date: Temporal.PlainDate): string[] {
  const dealt = officers.filter(({ role }) => role === 'officer');
  if (date.dayOfWeek <= 5) return dealt.map(({ login }) => login);
  const turn = (date.weekOfYear ?? 0) + date.dayOfWeek;
  return [...Map.groupBy(dealt, ({ unit }) => unit).values()].flatMap((unit) => unit[turn % unit.length]?.login ?? []);
}

function instant(date: Temporal.PlainDate, time: string, zone: string): Date {
  return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}
