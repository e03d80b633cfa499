import type { Calendar, DatedDay } from '../data.ts';

type Weekly = Calendar['weekly'];
type Weekday = keyof Weekly;
export type Hours = Weekly[Weekday][number];

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export interface DayDifferences {
  added: DatedDay[];
  removed: DatedDay[];
}

/** Days that only one of two calendars has. One that changed its kind or name is both removed and added. */
export function dayDifferences(before: readonly DatedDay[], after: readonly DatedDay[]): DayDifferences {
  const key = ({ date, kind, name }: DatedDay) => `${date} ${kind} ${name}`;
  const had = new Set(before.map(key));
  const has = new Set(after.map(key));
  return {
    added: after.filter((day) => !had.has(key(day))),
    removed: before.filter((day) => !has.has(key(day))),
  };
}

/** The weekdays that two calendars open at other hours, Monday first. */
export function hourDifferences(
  before: Weekly,
  after: Weekly,
): { weekday: Weekday; hours: readonly Hours[]; was: readonly Hours[] }[] {
  const said = (hours: readonly Hours[]) => hours.map(({ from, until }) => `${from} ${until}`).join();
  return weekdays
    .map((weekday) => ({ weekday, hours: after[weekday], was: before[weekday] }))
    .filter(({ hours, was }) => said(hours) !== said(was));
}
