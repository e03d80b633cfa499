import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Act } from '../desk/act.ts';
import { handOver } from '../desk/cases/hand-over.ts';
import type { Happened } from '../desk/cases/happen.ts';
import { reply } from '../desk/cases/reply.ts';
import { resolveCase } from '../desk/cases/resolve-case.ts';
import { takeCase } from '../desk/cases/take-case.ts';
import { writeNote } from '../desk/cases/write-note.ts';
import { mostFilesAtOnce } from '../rules/delivery/file-limits.ts';
import { caseCards, caseCounts, openClocks } from '../store/case-lists.ts';
import { endOfPage } from '../store/case-order.ts';
import { unitsOfCases } from '../store/case-units.ts';
import { type DraftMode, dropDraft } from '../store/drafts.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { caseDetail } from './case-detail.ts';
import { caseFilterOf, caseOrderOf, listQuery } from './case-list-query.ts';
import { caseListItem } from './case-views.ts';
import { changeCase } from './change-case.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import {
  caseCountsSchema,
  caseDetailSchema,
  casePageSchema,
  caseReference,
  json,
  jsonBody,
  writtenText,
} from './view-schemas.ts';

const reference = z.object({ reference: caseReference });
const caseUnitsSchema = z.array(z.object({ id: z.number(), name: z.string() })).openapi('CaseUnits');
export type CaseUnits = z.infer<typeof caseUnitsSchema>;
const detail = json(caseDetailSchema, 'The case as it stands now');

const list = createRoute({
  method: 'get',
  path: '/cases',
  summary: 'Cases by what is due next, or in another order',
  request: {
    query: listQuery.extend({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: { 200: json(casePageSchema, 'One page') },
});

const counts = createRoute({
  method: 'get',
  path: '/cases/counts',
  summary: 'How many cases each box holds',
  responses: { 200: json(caseCountsSchema, 'Open cases this reader may see') },
});

const units = createRoute({
  method: 'get',
  path: '/cases/units',
  summary: 'The units by which the list can be narrowed',
  responses: { 200: json(caseUnitsSchema, 'Those that have open cases this reader may see, by name') },
});

const read = createRoute({
  method: 'get',
  path: '/cases/{reference}',
  summary: 'A case with its thread, history and deadlines',
  request: { params: reference },
  responses: { 200: detail },
});

// Spelled out, the key would make the object of shapes look like a promise.
const whatComesAfter = 'then';

const key = z.number().int().positive();
const chosen = z.array(key).max(mostFilesAtOnce);

const replies = createRoute({
  method: 'post',
  path: '/cases/{reference}/replies',
  summary: 'Answer the enterprise',
  request: {
    params: reference,
    body: jsonBody(
      z.object({
        text: writtenText,
        [whatComesAfter]: z.enum(['nothing', 'awaitEnterprise', 'resolve']).default('nothing'),
        seenEventOrdinal: z.number().int().min(0).exactOptional(),
        uploadIds: chosen.exactOptional().describe('Files that were chosen for it'),
        draftId: key.exactOptional().describe('The draft that the answer began as'),
        translationId: key.exactOptional().describe('The translation that goes below the words'),
      }),
    ),
  },
  responses: { 201: detail },
});

const notes = createRoute({
  method: 'post',
  path: '/cases/{reference}/notes',
  summary: 'Write what only officers read',
  request: {
    params: reference,
    body: jsonBody(
      z.object({
        text: writtenText,
        mentionedIds: z.array(key).max(20).exactOptional().describe('Colleagues whom it names'),
        uploadIds: chosen.exactOptional().describe('Files that were chosen for it'),
      }),
    ),
  },
  responses: { 201: detail },
});

const taking = createRoute({
  method: 'post',
  path: '/cases/{reference}/taking',
  summary: 'Take the case',
  request: { params: reference },
  responses: { 200: detail },
});

const resolution = createRoute({
  method: 'post',
  path: '/cases/{reference}/resolution',
  summary: 'Declare the matter answered',
  request: { params: reference },
  responses: { 200: detail },
});

const assignment = createRoute({
  method: 'post',
  path: '/cases/{reference}/assignment',
  summary: 'Hand the case to an officer',
  request: {
    params: reference,
    body: jsonBody(z.object({ officerId: z.number().int().positive(), reason: writtenText.optional() })),
  },
  responses: { 200: detail },
});

export function caseRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  const change = changeCase(desk);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { cursor, limit, ...asked } = context.req.valid('query');
      const now = desk.clock.now();
      const order = caseOrderOf(asked);
      const page = { after: readCursor(cursor), limit: limit + 1, now, order };
      const found = await caseCards(db, context.var.reader.sight, caseFilterOf(asked, now, desk.zone), page);
      const cards = found.slice(0, limit);
      const clocks = await openClocks(
        db,
        cards.map(({ row }) => row.id),
      );
      const last = found.length > limit ? cards.at(-1) : undefined;
      const items = cards.map((card) => caseListItem(card, clocks, now));
      return context.json({ items, nextCursor: last === undefined ? null : cursorOf(endOfPage(last.row, order)) }, 200);
    })
    .openapi(counts, async (context) =>
      context.json(await caseCounts(db, context.var.reader.sight, desk.clock.now()), 200),
    )
    .openapi(units, async (context) => context.json(await unitsOfCases(db, context.var.reader.sight), 200))
    .openapi(read, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { sight } = context.var.reader;
      const now = desk.clock.now();
      // One snapshot: a case read while it changes would contradict itself.
      const found = await db.transaction((tx) => caseDetail(tx, desk, sight, of, now), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      });
      return context.json(found, 200);
    })
    .openapi(replies, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { then: next, ...said } = context.req.valid('json');
      const answer = { reference: of, next, ...said };
      return context.json(
        await change(context, of, async (current) => sent(current, 'reply', await reply(current, answer))),
        201,
      );
    })
    .openapi(notes, async (context) => {
      const { reference: of } = context.req.valid('param');
      const said = context.req.valid('json');
      return context.json(
        await change(context, of, async (current) =>
          sent(current, 'note', await writeNote(current, { reference: of, ...said })),
        ),
        201,
      );
    })
    .openapi(taking, async (context) => {
      const { reference: of } = context.req.valid('param');
      return context.json(await change(context, of, (current) => takeCase(current, { reference: of })), 200);
    })
    .openapi(resolution, async (context) => {
      const { reference: of } = context.req.valid('param');
      return context.json(await change(context, of, (current) => resolveCase(current, { reference: of })), 200);
    })
    .openapi(assignment, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { officerId: to, reason } = context.req.valid('json');
      const input = { reference: of, to, reason: reason ?? '' };
      return context.json(await change(context, of, (current) => handOver(current, input)), 200);
    });
}

/** What was written in the console is a draft no longer, whichever page still has it. */
async function sent({ tx, by }: Act, mode: DraftMode, { row }: Happened): Promise<void> {
  if (by.kind === 'officer') await dropDraft(tx, { caseId: row.id, officerId: by.officerId, mode });
}
