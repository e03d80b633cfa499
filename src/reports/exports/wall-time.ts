import { onTheWall } from '../../rules/working-time/wall-clock.ts';

/** The instant whose UTC reading is what the wall in `zone` shows: spreadsheets know no zones. */
export function localWallTime(at: Date, zone: string): Date {
  const { year, month, day, hour, minute, second } = onTheWall(at, zone);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
