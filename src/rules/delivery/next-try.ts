export interface FailedTry {
  /** Tries that came to nothing before this one. */
  failuresBefore: number;
  /** When the message was written. */
  saidAt: Date;
  now: Date;
  /** How long the platform asks us to wait at least. */
  afterSeconds: number;
  /** From 0 up to, not including, 1. */
  random: number;
}

const firstWaitSeconds = 5;
const factor = 3;
const longestWaitSeconds = 3600;
const shortestWaitSeconds = 0.2;
const fewestTries = 12;
const shortestSpanMilliseconds = 6 * 3_600_000;

/**
 * When a message that could not be sent is tried again: a random share of a wait that trebles up to an hour, so that
 * those who failed together do not come back together, and never before the platform wants it. Null once it was tried
 * twelve times and six hours have passed since it was written.
 */
export function nextTryAt({ failuresBefore, saidAt, now, afterSeconds, random }: FailedTry): Date | null {
  const isLongEnough = now.getTime() - saidAt.getTime() >= shortestSpanMilliseconds;
  if (failuresBefore + 1 >= fewestTries && isLongEnough) return null;
  const bound = Math.min(longestWaitSeconds, firstWaitSeconds * factor ** failuresBefore);
  const waitSeconds = Math.max(shortestWaitSeconds, afterSeconds, bound * random);
  return new Date(now.getTime() + Math.ceil(waitSeconds * 1000));
}
