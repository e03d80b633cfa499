// The desk's own day, wherever the browser stands.
const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The local day of an instant: `2026-12-04`. */
export function dayOf(at: number): string {
  return days.format(at);
}

/** A local day as people read it: `04/12/2026`. */
export function readableDay(day: string): string {
  return day.split('-').toReversed().join('/');
}
