import { settlingDays } from './anonymity.ts';

/** Whole days as ISO texts, half-open. */
export interface DayRange {
  from: string;
  until: string;
}

/** The days of `2026-03`. */
export function daysOfMonth(month: string): DayRange {
  const from = `${month}-01`;
  return { from, until: dateAfter(from, { months: 1 }) };
}

/** The days of the quarter that ends with the month; null where none does. */
export function quarterEndingWith(month: string): DayRange | null {
  const { until } = daysOfMonth(month);
  return Number(month.slice(5)) % 3 === 0 ? { from: dateAfter(until, { months: -3 }), until } : null;
}

/** The months that have ended by `today` and in which no answer can change any more, from `first` on. */
export function settledMonths(first: string, today: string): string[] {
  const months: string[] = [];
  for (let month = first; ; month = daysOfMonth(month).until.slice(0, 7)) {
    if (dateAfter(daysOfMonth(month).until, { days: settlingDays }) > today) return months;
    months.push(month);
  }
}

/**
 * The period to compare with. Whole months: as many months before. The beginning of a month, quarter or year: as much of
 * the one before. Anything else: as many days before.
 */
export function periodBefore({ from, until }: DayRange): DayRange {
  const months = monthsBack({ from, until });
  if (months === null) return { from: dateAfter(from, { days: -daysIn({ from, until }) }), until: from };
  const earlier = dateAfter(from, { months: -months });
  // The 31st of a month has no like in a shorter one before; the part never reaches into the period itself.
  const end = dateAfter(until, { months: -months });
  return { from: earlier, until: end < from ? end : from };
}

function monthsBack({ from, until }: DayRange): number | null {
  if (!from.endsWith('-01')) return null;
  const first = date(from);
  const last = date(until).subtract({ days: 1 });
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (until.endsWith('-01') || months === 1) return months;
  if (months <= 3 && first.month % 3 === 1) return 3;
  return months <= 12 && first.month === 1 ? 12 : null;
}

export function daysIn({ from, until }: DayRange): number {
  return date(from).until(date(until), { largestUnit: 'days' }).days;
}

export function dateAfter(day: string, by: { days?: number; months?: number }): string {
  return date(day).add(by).toString();
}

function date(day: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}
