import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addExclusion } from '../desk/cases/add-exclusion.ts';
import { approveExclusionLift } from '../desk/cases/approve-exclusion-lift.ts';
import { askExclusionLift } from '../desk/cases/ask-exclusion-lift.ts';
import { NotFound } from '../errors.ts';
import { pendingLift } from '../rules/routing/exclusion-lift.ts';
import { officerNames } from '../store/case-details.ts';
import { caseCard } from '../store/case-lists.ts';
import { asEvent, eventRows } from '../store/cases.ts';
import { exclusionsOf } from '../store/exclusions.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { exclusionsSchema, json, jsonBody, writtenText } from './view-schemas.ts';

const reference = z.object({ reference: z.string().max(40).openapi({ example: 'PA-2026-000012' }) });
const excludedOfficer = reference.extend({ officerId: z.coerce.number().int().positive() });

const list = createRoute({
  method: 'get',
  path: '/cases/{reference}/exclusions',
  summary: 'Who is kept away from the case, for those who decide about it',
  request: { params: reference },
  responses: { 200: json(exclusionsSchema, 'By name') },
});

const adding = createRoute({
  method: 'post',
  path: '/cases/{reference}/exclusions',
  summary: 'Keep an officer away from the case',
  request: {
    params: reference,
    body: jsonBody(z.object({ officerId: z.number().int().positive(), reason: writtenText })),
  },
  responses: { 204: { description: 'The officer meets no trace of the case from now on' } },
});

const asking = createRoute({
  method: 'post',
  path: '/cases/{reference}/exclusions/{officerId}/lift-requests',
  summary: 'Ask that an excluded officer be let in',
  request: { params: excludedOfficer, body: jsonBody(z.object({ reason: writtenText })) },
  responses: { 204: { description: 'A second person is asked' } },
});

const approval = createRoute({
  method: 'post',
  path: '/cases/{reference}/exclusions/{officerId}/lift-approvals',
  summary: 'Agree, as the second person, that the officer be let in',
  request: { params: excludedOfficer },
  responses: { 204: { description: 'The officer may see the case again' } },
});

export function exclusionRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { sight } = context.var.reader;
      const card = await caseCard(db, sight, of);
      if (card === null) throw new NotFound(`vụ việc ${of}`);
      requirePermission(context.var.reader, 'decideExclusions', 'xem các loại trừ');
      const events = (await eventRows(db, card.row.id)).map(asEvent);
      const excluded = await exclusionsOf(db, card.row.id);
      const asked = excluded.map(({ officerId }) => pendingLift(events, officerId));
      const names = await officerNames(
        db,
        asked.flatMap((lift) => lift?.askedBy ?? []),
      );
      return context.json(
        excluded.map(({ officerId: id, name, title, because }, index) => {
          const lift = asked[index] ?? null;
          const liftAsked =
            lift === null
              ? null
              : { by: names.get(lift.askedBy) ?? '', because: lift.because, at: lift.askedAt.toISOString() };
          return { officer: { id, name, title }, because, liftAsked };
        }),
        200,
      );
    })
    .openapi(adding, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { officerId, reason: because } = context.req.valid('json');
      await writeOnce(context, desk, (current) => addExclusion(current, { reference: of, officerId, because }));
      return context.body(null, 204);
    })
    .openapi(asking, async (context) => {
      const { reference: of, officerId } = context.req.valid('param');
      const { reason: because } = context.req.valid('json');
      await writeOnce(context, desk, (current) => askExclusionLift(current, { reference: of, officerId, because }));
      return context.body(null, 204);
    })
    .openapi(approval, async (context) => {
      const { reference: of, officerId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => approveExclusionLift(current, { reference: of, officerId }));
      return context.body(null, 204);
    });
}
