import type { MovableClock } from '../../src/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends MovableClock {
  set(iso: string): void;
  advanceMinutes(minutes: number): void;
}

export function testClock(iso: string): TestClock {
  let now = new Date(iso);
  const listeners = new Set<() => void>();

  function moveTo(instant: Date): void {
    if (Number.isNaN(instant.getTime())) throw new RangeError('A test clock is set to an ISO instant');
    now = instant;
    for (const listener of listeners) listener();
  }

  function advanceBy(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError('The clock never runs backwards');
    moveTo(new Date(now.getTime() + milliseconds));
  }

  return {
    now: () => new Date(now),
    set: (text) => moveTo(new Date(text)),
    advanceBy,
    advanceMinutes: (minutes) => advanceBy(minutes * 60_000),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
