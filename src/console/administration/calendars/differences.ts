import type { DatedDay } from '../data.ts';

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
