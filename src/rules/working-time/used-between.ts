import { CalendarYearNotApproved } from './not-approved.ts';
import { orUnknown } from './or-unknown.ts';
import { startOfYear } from './wall-clock.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * The working time used in [fromAt, untilAt) as far as the calendar knows its years. From the first year that it does
 * not know `later` counts, the calendar that replaces it; without one, or where that knows no better, nothing is used.
 */
export function usedBetween(working: WorkingTime, fromAt: Date, untilAt: Date, later?: WorkingTime): number {
  try {
    return working.between(fromAt, untilAt);
  } catch (error) {
    if (!(error instanceof CalendarYearNotApproved)) throw error;
    const endsAt = new Date(Math.max(fromAt.getTime(), startOfYear(error.year, working.calendar.zone)));
    const known = endsAt > fromAt ? working.between(fromAt, endsAt) : 0;
    return known + (orUnknown(() => later?.between(endsAt, untilAt)) ?? 0);
  }
}
