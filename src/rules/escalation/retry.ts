const firstMilliseconds = 1_000;
const longestMilliseconds = 3_600_000;

/** When a step that could not be fired is tried again: a second after the first failure, ever later, at most an hour. */
export function retryAt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(longestMilliseconds, firstMilliseconds * 2 ** (attempts - 1)));
}
