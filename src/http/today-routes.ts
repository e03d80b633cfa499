import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { today } from '../reports/today/today.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { todaySchema } from './figure-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const read = createRoute({
  method: 'get',
  path: '/today',
  summary: 'How the work stands now, and who is there for it',
  responses: { 200: json(todaySchema, 'Of the cases that the reader may see and the people of the reader’s units') },
});

export function todayRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(read, async (context) =>
    context.json(await today(desk.database.db, context.var.reader.sight, desk.clock.now()), 200),
  );
}
