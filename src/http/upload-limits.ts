import type { MiddlewareHandler } from 'hono';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../store/database.ts';
import { apiKeyCalls } from '../store/schema/access.ts';
import type { ApiEnv } from './api-env.ts';
import { HttpProblem } from './problems.ts';

const tenMinutesSeconds = 600;

/**
 * Uploads of an officer in ten minutes: far more than anybody's work asks for. Files for six answers with ten each; a
 * list of declarations corrected and tried every half minute; every appendix there is three times over.
 */
const mostUploads = { files: 60, imports: 20, appendices: 30 } as const;

/**
 * Refuses what an officer uploads beyond it before a byte is read, in one count for all processes. Programs have the
 * limit of their key.
 */
export function limitUploads(db: Db, kind: keyof typeof mostUploads): MiddlewareHandler<ApiEnv> {
  const points = mostUploads[kind];
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: apiKeyCalls,
    keyPrefix: `uploads of ${kind}`,
    points,
    duration: tenMinutesSeconds,
    // There is one row an officer.
    clearExpiredByTimeout: false,
  });
  return async (context, next) => {
    const { reader } = context.var;
    if (reader.kind === 'apiKey') return next();
    const refusal: unknown = await limiter.consume(String(reader.sight.officerId)).then(
      () => null,
      (refused: unknown) => refused,
    );
    if (refusal === null) return next();
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const waitSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    context.header('retry-after', String(waitSeconds));
    const minutes = Math.ceil(waitSeconds / 60);
    throw new HttpProblem(
      429,
      'tooManyUploads',
      `Anh/chị đã tải lên ${points} tệp trong 10 phút. Vui lòng thử lại sau ${minutes} phút. (Too many uploads; try again in ${minutes} min.)`,
    );
  };
}
