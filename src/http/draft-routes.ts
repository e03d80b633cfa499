import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { keepDraft, takeOverDraft } from '../desk/drafts/keep-draft.ts';
import { noteReading } from '../desk/watching/note-reading.ts';
import { channelOfCase, officerNames } from '../store/case-details.ts';
import { uploadsOf } from '../store/case-uploads.ts';
import { answersBegunBy, draftsOf } from '../store/drafts.ts';
import { presentOn } from '../store/presence.ts';
import { seenMessageOf } from '../store/readings.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { chosenFileSchema, chosenFileView } from './file-carriage.ts';
import { writeOnce } from './idempotency.ts';
import { key } from './organisation-schemas.ts';
import { presentSchema, presentView } from './presence-routes.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { seenCase } from './seen-case.ts';
import { caseReference, json, jsonBody } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });
const mode = z.enum(['reply', 'note']);

const besideSchema = z
  .object({
    seenMessageId: z.number().nullable().openapi({ description: 'The last message this officer has read' }),
    drafts: z.array(
      z.object({
        mode,
        text: z.string(),
        seenEventOrdinal: z.number(),
        mentions: z.array(z.object({ id: z.number(), name: z.string() })),
        updatedAt: z.iso.datetime(),
      }),
    ),
    files: z.array(chosenFileSchema).openapi({ description: 'What this officer has chosen to send along' }),
    begun: z
      .array(
        z.object({
          officer: z.object({ id: z.number(), name: z.string() }),
          text: z.string(),
          updatedAt: z.iso.datetime(),
        }),
      )
      .openapi({ description: 'Answers that colleagues have begun' }),
    present: z.array(presentSchema).openapi({ description: 'Who else has the case open' }),
  })
  .openapi('BesideCase');
export type BesideView = z.infer<typeof besideSchema>;

const beside = createRoute({
  method: 'get',
  path: '/cases/{reference}/beside',
  summary: 'What belongs to this officer on the case: drafts, how far it is read, who else is there',
  request: { params: reference },
  responses: { 200: json(besideSchema, 'Nothing of it is seen by the enterprise') },
});

const drafting = createRoute({
  method: 'put',
  path: '/cases/{reference}/drafts/{mode}',
  summary: 'Keep what is written so far; an empty text keeps nothing',
  request: {
    params: reference.extend({ mode }),
    body: jsonBody(
      z.object({
        text: z
          .string()
          .max(10_000)
          .transform((text) => text.replaceAll('\u0000', '').toWellFormed()),
        seenEventOrdinal: z.number().int().min(0),
        mentionedIds: z.array(key).max(20).exactOptional().describe('The colleagues that a note names'),
      }),
    ),
  },
  responses: { 204: { description: 'It is kept' } },
});

const takingOver = createRoute({
  method: 'post',
  path: '/cases/{reference}/drafts/taking',
  summary: 'Go on with the answer a colleague began',
  request: { params: reference, body: jsonBody(z.object({ officerId: key })) },
  responses: { 200: json(z.object({ text: z.string() }), 'The words, now of this officer') },
});

const reading = createRoute({
  method: 'put',
  path: '/cases/{reference}/reading',
  summary: 'Mark the case read or unread for this officer',
  request: { params: reference, body: jsonBody(z.object({ isRead: z.boolean() })) },
  responses: { 204: { description: 'It is marked' } },
});

/** What officers keep beside a case. None of it is an event of the case. */
export function draftRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(beside, async (context) => {
      const { officerId } = officerOnly(context.var.reader).sight;
      const caseId = await seenCase(db, context.var.reader, context.req.valid('param').reference);
      const drafts = await draftsOf(db, caseId, officerId);
      const begun = await answersBegunBy(db, caseId, officerId);
      const present = await presentOn(db, [caseId], officerId, desk.clock.now());
      const names = await officerNames(
        db,
        drafts.flatMap(({ mentionedIds }) => mentionedIds),
      );
      const files = await uploadsOf(db, { caseId, officerId });
      const channel = files.length === 0 ? null : await channelOfCase(db, caseId);
      return context.json(
        {
          seenMessageId: await seenMessageOf(db, caseId, officerId),
          drafts: drafts.map(({ mode, text, seenEventOrdinal, mentionedIds, updatedAt }) => ({
            mode,
            text,
            seenEventOrdinal,
            mentions: mentionedIds.flatMap((id) => ({ id, name: names.get(id) ?? '' })),
            updatedAt: updatedAt.toISOString(),
          })),
          files: files.map((file) => chosenFileView(file, channel, config.publicUrl)),
          begun: begun.map((each) => ({ ...each, updatedAt: each.updatedAt.toISOString() })),
          present: present.map(presentView),
        },
        200,
      );
    })
    .openapi(drafting, async (context) => {
      const { reader } = context.var;
      const { officerId } = officerOnly(reader).sight;
      const { reference: of, mode } = context.req.valid('param');
      const written = context.req.valid('json');
      await writeOnce(context, desk, async (current) =>
        keepDraft(current, { caseId: await seenCase(current.tx, reader, of), officerId, mode, ...written }),
      );
      return context.body(null, 204);
    })
    .openapi(takingOver, async (context) => {
      const { reader } = context.var;
      const { officerId } = officerOnly(reader).sight;
      const { reference: of } = context.req.valid('param');
      const { officerId: from } = context.req.valid('json');
      const text = await writeOnce(context, desk, async (current) =>
        takeOverDraft(current, { caseId: await seenCase(current.tx, reader, of), officerId, from }),
      );
      return context.json({ text }, 200);
    })
    .openapi(reading, async (context) => {
      const { reader } = context.var;
      const { officerId } = officerOnly(reader).sight;
      const { reference: of } = context.req.valid('param');
      const { isRead } = context.req.valid('json');
      await writeOnce(context, desk, async (current) =>
        noteReading(current, { caseId: await seenCase(current.tx, reader, of), officerId, isRead }),
      );
      return context.body(null, 204);
    });
}
