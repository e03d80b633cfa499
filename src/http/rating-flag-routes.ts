import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { confirmFlag, dismissFlag } from '../desk/ratings/flags/decide-flag.ts';
import { NotPermitted } from '../errors.ts';
import { flagsFor } from '../reports/ratings/flag-list.ts';
import { mayReadFlags } from '../rules/rating/anonymity-sight.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { idParam } from './organisation-schemas.ts';
import { flagSchema } from './rating-schemas.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody, writtenText } from './view-schemas.ts';

const body = jsonBody(z.object({ note: writtenText.pipe(z.string().max(2000)) }));
const decided = { 204: { description: 'It is written down' } };

const list = createRoute({
  method: 'get',
  path: '/ratings/flags',
  summary: 'What looks arranged about ratings, for internal control',
  responses: { 200: json(z.array(flagSchema), 'Open ones first, two hundred at most') },
});

const confirmation = createRoute({
  method: 'post',
  path: '/ratings/flags/{id}/confirmation',
  summary: 'Something was arranged',
  request: { params: idParam, body },
  responses: decided,
});

const dismissal = createRoute({
  method: 'post',
  path: '/ratings/flags/{id}/dismissal',
  summary: 'There is nothing to it',
  request: { params: idParam, body },
  responses: decided,
});

export function ratingFlagRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      // Not for programs: a key does not say who reads, and nobody reads of themselves here.
      const { sight } = officerOnly(context.var.reader);
      if (!mayReadFlags(sight)) throw new NotPermitted('xem dấu hiệu bất thường về đánh giá');
      return context.json(await flagsFor(desk.database.db, sight.officerId), 200);
    })
    .openapi(confirmation, async (context) => {
      const { id: flagId } = context.req.valid('param');
      const { note } = context.req.valid('json');
      await writeOnce(context, desk, (current) => confirmFlag(current, { flagId, note }));
      return context.body(null, 204);
    })
    .openapi(dismissal, async (context) => {
      const { id: flagId } = context.req.valid('param');
      const { note } = context.req.valid('json');
      await writeOnce(context, desk, (current) => dismissFlag(current, { flagId, note }));
      return context.body(null, 204);
    });
}
