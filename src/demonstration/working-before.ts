import { dayMilliseconds, minuteMilliseconds } from '../rules/working-time/working-day.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';

// Longer than any run of days off beside the longest story told here.
const horizonDays = 60;

/**
 * The latest instant from which so many working minutes pass until `presentAt`, so that a story told in working minutes
 * is true on whichever day or night it is planted. Zero minutes before is the present itself.
 */
export function workingBefore(working: WorkingTime, presentAt: Date, minutes: number): Date {
  const wanted = minutes * minuteMilliseconds;
  let enough = presentAt.getTime() - horizonDays * dayMilliseconds;
  let tooLate = presentAt.getTime() + 1;
  while (tooLate - enough > 1) {
    const middle = Math.floor((enough + tooLate) / 2);
    if (working.between(new Date(middle), presentAt) >= wanted) enough = middle;
    else tooLate = middle;
  }
  return new Date(enough);
}
