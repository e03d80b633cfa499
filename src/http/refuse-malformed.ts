import type { Hook } from '@hono/zod-openapi';
import { malformed, problemAnswer } from './problems.ts';

/** What the routes do with a request of the wrong shape. The parameters are whatever the route describes. */
// The library types this hook by `any`; nothing here reads the data.
export const refuseMalformed: Hook<unknown, never, string, Response | undefined> = (result, context) =>
  result.success ? undefined : problemAnswer(context, malformed(result.error));
