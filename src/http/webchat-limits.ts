import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Seconds that the holder of `key` has to wait before the next one; 0 when it may go on. */
export type Limit = (key: string) => Promise<number>;

/** At most `points` in any window of `seconds`, counted in this process: several processes together allow more. */
export function openLimit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };
}
