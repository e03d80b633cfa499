/** Calendar dates as ISO texts: `2026-07-01`. */

/** As people write it here: 01/07/2026; a year and a month are 07/2026. */
export function sayDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** So many days later; earlier where negative. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The day before: intervals are kept half-open, and people name the last day. */
export function lastDayBefore(day: string): string {
  return dayAfter(day, -1);
}

/** The Monday of the day's week; a Monday is its own. */
export function mondayOf(day: string): string {
  return dayAfter(day, -((weekdayOf(day) + 6) % 7));
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The days of a month of the year, in order. `month` counts from 1. */
export function daysOfMonth(year: number, month: number): string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const head = `${year}-${String(month).padStart(2, '0')}`;
  return Array.from({ length: count }, (_, place) => `${head}-${String(place + 1).padStart(2, '0')}`);
}

/** The instant of a time of day at the desk, which keeps one distance from UTC all year. */
export function instantAt(day: string, time: string): string {
  return `${day}T${time}:00+07:00`;
}
