import { type Calendar, type DatedDay, type Hours, weekdays } from './calendar.ts';
import { dayMilliseconds } from './working-day.ts';

/** What one date holds. Sessions are minutes from its midnight, in order; beyond 1440 they run into the next day. */
export interface DayPlan {
  readonly kind: 'working' | 'weekend' | DatedDay['kind'];
  readonly sessions: readonly Session[];
  readonly day?: DatedDay;
}

export interface Session {
  readonly from: number;
  readonly until: number;
}

/** Days are counted from 1970-01-01 on the wall, so that date arithmetic needs no zone. */
function epochDayOf(date: string): number {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return Date.UTC(year, month - 1, day) / dayMilliseconds;
}

/** The plan of any date of a calendar, by its epoch day. Malformed dates and hours throw a RangeError. */
export function dayPlans(calendar: Calendar): (epochDay: number) => DayPlan {
  const week = weekdays.map((name): DayPlan => {
    const sessions = sessionsOf(calendar.weekly[name]);
    return { kind: sessions.length > 0 ? 'working' : 'weekend', sessions };
  });
  const dated = new Map(
    calendar.datedDays.map((day) => [epochDayOf(day.date), { kind: day.kind, sessions: datedSessions(day), day }]),
  );
  // 1970-01-01 was a Thursday, three days after a Monday.
  return (epochDay) => dated.get(epochDay) ?? week[(((epochDay + 3) % 7) + 7) % 7] ?? { kind: 'weekend', sessions: [] };

  function datedSessions(day: DatedDay): readonly Session[] {
    if (day.openings !== undefined) return sessionsOf(day.openings);
    return day.kind === 'makeupDay' ? sessionsOf(calendar.weekly[day.likeWeekday ?? 'monday']) : [];
  }
}

/** Hours as minutes, in order. `until` at or before `from` means the next day. */
export function sessionsOf(hours: readonly Hours[]): readonly Session[] {
  return hours
    .map(({ from, until }) => ({ from: minuteOf(from), until: minuteOf(until) }))
    .map(({ from, until }) => ({ from, until: until <= from ? until + 1440 : until }))
    .toSorted((a, b) => a.from - b.from);
}

function minuteOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  if (!(minute <= 1440)) throw new RangeError(`Giờ "${time}" không hợp lệ; hãy viết như 07:30 hoặc 24:00.`);
  return minute;
}
