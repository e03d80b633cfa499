import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createLinkCode } from '../desk/organisation/link-chat.ts';
import { tryChat } from '../desk/organisation/try-chat.ts';
import { unlinkChat } from '../desk/organisation/unlink-chat.ts';
import { NotFound } from '../errors.ts';
import { permissions } from '../rules/visibility/permission-table.ts';
import { mayDo } from '../rules/visibility/permissions.ts';
import { unacknowledgedCount } from '../store/alerts.ts';
import { openActionsOfOwner } from '../store/corrective-actions.ts';
import { chatsOfOfficer } from '../store/officer-chats.ts';
import { noteSeen } from '../store/officers-seen.ts';
import { activeOfficers, officerById } from '../store/organisation.ts';
import { watchingNews } from '../store/watching.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { officerView } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, linkCodeSchema, linkedChatsSchema, officerSchema, sessionSchema } from './view-schemas.ts';

const session = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  responses: { 200: json(sessionSchema, 'The officer') },
});

const officerList = createRoute({
  method: 'get',
  path: '/officers',
  summary: 'Officers who could be given a case',
  responses: { 200: json(z.array(officerSchema), 'Active officers by name') },
});

const linkCodes = createRoute({
  method: 'post',
  path: '/me/link-codes',
  summary: 'A one-time code that links a chat to the officer',
  responses: { 200: json(linkCodeSchema, 'Good for fifteen minutes') },
});

const chatId = z.object({ id: z.coerce.number().int().positive() });

const chats = createRoute({
  method: 'get',
  path: '/me/chats',
  summary: "The officer's linked chats",
  responses: { 200: json(linkedChatsSchema, 'The newest link first; alerts go to the first that can be reached') },
});

const unlinking = createRoute({
  method: 'delete',
  path: '/me/chats/{id}',
  summary: 'Unlink a chat',
  request: { params: chatId },
  responses: { 204: { description: 'Nothing about cases is said there any more' } },
});

const trial = createRoute({
  method: 'post',
  path: '/me/chats/{id}/trial',
  summary: 'Say a sentence in a linked chat',
  request: { params: chatId },
  responses: { 204: { description: 'It is on its way' } },
});

export function sessionRoutes({ desk, config, assistant }: Pick<HttpParts, 'desk' | 'config' | 'assistant'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(session, async (context) => {
      const { sight, email } = officerOnly(context.var.reader);
      // A page asks for what changed since: the instant is not later than what is read below.
      const now = desk.clock.now();
      const officer = await officerById(db, sight.officerId);
      if (officer === null) throw new NotFound('công chức');
      await noteSeen(db, officer.id, now);
      return context.json(
        {
          officer: { ...officerView(officer), email },
          unacknowledgedAlerts: await unacknowledgedCount(db, sight),
          watchingNews: await watchingNews(db, sight),
          correctiveActions: await openActionsOfOwner(db, sight.officerId),
          permissions: permissions.filter((permission) => mayDo(sight, permission)),
          isDemonstration: config.isDemonstration,
          hasAssistant: assistant !== null,
          serverTime: now.toISOString(),
        },
        200,
      );
    })
    .openapi(officerList, async (context) => context.json((await activeOfficers(db)).map(officerView), 200))
    .openapi(linkCodes, async (context) => {
      officerOnly(context.var.reader);
      const bot = config.telegramBotName();
      const view = await writeOnce(context, desk, async (current) => {
        const { code, expiresAt } = await createLinkCode(current);
        const telegramLink = bot === null ? null : `https://t.me/${bot}?start=lk_${code}`;
        return { code, expiresAt: expiresAt.toISOString(), telegramLink };
      });
      return context.json(view, 200);
    })
    .openapi(chats, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const linked = await chatsOfOfficer(db, sight.officerId);
      return context.json(
        linked.map(({ conversationId, channel, displayName, linkedAt, blockedAt }) => ({
          id: conversationId,
          channel,
          displayName,
          linkedAt: linkedAt.toISOString(),
          isReachable: blockedAt === null,
        })),
        200,
      );
    })
    .openapi(unlinking, async (context) => {
      officerOnly(context.var.reader);
      const { id: conversationId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => unlinkChat(current, { conversationId }));
      return context.body(null, 204);
    })
    .openapi(trial, async (context) => {
      officerOnly(context.var.reader);
      const { id: conversationId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => tryChat(current, { conversationId }));
      return context.body(null, 204);
    });
}
