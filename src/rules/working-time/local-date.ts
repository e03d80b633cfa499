import { onTheWall } from './wall-clock.ts';

/** The calendar date (`2026-11-23`) that people in `zone` would give for the instant. */
export function localDate(at: Date, zone: string): string {
  return onTheWall(at, zone).toPlainDate().toString();
}
