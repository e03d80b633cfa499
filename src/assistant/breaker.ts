/** Whether the model is asked at all: after so many faults in a row it is left alone for a while. */
export interface Breaker {
  faults: number;
  /** Until when nobody asks; then one question tries. */
  openUntil: Date | null;
}

export const closedBreaker: Breaker = { faults: 0, openUntil: null };

const faultsToOpen = 5;
const restMilliseconds = 60_000;

export function mayAsk({ openUntil }: Breaker, at: Date): boolean {
  return openUntil === null || at >= openUntil;
}

/** The breaker while one question is under way after a rest: the others wait for what becomes of it. */
export function trying(breaker: Breaker, at: Date): Breaker {
  return breaker.openUntil === null ? breaker : { ...breaker, openUntil: restFrom(at) };
}

export function afterAnswer(breaker: Breaker, isFault: boolean, at: Date): Breaker {
  if (!isFault) return closedBreaker;
  const faults = breaker.faults + 1;
  return { faults, openUntil: faults >= faultsToOpen ? restFrom(at) : null };
}

function restFrom(at: Date): Date {
  return new Date(at.getTime() + restMilliseconds);
}
