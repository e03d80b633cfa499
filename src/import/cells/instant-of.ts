import { type OffsetPeriod, offsetPeriods, startOfYear } from '../../rules/working-time/wall-clock.ts';
import type { WallReading } from './cell.ts';
import { firstYear, lastYear } from './years.ts';

/**
 * Turns wall readings of a zone into instants by addition. A reading that the walls show twice is taken the first time; one
 * they skip is read as if they had not skipped.
 */
export function wallsOf(zone: string): (wall: WallReading) => Date {
  const periods = offsetPeriods(startOfYear(firstYear, zone), startOfYear(lastYear + 1, zone), zone);
  // The days of a file are few and its readings many; there are forty thousand days at most.
  const midnights = new Map<number, number>();

  function midnightOf({ year, month, day }: WallReading): number {
    const key = (year * 16 + month) * 32 + day;
    const known = midnights.get(key);
    if (known !== undefined) return known;
    const midnight = Date.UTC(year, month - 1, day);
    midnights.set(key, midnight);
    return midnight;
  }

  return (wall) => {
    const reading = midnightOf(wall) + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000;
    return new Date(reading - offsetFor(reading, periods));
  };
}

function offsetFor(reading: number, periods: readonly OffsetPeriod[]): number {
  let last = 0;
  for (const { until, offset } of periods) {
    last = offset;
    if (reading - offset < until) return offset;
  }
  return last;
}
