import type { WorkingTime } from '../../rules/working-time/working-time.ts';
import { drawing, type Random } from './random.ts';

export const dayMilliseconds = 24 * 3_600_000;

// Registrations an hour of a working day, from midnight on: the system takes them at any hour, people write them in office hours.
const workingHours = [1, 0, 0, 0, 0, 1, 3, 12, 60, 88, 92, 62, 18, 50, 86, 98, 90, 48, 20, 12, 9, 7, 4, 2];
const quietHours = [1, 0, 0, 0, 0, 1, 2, 6, 14, 18, 16, 12, 6, 8, 12, 14, 12, 8, 6, 5, 4, 4, 3, 2];

const saturday = 0.22;
const dayOff = 0.06;

/** How many of `total` declarations are registered on each day of the year; the sum is `total`. */
export function countsByDay(year: number, total: number, working: WorkingTime, offset: number): number[] {
  const first = Date.UTC(year, 0, 1) - offset;
  const days = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / dayMilliseconds);
  const weights = Array.from({ length: days }, (_, day) => {
    const noon = new Date(first + (day + 0.4) * dayMilliseconds);
    // Trade is slower in the weeks around Tết and livelier towards the end of the year.
    const season = day < 45 ? 0.75 : day > 240 ? 1.12 : 1;
    if (working.isOpen(noon)) return season;
    return season * (new Date(noon.getTime() + offset).getUTCDay() === 6 ? saturday : dayOff);
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const count = Math.round((reached / sum) * total) - given;
    given += count;
    return count;
  });
}

const drawWorking = drawing(workingHours);
const drawQuiet = drawing(quietHours);

/** When in the day each of `count` declarations is registered, in milliseconds from midnight, in order. */
export function timesOfDay(random: Random, count: number, isWorkingDay: boolean): number[] {
  const draw = isWorkingDay ? drawWorking : drawQuiet;
  return Array.from({ length: count }, () => (draw(random) + random.next()) * 3_600_000).sort((a, b) => a - b);
}
