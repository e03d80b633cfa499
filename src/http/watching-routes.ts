import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { colleaguesOn, watchersOn } from '../desk/watching/colleagues.ts';
import { watchCase } from '../desk/watching/watch-case.ts';
import { NotFound } from '../errors.ts';
import { caseCard } from '../store/case-lists.ts';
import type { CaseRow } from '../store/cases.ts';
import { mentionsOf, watchedBy } from '../store/watching.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { officerView } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseReference, caseStates, json, jsonBody, officerSchema } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });
const most = 100;

const watchersSchema = z
  .object({
    isWatching: z.boolean(),
    watchers: z.array(z.object({ id: z.number(), name: z.string(), title: z.string() })),
  })
  .openapi('Watchers');
export type WatchersView = z.infer<typeof watchersSchema>;

const watchedSchema = z
  .object({
    mentions: z.array(
      z.object({
        messageId: z.number(),
        reference: z.string(),
        enterprise: z.string().nullable(),
        by: z.string().nullable().openapi({ description: 'Null where a program wrote the note' }),
        text: z.string(),
        at: z.iso.datetime(),
        isUnread: z.boolean(),
      }),
    ),
    watched: z.array(
      z.object({
        reference: z.string(),
        enterprise: z.string().nullable(),
        description: z.string(),
        state: z.enum(caseStates),
        lastActivityAt: z.iso.datetime(),
        newMessages: z.number().openapi({ description: 'Of the enterprise, since the officer last read the case' }),
      }),
    ),
  })
  .openapi('Watched');
export type WatchedView = z.infer<typeof watchedSchema>;

const colleagues = createRoute({
  method: 'get',
  path: '/cases/{reference}/colleagues',
  summary: 'Whom a note on the case may name: those who see it',
  request: { params: reference },
  responses: { 200: json(z.array(officerSchema), 'By name') },
});

const watchers = createRoute({
  method: 'get',
  path: '/cases/{reference}/watchers',
  summary: 'Who watches the case',
  request: { params: reference },
  responses: { 200: json(watchersSchema, 'Those who see the case, longest first') },
});

const watching = createRoute({
  method: 'put',
  path: '/cases/{reference}/watching',
  summary: 'Watch the case, or stop',
  request: { params: reference, body: jsonBody(z.object({ isWatching: z.boolean() })) },
  responses: { 204: { description: 'It is so, whether or not it was before' } },
});

const mine = createRoute({
  method: 'get',
  path: '/me/watching',
  summary: 'Notes that name the officer, and the cases that the officer watches',
  responses: {
    200: json(watchedSchema, 'The newest notes first; cases with new messages first; a hundred each at most'),
  },
});

/** Who hears of a case beside those who work on it. */
export function watchingRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  async function seenRow({ sight }: Reader, of: string): Promise<CaseRow> {
    const card = await caseCard(db, sight, of);
    if (card === null) throw new NotFound(`vụ việc ${of}`);
    return card.row;
  }

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(colleagues, async (context) => {
      const row = await seenRow(context.var.reader, context.req.valid('param').reference);
      return context.json((await colleaguesOn(db, row)).map(officerView), 200);
    })
    .openapi(watchers, async (context) => {
      const { reader } = context.var;
      const found = await watchersOn(db, await seenRow(reader, context.req.valid('param').reference));
      const me = reader.kind === 'officer' ? reader.sight.officerId : null;
      return context.json(
        {
          isWatching: found.some(({ id }) => id === me),
          watchers: found.map(({ id, name, title }) => ({ id, name, title })),
        },
        200,
      );
    })
    .openapi(watching, async (context) => {
      officerOnly(context.var.reader);
      const { reference: of } = context.req.valid('param');
      const { isWatching } = context.req.valid('json');
      await writeOnce(context, desk, (current) => watchCase(current, { reference: of, isWatching }));
      return context.body(null, 204);
    })
    .openapi(mine, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const mentions = await mentionsOf(db, sight, most);
      const watched = await watchedBy(db, sight, most);
      return context.json(
        {
          mentions: mentions.map(({ at, ...mention }) => ({ ...mention, at: at.toISOString() })),
          watched: watched.map(({ lastActivityAt, ...each }) => ({
            ...each,
            lastActivityAt: lastActivityAt.toISOString(),
          })),
        },
        200,
      );
    });
}
