import type { Context } from 'hono';
import type { z } from 'zod';
import { malformed, problemAnswer } from './problems.ts';

/** What the routes do with a request of the wrong shape. */
export function refuseMalformed(
  result: { success: true } | { success: false; error: z.core.$ZodError },
  context: Context,
): Response | undefined {
  return result.success ? undefined : problemAnswer(context, malformed(result.error));
}
