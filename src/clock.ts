/** The one source of the present. Everything that decides takes the instant as an argument instead. */
export interface Clock {
  now(): Date;
}

/** A clock that a demonstration can push forward; it never runs backwards. */
export interface MovableClock extends Clock {
  /** Moves the present forward by `milliseconds` and tells whoever waits for a due time. */
  advanceBy(milliseconds: number): void;
  /** Calls `listener` after each move. Returns the way to stop listening. */
  onMove(listener: () => void): () => void;
}

export const systemClock: Clock = { now: () => new Date() };

/** The real time plus an offset in milliseconds, which only ever grows. */
export function movableClock(): MovableClock {
  let offset = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(Date.now() + offset),
    advanceBy(milliseconds) {
      if (milliseconds < 0) throw new RangeError('The clock never runs backwards');
      offset += milliseconds;
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
