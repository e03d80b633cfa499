/** `17/02/2020` for `2020-02-17`. */
export function sayDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** The day before: intervals are kept half-open, and people name the last day. */
export function lastDayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}
