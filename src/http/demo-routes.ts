import { Hono } from 'hono';
import { z } from 'zod';
import type { ClockMove, HttpParts } from './api-env.ts';
import { answerNotFound } from './problems.ts';

// Longer jumps would leave the years for which a working calendar is approved.
const mostMinutes = 30 * 24 * 60;
const minutes = z.number().positive().max(mostMinutes);
const move: z.ZodType<ClockMove> = z.union([
  z.strictObject({ advanceMinutes: minutes }),
  z.strictObject({ advanceWorkingMinutes: minutes }),
]);

/** What only a demonstration has. Elsewhere these addresses do not exist. */
export function demoRoutes({ moveClock, demoSignIns }: Pick<HttpParts, 'moveClock' | 'demoSignIns'>): Hono {
  return new Hono()
    .post('/demo/clock', async (context) => {
      if (moveClock === undefined) return answerNotFound(context);
      const now = await moveClock(move.parse(await readJson(context.req.raw)));
      return context.json({ now: now.toISOString() });
    })
    .get('/demo/sign-ins', (context) =>
      demoSignIns === undefined ? answerNotFound(context) : context.json(demoSignIns()),
    );
}

async function readJson(request: Request): Promise<unknown> {
  // What cannot be read has the shape of nothing, and is refused as such.
  return request.json().catch(() => undefined);
}
