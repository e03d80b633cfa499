import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { localDate } from '../rules/working-time/local-date.ts';
import { promisesKept } from '../store/promise-figures.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

// As with ratings: fewer would speak of single cases.
const fewest = 5;

const promisesSchema = z
  .object({
    month: z.string(),
    items: z.array(
      z.object({
        address: z.string().openapi({ example: 'PL01 Điều 6 khoản 1' }),
        /** The unit or the agreement; null by clause alone, and for cases under no agreement. */
        of: z.string().nullable(),
        kept: z.number(),
        broken: z.number(),
      }),
    ),
  })
  .openapi('PromisesKept');

const promises = createRoute({
  method: 'get',
  path: '/promises',
  summary: 'How often what the appendices promise was kept and broken in a month',
  description: `By clause, by unit and clause, or by agreement and clause. Groups of fewer than ${fewest} are left out; a case that the reader may not see is not counted.`,
  request: {
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
        .optional()
        .openapi({ example: '2026-11' }),
      by: z.enum(['clause', 'unit', 'agreement']).default('clause'),
    }),
  },
  responses: { 200: json(promisesSchema, 'Most broken first') },
});

export function promiseRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(promises, async (context) => {
    const { month: asked, by } = context.req.valid('query');
    const month = asked ?? localDate(desk.clock.now(), desk.zone).slice(0, 7);
    const { sight } = context.var.reader;
    const items = await promisesKept(desk.database.db, sight, { month, zone: desk.zone, by, fewest });
    return context.json({ month, items }, 200);
  });
}
