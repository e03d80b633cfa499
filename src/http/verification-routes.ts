import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { checkEffect } from '../desk/ratings/verification/check-effect.ts';
import { decideOutcome } from '../desk/ratings/verification/decide-outcome.ts';
import { orderAction } from '../desk/ratings/verification/order-action.ts';
import { funnelOf } from '../rules/rating/verification-funnel.ts';
import { orUnknown } from '../rules/working-time/or-unknown.ts';
import { rootUnit } from '../store/organisation.ts';
import { currentCalendarFor } from '../store/rules.ts';
import { stageTimes, verificationCards, verificationCounts } from '../store/verification-lists.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { changeVerification } from './change-verification.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { verificationCard, verificationDetail } from './verification-detail.ts';
import {
  funnelSchema,
  outcome,
  stage,
  verificationDetailSchema,
  verificationPageSchema,
} from './verification-schemas.ts';
import { caseReference, json, jsonBody, writtenText } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });
const detail = json(verificationDetailSchema, 'The verification as it stands now');
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const period = { from: instant.optional(), to: instant.optional() };
const id = z.number().int().positive();

const action = z.object({
  what: writtenText.pipe(z.string().max(2000)),
  ownerId: id,
  dueOn: z.iso.date(),
  checkAfterDays: z.union([z.literal(30), z.literal(90)]),
});

const list = createRoute({
  method: 'get',
  path: '/verifications',
  summary: 'What became of low ratings, as far as the reader may know',
  request: {
    query: z.object({
      box: z.enum(['open', 'overdue', 'decided', 'all']).default('open'),
      reached: stage
        .optional()
        .openapi({ description: 'Only first looks that came so far: what a stage of the funnel counts' }),
      ...period,
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
  },
  responses: { 200: json(verificationPageSchema, 'Open ones by what is due next, others newest first') },
});

const funnel = createRoute({
  method: 'get',
  path: '/verifications/funnel',
  summary: 'How many low ratings of a period came how far, and in how many working days',
  request: { query: z.object(period) },
  responses: { 200: json(funnelSchema, 'The stages in their order') },
});

const one = createRoute({
  method: 'get',
  path: '/cases/{reference}/verification',
  summary: 'The evidence, the finding and what follows from it',
  request: { params: reference },
  responses: { 200: detail },
});

const deciding = createRoute({
  method: 'post',
  path: '/cases/{reference}/verification/outcome',
  summary: 'Decide what was found; the enterprise is told in its chat',
  request: { params: reference, body: jsonBody(z.object({ outcome, finding: writtenText, told: writtenText })) },
  responses: { 200: detail },
});

const ordering = createRoute({
  method: 'post',
  path: '/cases/{reference}/verification/actions',
  summary: 'Order a corrective action',
  request: { params: reference, body: jsonBody(action) },
  responses: { 200: detail },
});

const checking = createRoute({
  method: 'post',
  path: '/cases/{reference}/verification/actions/{id}/check',
  summary: 'Say whether an action helped; one that did not leads to another, or to the leader of the department',
  request: {
    params: reference.extend({ id: z.coerce.number().int().positive() }),
    body: jsonBody(
      z.object({ isEffective: z.boolean(), note: writtenText, next: z.union([z.literal('raise'), action]).optional() }),
    ),
  },
  responses: { 200: detail },
});

export function verificationRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  const change = changeVerification(desk);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { before, limit, ...filter } = context.req.valid('query');
      const { reader } = context.var;
      requirePermission(reader, 'followVerifications', 'xem danh sách xác minh');
      const { sight } = reader;
      const now = desk.clock.now();
      const rows = await verificationCards(db, sight, filter, { before: before ?? null, limit: limit + 1, now });
      const items = rows.slice(0, limit).map((row) => verificationCard(row, now));
      const isByDue = filter.box === 'open' || filter.box === 'overdue';
      const nextBefore = rows.length > limit && !isByDue ? (items.at(-1)?.id ?? null) : null;
      return context.json({ items, counts: await verificationCounts(db, sight, now), nextBefore }, 200);
    })
    .openapi(funnel, async (context) => {
      const { reader } = context.var;
      requirePermission(reader, 'followVerifications', 'xem danh sách xác minh');
      const { sight } = reader;
      const rows = await stageTimes(db, sight, context.req.valid('query'));
      const working = await db.transaction(async (tx) =>
        desk.ruleBook.workingTime(tx, await currentCalendarFor(tx, (await rootUnit(tx)).id)),
      );
      const times = rows.map(({ ratedAt, openedAt, contactedAt, decidedAt, toldAt, actionAt, checkedAt }) => ({
        ratedAt,
        reachedAt: {
          ...{ opened: openedAt, contacted: contactedAt, decided: decidedAt },
          ...{ told: toldAt, action: actionAt, checked: checkedAt },
        },
      }));
      return context.json(
        {
          ratings: rows.reduce((sum, row) => sum + row.ratings, 0),
          stages: funnelOf(times, (from, until) => orUnknown(() => working.between(from, until))),
        },
        200,
      );
    })
    .openapi(one, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { sight } = context.var.reader;
      const now = desk.clock.now();
      return context.json(await db.transaction((tx) => verificationDetail(tx, desk, sight, of, now)), 200);
    })
    .openapi(deciding, async (context) => {
      const { reference: of } = context.req.valid('param');
      const said = context.req.valid('json');
      return context.json(
        await change(context, of, (current) => decideOutcome(current, { ...said, reference: of })),
        200,
      );
    })
    .openapi(ordering, async (context) => {
      const { reference: of } = context.req.valid('param');
      const ordered = context.req.valid('json');
      return context.json(
        await change(context, of, (current) => orderAction(current, { ...ordered, reference: of })),
        200,
      );
    })
    .openapi(checking, async (context) => {
      const { reference: of, id: actionId } = context.req.valid('param');
      const found = context.req.valid('json');
      return context.json(
        await change(context, of, (current) => checkEffect(current, { ...found, id: actionId, reference: of })),
        200,
      );
    });
}
