import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addCannedReply, changeCannedReply, withdrawCannedReply } from '../desk/canned-replies/keep-canned-reply.ts';
import { mayDoIn } from '../rules/visibility/permissions.ts';
import { cannedRepliesFor } from '../store/canned-replies.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { idParam, key, line } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody, writtenText } from './view-schemas.ts';

const code = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Mã gồm chữ thường không dấu, chữ số và dấu gạch nối')
  .openapi({ example: 'giay-to' });
const words = z
  .object({
    code,
    title: line,
    body: writtenText.openapi({ description: 'May hold {enterprise}, {reference} and {officer}' }),
    unitId: key.nullable().openapi({ description: 'Whose it is, and theirs below; null for everybody' }),
  })
  .openapi('CannedReplyWords');

const replySchema = z
  .object({
    id: z.number(),
    code: z.string(),
    title: z.string(),
    body: z.string(),
    unitId: z.number().nullable(),
    unitName: z.string().nullable(),
    updatedAt: z.iso.datetime(),
    mayChange: z.boolean(),
  })
  .openapi('CannedReply');
export type CannedReplyView = z.infer<typeof replySchema>;

const list = createRoute({
  method: 'get',
  path: '/canned-replies',
  summary: 'The answers that this reader may insert',
  responses: { 200: json(z.array(replySchema), 'By code') },
});

const adding = createRoute({
  method: 'post',
  path: '/canned-replies',
  summary: 'Add a canned reply for a unit or for everybody',
  request: { body: jsonBody(words) },
  responses: { 201: json(z.object({ id: z.number() }), 'What was written') },
});

const changing = createRoute({
  method: 'put',
  path: '/canned-replies/{id}',
  summary: 'Change a canned reply',
  request: { params: idParam, body: jsonBody(words) },
  responses: { 204: { description: 'It is changed' } },
});

const withdrawing = createRoute({
  method: 'delete',
  path: '/canned-replies/{id}',
  summary: 'Withdraw a canned reply',
  request: { params: idParam },
  responses: { 204: { description: 'Nobody is offered it any more' } },
});

export function cannedReplyRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { reader } = context.var;
      const found = await cannedRepliesFor(desk.database.db, reader.sight);
      const items = found.map(({ endedAt, updatedAt, ...reply }) => ({
        ...reply,
        updatedAt: updatedAt.toISOString(),
        mayChange: mayChange(reader, reply.unitId),
      }));
      return context.json(items, 200);
    })
    .openapi(adding, async (context) => {
      const said = context.req.valid('json');
      return context.json({ id: await writeOnce(context, desk, (current) => addCannedReply(current, said)) }, 201);
    })
    .openapi(changing, async (context) => {
      const { id } = context.req.valid('param');
      const said = context.req.valid('json');
      await writeOnce(context, desk, (current) => changeCannedReply(current, id, said));
      return context.body(null, 204);
    })
    .openapi(withdrawing, async (context) => {
      const { id } = context.req.valid('param');
      await writeOnce(context, desk, (current) => withdrawCannedReply(current, id));
      return context.body(null, 204);
    });
}

/** What a page offers; the verb decides. */
function mayChange(reader: Reader, unitId: number | null): boolean {
  return reader.kind === 'apiKey' || mayDoIn(reader.sight, 'keepCannedReplies', unitId === null ? [] : [unitId]);
}
