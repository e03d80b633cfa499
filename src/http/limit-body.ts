import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/**
 * Refuses a body of more than `mostBytes` with 413. A stated length is taken at its word, because the server reads no
 * further than that; only a body of unknown length is counted. Counting costs a webhook about a third of its time.
 */
export function limitBody(mostBytes: number): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: mostBytes });
  return async (context, next) => {
    const stated = context.req.header('content-length');
    if (stated === undefined || context.req.header('transfer-encoding') !== undefined) return counted(context, next);
    return Number(stated) <= mostBytes ? next() : context.text('Payload Too Large', 413);
  };
}
