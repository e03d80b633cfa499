import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { channelNames } from '../channel/port.ts';
import { approveRetention, changeRetention, withdrawRetention } from '../desk/privacy/change-retention.ts';
import { dataRequestKinds, dataRequestStates } from '../rules/privacy/data-request.ts';
import { retentionSubjects } from '../rules/privacy/retention.ts';
import { type DataRequestCard, dataRequestCards } from '../store/data-requests.ts';
import type { Db, Tx } from '../store/database.ts';
import { retentionHistory, retentionInForce, retentionRunsDone } from '../store/retention.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { iso } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { idParam, instant, line, pageOf, paging } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const requestSchema = z
  .object({
    id: z.number(),
    kind: z.enum(dataRequestKinds),
    state: z.enum(dataRequestStates),
    person: z.string().nullable(),
    channel: z.enum(channelNames),
    askedAt: instant,
    acknowledgedAt: instant.nullable(),
    acknowledgeBy: instant,
    dueBy: instant,
    doneAt: instant.nullable(),
    isOverdue: z.boolean(),
    progress: z.number(),
    /** What was done, in figures. */
    outcome: z.record(z.string(), z.number()).nullable(),
  })
  .openapi('DataRequest');
export type DataRequestView = z.infer<typeof requestSchema>;

const subject = z.enum(retentionSubjects);

const retentionSchema = z
  .object({
    rules: z.array(z.object({ what: subject, days: z.number(), basis: z.string() })),
    /** Shorter periods that wait for a second administrator. */
    proposals: z.array(
      z.object({ id: z.number(), what: subject, days: z.number(), basis: z.string(), proposedAt: instant }),
    ),
    runs: z.array(
      z.object({
        id: z.number(),
        startedAt: instant,
        finishedAt: instant.nullable(),
        counts: z.record(z.string(), z.number()),
      }),
    ),
  })
  .openapi('Retention');
export type RetentionView = z.infer<typeof retentionSchema>;

const list = createRoute({
  method: 'get',
  path: '/data-requests',
  summary: 'What people asked about their own data, newest first',
  request: { query: paging.extend({ open: z.enum(['true', 'false']).optional() }) },
  responses: { 200: json(pageOf(requestSchema), 'One page') },
});

const retention = createRoute({
  method: 'get',
  path: '/retention',
  summary: 'How long what is kept, proposals to change that, and the last runs',
  responses: { 200: json(retentionSchema, 'The periods in force') },
});

const change = createRoute({
  method: 'post',
  path: '/retention/changes',
  summary: 'Keep something for another time',
  description: 'A longer period counts at once; a shorter one waits until a second administrator has agreed.',
  request: {
    body: jsonBody(z.object({ what: subject, days: z.number().int().min(1).max(36_500), basis: line })),
  },
  responses: { 200: json(retentionSchema, 'The periods as they are now') },
});

const approval = createRoute({
  method: 'post',
  path: '/retention/proposals/{id}/approval',
  summary: 'A second administrator agrees to a shorter period',
  request: { params: idParam },
  responses: { 200: json(retentionSchema, 'The periods as they are now') },
});

const withdrawal = createRoute({
  method: 'post',
  path: '/retention/proposals/{id}/withdrawal',
  summary: 'Take a proposal back',
  request: { params: idParam },
  responses: { 200: json(retentionSchema, 'The periods as they are now') },
});

const runsShown = 30;

export function dataRequestRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      administratorOnly(context.var.reader, 'xem yêu cầu về dữ liệu cá nhân');
      const { cursor, limit, open } = context.req.valid('query');
      const [before = null] = readPlace(cursor, 1) ?? [];
      const rows = await dataRequestCards(db, { isOpen: open === 'true', before, limit: limit + 1 });
      const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id]);
      const now = desk.clock.now();
      return context.json({ items: items.map((row) => requestView(row, now)), nextCursor }, 200);
    })
    .openapi(retention, async (context) => {
      administratorOnly(context.var.reader, 'xem thời hạn lưu dữ liệu');
      return context.json(await retentionView(db, desk.clock.now()), 200);
    })
    .openapi(change, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await changeRetention(current, input);
        return retentionView(current.tx, current.at);
      });
      return context.json(view, 200);
    })
    .openapi(approval, async (context) => {
      const { id: ruleId } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await approveRetention(current, { ruleId });
        return retentionView(current.tx, current.at);
      });
      return context.json(view, 200);
    })
    .openapi(withdrawal, async (context) => {
      const { id: ruleId } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await withdrawRetention(current, { ruleId });
        return retentionView(current.tx, current.at);
      });
      return context.json(view, 200);
    });
}

function requestView(card: DataRequestCard, now: Date): DataRequestView {
  const { id, kind, state, personName, channel, dueBy, doneAt, progress, outcome } = card;
  return {
    id,
    kind,
    state,
    person: personName,
    channel,
    askedAt: card.askedAt.toISOString(),
    acknowledgedAt: iso(card.acknowledgedAt),
    acknowledgeBy: card.acknowledgeBy.toISOString(),
    dueBy: dueBy.toISOString(),
    doneAt: iso(doneAt),
    isOverdue: doneAt === null && dueBy.getTime() <= now.getTime(),
    progress,
    outcome,
  };
}

async function retentionView(db: Db | Tx, now: Date): Promise<RetentionView> {
  const pending = (await retentionHistory(db)).filter(
    ({ approvedAt, withdrawnAt }) => approvedAt === null && withdrawnAt === null,
  );
  const runs = await retentionRunsDone(db, runsShown);
  return {
    rules: (await retentionInForce(db, now)).map(({ what, days, basis }) => ({ what, days, basis })),
    proposals: pending.map(({ id, what, days, basis, validFrom }) => ({
      id,
      what,
      days,
      basis,
      proposedAt: validFrom.toISOString(),
    })),
    runs: runs.map(({ id, startedAt, finishedAt, counts }) => ({
      id,
      startedAt: startedAt.toISOString(),
      finishedAt: iso(finishedAt),
      counts: { ...counts },
    })),
  };
}
