import { localDate } from '../../rules/working-time/local-date.ts';

/** The local day of an instant as people write it: 23/11/2026. */
export function sayDay(at: Date, zone: string): string {
  return dayOfDate(localDate(at, zone));
}

/** A local day (`2026-12-04`) as people write it: 04/12/2026. */
export function dayOfDate(date: string): string {
  return date.split('-').toReversed().join('/');
}
