import type { Context } from 'hono';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../store/database.ts';
import { signInAttempts } from '../store/schema/access.ts';
import { HttpProblem } from './problems.ts';

const quarterHourSeconds = 900;

export interface SignInLimit {
  /** Counts an attempt; throws when there were too many. */
  take(context: Context, key: string): Promise<void>;
  /** Gives back one attempt that was right. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

/** At most so many attempts in a quarter of an hour, counted in the database: processes share one count. */
export function openSignInLimit(db: Db, name: string, points: number): SignInLimit {
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: signInAttempts,
    keyPrefix: name,
    points,
    duration: quarterHourSeconds,
    // Retention removes what is over; the library's own timer would outlive the database's connections.
    clearExpiredByTimeout: false,
  });
  return {
    async take(context, key) {
      const refusal: unknown = await limiter.consume(key).then(
        () => null,
        (refused: unknown) => refused,
      );
      if (refusal === null) return;
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const waitSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      context.header('retry-after', String(waitSeconds));
      const minutes = Math.ceil(waitSeconds / 60);
      throw new HttpProblem(429, 'tooMany', `Đăng nhập sai nhiều lần. Vui lòng thử lại sau ${minutes} phút.`);
    },
    giveBack: async (key) => void (await limiter.reward(key)),
    forget: async (key) => void (await limiter.delete(key)),
  };
}
