import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { finishAction } from '../desk/ratings/verification/finish-action.ts';
import { NotPermitted } from '../errors.ts';
import { mayDo } from '../rules/visibility/permissions.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { actionsOfOwner, overdueActionsIn, visibleActions } from '../store/corrective-actions.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { actionView } from './verification-detail.ts';
import { actionsSchema } from './verification-schemas.ts';
import { json, jsonBody, writtenText } from './view-schemas.ts';

const most = 500;

const list = createRoute({
  method: 'get',
  path: '/corrective-actions',
  summary: 'What is to be done after low ratings',
  request: {
    query: z.object({
      box: z.enum(['mine', 'below', 'all']).default('mine').openapi({
        description: 'Those I am to do; late ones of the people I lead; all whose case I may see',
      }),
    }),
  },
  responses: { 200: json(actionsSchema, 'By the day they are due') },
});

const completion = createRoute({
  method: 'post',
  path: '/corrective-actions/{id}/completion',
  summary: 'Say that an action of one’s own is done',
  request: {
    params: z.object({ id: z.coerce.number().int().positive() }),
    body: jsonBody(z.object({ note: writtenText.pipe(z.string().max(2000)) })),
  },
  responses: { 204: { description: 'Somebody looks in 30 or 90 days whether it helped' } },
});

/** Corrective actions as their owners and managers see them: what to do and by when, not where it comes from. */
export function verificationActionRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { box } = context.req.valid('query');
      const { reader } = context.var;
      const today = localDate(desk.clock.now(), desk.zone);
      if (box === 'all') {
        const entries = await visibleActions(db, reader.sight, most);
        return context.json(
          entries.map((entry) => actionView(entry, today, true)),
          200,
        );
      }
      const { sight } = officerOnly(reader);
      if (box === 'below' && !mayDo(sight, 'leadUnit')) throw new NotPermitted('xem biện pháp khắc phục của đơn vị');
      const entries =
        box === 'below' ? await overdueActionsIn(db, sight, today) : await actionsOfOwner(db, sight.officerId);
      return context.json(
        entries.map((entry) => actionView(entry, today, false)),
        200,
      );
    })
    .openapi(completion, async (context) => {
      const { id } = context.req.valid('param');
      const { note } = context.req.valid('json');
      await writeOnce(context, desk, (current) => finishAction(current, { id, note }));
      return context.body(null, 204);
    });
}
