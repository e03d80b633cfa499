import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { approvePolicy, withdrawProposal } from '../desk/policies/approve-policy.ts';
import { proposePolicy } from '../desk/policies/propose-policy.ts';
import { NotFound } from '../errors.ts';
import type { Actor } from '../rules/case/words.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { Db, Tx } from '../store/database.ts';
import { officerById } from '../store/organisation.ts';
import { namedCasesUnder } from '../store/organisation-cases.ts';
import { type ProposalRow, policiesOn, proposalById, proposals } from '../store/policies.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { iso } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { asOf, day, idParam, instant, key, pageOf, paging } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { requirePermission } from './permitted.ts';
import { policyDraftSchema } from './policy-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const span = { validFrom: day, validTo: day.nullable() };
const policySchema = z.object({ id: z.number(), definition: policyDraftSchema, ...span }).openapi('StoredPolicy');

const proposalSchema = z
  .object({
    id: z.number(),
    replacesId: z.number().nullable(),
    definition: policyDraftSchema.nullable(),
    validFrom: day,
    state: z.enum(['pending', 'approved', 'withdrawn']),
    proposedBy: z.string(),
    proposedAt: instant,
    approvedBy: z.string().nullable(),
    approvedAt: instant.nullable(),
    policyId: z.number().nullable(),
  })
  .openapi('PolicyProposal');

const proposal = json(proposalSchema, 'The proposal as it stands now');

const list = createRoute({
  method: 'get',
  path: '/policies',
  summary: 'The promises in force on a day',
  request: { query: asOf.extend(paging.shape) },
  responses: { 200: json(pageOf(policySchema), 'One page') },
});

const proposalList = createRoute({
  method: 'get',
  path: '/policy-proposals',
  summary: 'Proposed versions, newest first',
  request: { query: paging },
  responses: { 200: json(pageOf(proposalSchema), 'One page') },
});

const proposing = createRoute({
  method: 'post',
  path: '/policy-proposals',
  summary: 'Propose a version; without a definition, the end of one',
  request: {
    body: jsonBody(z.object({ replacesId: key.nullable(), definition: policyDraftSchema.nullable(), validFrom: day })),
  },
  responses: { 201: proposal },
});

const preview = createRoute({
  method: 'get',
  path: '/policy-proposals/{id}/preview',
  summary: 'Which open cases keep the version they were opened with',
  request: { params: idParam },
  responses: {
    200: json(
      z.object({ kept: z.number(), references: z.array(z.string()) }).openapi('PolicyPreview'),
      'Their number and the first hundred; matters about conduct are not among them',
    ),
  },
});

const approval = createRoute({
  method: 'post',
  path: '/policy-proposals/{id}/approval',
  summary: 'A second person puts it into force from its day on',
  request: { params: idParam },
  responses: { 200: proposal },
});

const withdrawal = createRoute({
  method: 'post',
  path: '/policy-proposals/{id}/withdrawal',
  summary: 'Take a proposal back',
  request: { params: idParam },
  responses: { 200: proposal },
});

export function policyRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { asOf: date, cursor, limit } = context.req.valid('query');
      const [afterId = 0] = readPlace(cursor, 1) ?? [];
      const on = date ?? localDate(desk.clock.now(), desk.zone);
      const rows = await policiesOn(db, on, { afterId, limit: limit + 1 });
      return context.json(
        cutPage(rows, limit, ({ id }) => [id]),
        200,
      );
    })
    .openapi(proposalList, async (context) => {
      decidersOnly(context.var.reader);
      const { cursor, limit } = context.req.valid('query');
      const [beforeId = null] = readPlace(cursor, 1) ?? [];
      const { items, nextCursor } = cutPage(await proposals(db, { beforeId, limit: limit + 1 }), limit, ({ id }) => [
        id,
      ]);
      const views = [];
      for (const row of items) views.push(await proposalView(db, row));
      return context.json({ items: views, nextCursor }, 200);
    })
    .openapi(proposing, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) =>
        storedProposal(current.tx, await proposePolicy(current, input)),
      );
      return context.json(view, 201);
    })
    .openapi(preview, async (context) => {
      const { reader } = context.var;
      decidersOnly(reader);
      const row = await proposalById(db, context.req.valid('param').id);
      if (row === null) throw new NotFound('đề xuất');
      const { total, references } =
        row.replacesId === null
          ? { total: 0, references: [] }
          : await namedCasesUnder(db, reader.actor, row.replacesId);
      return context.json({ kept: total, references }, 200);
    })
    .openapi(approval, async (context) => {
      const { id: proposalId } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await approvePolicy(current, { proposalId });
        return storedProposal(current.tx, proposalId);
      });
      return context.json(view, 200);
    })
    .openapi(withdrawal, async (context) => {
      const { id: proposalId } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await withdrawProposal(current, { proposalId });
        return storedProposal(current.tx, proposalId);
      });
      return context.json(view, 200);
    });
}

function decidersOnly(reader: Reader): void {
  requirePermission(reader, 'approvePolicies', 'xem đề xuất quy định');
}

async function storedProposal(tx: Tx, id: number) {
  const row = await proposalById(tx, id);
  if (row === null) throw new NotFound('đề xuất');
  return proposalView(tx, row);
}

async function proposalView(tx: Tx | Db, row: ProposalRow) {
  const { id, replacesId, definition, validFrom, proposedBy, proposedAt, approvedBy, approvedAt, policyId } = row;
  return {
    id,
    replacesId,
    definition,
    validFrom,
    state: stateOf(row),
    proposedBy: await nameOf(tx, proposedBy),
    proposedAt: proposedAt.toISOString(),
    approvedBy: approvedBy === null ? null : await nameOf(tx, approvedBy),
    approvedAt: iso(approvedAt),
    policyId,
  };
}

function stateOf({ approvedAt, withdrawnAt }: ProposalRow): 'pending' | 'approved' | 'withdrawn' {
  if (approvedAt !== null) return 'approved';
  return withdrawnAt === null ? 'pending' : 'withdrawn';
}

async function nameOf(tx: Tx | Db, by: Actor): Promise<string> {
  if (by.kind === 'officer') return (await officerById(tx, by.officerId))?.name ?? '';
  return by.kind === 'apiKey' ? `Khóa API ${by.name}` : by.kind;
}
