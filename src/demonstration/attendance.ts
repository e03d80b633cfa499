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

/** A head is away since yesterday for a week, and an officer of the unit stands in: known since before the stories begin. */
export function longAbsences(presentAt: Date, zone: string): Absence[] {
  return [away(presentAt, zone, ['dung.vu', 'huong.dao', 'Đi công tác'], -1, 6)];
}

/** Who else is away some days of these weeks. */
export function absences(presentAt: Date, zone: string): Absence[] {
  return [
    away(presentAt, zone, ['trang.doan', 'dat.nguyen', 'Nghỉ phép năm'], 0, 3),
    away(presentAt, zone, ['kien.do', 'lan.pham', 'Tập huấn nghiệp vụ kiểm hóa'], 2, 5),
    away(presentAt, zone, ['nga.phan', 'khanh.duong', 'Nghỉ ốm'], -1, 2),
    away(presentAt, zone, ['mai.tran', 'phong.vu', 'Nghỉ phép năm'], 4, 9),
  ];
}

function away(
  presentAt: Date,
  zone: string,
  [login, substitute, reason]: readonly [string, string, string],
  fromDay: number,
  untilDay: number,
): Absence {
  const today = onTheWall(presentAt, zone).toPlainDate();
  return {
    ...{ login, substitute, reason },
    fromAt: instant(today.add({ days: fromDay }), '00:00', zone),
    untilAt: instant(today.add({ days: untilDay }), '00:00', zone),
  };
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
