import { type DayRange, dateAfter } from '../../rules/rating/figures-period.ts';
import type { Kept } from '../../store/compliance-figures.ts';

/** A stretch of a period, its last day included. */
export interface Part {
  from: string;
  to: string;
}

/** The days, weeks from Monday, or months that a period falls into; the first and last are cut where it begins and ends. */
export function partsOf({ from, until }: DayRange, grain: 'day' | 'week' | 'month'): Part[] {
  const parts: Part[] = [];
  for (let day = from; day < until; ) {
    const next = nextBeginning(day, grain);
    const end = next < until ? next : until;
    parts.push({ from: day, to: dateAfter(end, { days: -1 }) });
    day = end;
  }
  return parts;
}

/** What the days of each part come to. */
export function byParts(days: readonly (Kept & { day: string })[], parts: readonly Part[]): (Kept & Part)[] {
  return parts.map((part) => {
    const own = days.filter(({ day }) => part.from <= day && day <= part.to);
    return {
      ...part,
      met: own.reduce((total, { met }) => total + met, 0),
      missed: own.reduce((total, { missed }) => total + missed, 0),
    };
  });
}

function nextBeginning(day: string, grain: 'day' | 'week' | 'month'): string {
  if (grain === 'day') return dateAfter(day, { days: 1 });
  if (grain === 'month') return dateAfter(`${day.slice(0, 7)}-01`, { months: 1 });
  return dateAfter(day, { days: 8 - Temporal.PlainDate.from(day).dayOfWeek });
}
