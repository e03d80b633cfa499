import type { Clock } from '../../src/ports.ts';

export interface MovedClock extends Clock {
  advanceBy(milliseconds: number): void;
}

export const noon = new Date('2026-11-22T05:00:00Z');
export const second = 1000;
export const hour = 3_600_000;
export const day = 24 * hour;

export function clockAt(start: Date = noon): MovedClock {
  let present = start.getTime();
  return {
    now: () => new Date(present),
    advanceBy(milliseconds) {
      present += milliseconds;
    },
  };
}

export function after(start: Date, milliseconds: number): Date {
  return new Date(start.getTime() + milliseconds);
}
