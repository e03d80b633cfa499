import type { Context } from 'hono';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { UsableKey } from '../store/api-keys.ts';
import type { Db } from '../store/database.ts';
import { apiKeyCalls } from '../store/schema/access.ts';
import { HttpProblem } from './problems.ts';

/** Counts a request of a key and refuses what is too many. */
export type KeyLimits = (context: Context, key: UsableKey) => Promise<void>;

const minuteSeconds = 60;

/**
 * So many requests a minute for each key, in one count for all processes. It costs one statement on a table without a
 * write-ahead log; a key that has used up its minute is refused from memory until the minute is over.
 */
export function openKeyLimits(db: Db): KeyLimits {
  const limiters = new Map<number, RateLimiterDrizzle>();

  function limiterOf(requestsPerMinute: number): RateLimiterDrizzle {
    const known = limiters.get(requestsPerMinute);
    if (known !== undefined) return known;
    const made = new RateLimiterDrizzle({
      storeClient: db,
      schema: apiKeyCalls,
      keyPrefix: 'key',
      points: requestsPerMinute,
      duration: minuteSeconds,
      inMemoryBlockOnConsumed: requestsPerMinute + 1,
      // There is one row a key.
      clearExpiredByTimeout: false,
    });
    limiters.set(requestsPerMinute, made);
    return made;
  }

  return async (context, { id, requestsPerMinute }) => {
    if (requestsPerMinute === null) return;
    const [isTooMany, counted]: readonly [boolean, unknown] = await limiterOf(requestsPerMinute)
      .consume(String(id))
      .then(
        (allowed) => [false, allowed] as const,
        (refused: unknown) => [true, refused] as const,
      );
    if (!(counted instanceof RateLimiterRes)) throw counted;
    const waitSeconds = Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
    context.header('ratelimit-policy', `${requestsPerMinute};w=${minuteSeconds}`);
    context.header('ratelimit-limit', String(requestsPerMinute));
    context.header('ratelimit-remaining', String(isTooMany ? 0 : counted.remainingPoints));
    context.header('ratelimit-reset', String(waitSeconds));
    if (!isTooMany) return;
    context.header('retry-after', String(waitSeconds));
    throw new HttpProblem(
      429,
      'tooMany',
      `Khóa này được ${requestsPerMinute} yêu cầu mỗi phút. Vui lòng thử lại sau ${waitSeconds} giây. (Too many requests.)`,
    );
  };
}
