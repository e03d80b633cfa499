import { localDate } from '../../rules/working-time/local-date.ts';

/** A day as people write it: 23/11/2026. */
export function sayDay(at: Date, zone: string): string {
  return localDate(at, zone).split('-').toReversed().join('/');
}
