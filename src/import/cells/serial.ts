import type { WallReading } from './cell.ts';
import { firstYear, lastYear } from './years.ts';

const daySeconds = 86_400;
// Day 0 of each way of counting. Counting from 1900 has a 29 February 1900 too many; no date we accept is that old.
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** The date and time a spreadsheet's number of days stands for, to the nearest second; null outside the accepted years. */
export function serialReading(serial: number, epoch: 1900 | 1904): WallReading | null {
  const at = new Date(epochs[epoch] + Math.round(serial * daySeconds) * 1000);
  const year = at.getUTCFullYear();
  if (!(year >= firstYear && year <= lastYear)) return null;
  return {
    year,
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
