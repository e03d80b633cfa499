import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { UsableKey } from '../store/api-keys.ts';
import { HttpProblem } from './problems.ts';

/** Counts a request of a key and refuses what is too many. */
export type KeyLimits = (context: Context, key: UsableKey) => Promise<void>;

const minuteSeconds = 60;

/**
 * So many requests a minute for each key, counted in this process: with several of them a key gets that much from each. A
 * shared count would cost a write a request, which is more than what the limit protects from.
 */
export function openKeyLimits(): KeyLimits {
  const limiters = new Map<number, RateLimiterMemory>();

  return async (context, { id, requestsPerMinute }) => {
    if (requestsPerMinute === null) return;
    const limiter =
      limiters.get(requestsPerMinute) ?? new RateLimiterMemory({ points: requestsPerMinute, duration: minuteSeconds });
    limiters.set(requestsPerMinute, limiter);
    const refusal: unknown = await limiter.consume(String(id)).then(
      () => null,
      (refused: unknown) => refused,
    );
    if (refusal === null) return;
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const waitSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    context.header('retry-after', String(waitSeconds));
    throw new HttpProblem(
      429,
      'tooMany',
      `Khóa này được ${requestsPerMinute} yêu cầu mỗi phút. Vui lòng thử lại sau ${waitSeconds} giây. (Too many requests.)`,
    );
  };
}
