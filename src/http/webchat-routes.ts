import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { largestUploadBytes } from '../channel/webchat/uploads.ts';
import type { ChatSessionView } from '../channel/webchat/view.ts';
import type { WebchatChannel } from '../channel/webchat/webchat.ts';
import { act, type Desk } from '../desk/act.ts';
import { beContact } from '../desk/conversations/be-contact.ts';
import { NotFound } from '../errors.ts';
import { type ConversationRow, findConversation, knownContacts, lockConversation } from '../store/conversations.ts';
import { keepArrival } from '../store/inbox.ts';
import { fileById } from '../store/messages.ts';
import { HttpProblem } from './problems.ts';
import { requireSameOrigin } from './same-origin.ts';
import { sendStoredFile } from './send-stored-file.ts';
import { deliveryFrom, messageBody, refusalOf, sessionBody } from './webchat-bodies.ts';
import { openLimit } from './webchat-limits.ts';
import { type ConversationLive, streamChat } from './webchat-live.ts';
import { chatPage, personView, storedFileId } from './webchat-page-view.ts';
import { fileRefused, malformedRequest, tooLarge, tooMany } from './webchat-problems.ts';
import { type ChatSession, chatOf, newSecret, readSession, writeSession } from './webchat-session.ts';

export interface WebchatParts {
  desk: Desk;
  channel: WebchatChannel;
  live: ConversationLive;
  config: {
    /** Where it begins with https, the cookie travels over nothing else. */
    publicUrl: string;
    /** People may then choose whom to be without proof. */
    isDemonstration: boolean;
    /** Where received files are stored. */
    filesDirectory: string;
  };
}

type ChatEnv = { Variables: { conversation: ConversationRow } };

// A multipart body is a little larger than the file in it.
const largestUploadBody = largestUploadBytes + 64 * 1024;
const largestMessageBody = 256 * 1024;

/** The API behind the chat page, to be mounted at the root: every address begins with `/chat/api`. */
export function webchatRoutes({ desk, channel, live, config }: WebchatParts): Hono {
  const { db } = desk.database;
  const { isDemonstration, publicUrl } = config;
  const isSecure = publicUrl.startsWith('https:');
  const messageLimit = openLimit(40, 60);
  const uploadLimit = openLimit(30, 600);
  // Everybody behind one company's gateway shares an address.
  const sessionLimit = openLimit(300, 600);

  const withConversation = createMiddleware<ChatEnv>(async (context, next) => {
    const session = readSession(context);
    const conversation = session === null ? null : await findConversation(db, chatOf(session));
    if (conversation === null) {
      throw new HttpProblem(401, 'noSession', 'Phiên trò chuyện chưa được mở hoặc đã hết hạn. Vui lòng tải lại trang.');
    }
    context.set('conversation', conversation);
    await next();
  });

  const routes = new Hono<ChatEnv>().basePath('/chat/api');

  routes.use(async (context, next) => {
    requireSameOrigin(context.req.raw, publicUrl);
    await next();
    context.header('cache-control', context.res.headers.get('cache-control') ?? 'no-store');
  });

  routes.get('/people', async (context) => {
    if (!isDemonstration) throw new NotFound('trang này');
    const known = await knownContacts(db);
    return context.json({
      people: known.map(({ contactId, contactName, enterpriseName, taxCode }) => ({
        contactId,
        name: contactName ?? '',
        enterprise: enterpriseName ?? '',
        taxCode: taxCode ?? '',
      })),
    });
  });

  routes.get('/session', async (context) => {
    const session = readSession(context);
    const conversation = session === null ? null : await findConversation(db, chatOf(session));
    return context.json(await sessionView(conversation));
  });

  routes.post('/session', bodyLimit({ maxSize: 4096, onError: refuseLarge }), async (context) => {
    const body = sessionBody.safeParse(await jsonOf(context)).data;
    if (body === undefined) throw malformedRequest();
    const contactId = body.contactId ?? null;
    if (contactId !== null && !isDemonstration) throw new NotFound('người liên hệ này');
    const waitSeconds = await sessionLimit(clientOf(context));
    if (waitSeconds > 0) throw tooMany(context, waitSeconds);

    const session: ChatSession = { secret: readSession(context)?.secret ?? newSecret(), contactId };
    const chat = chatOf(session);
    const conversation = await act(desk, { kind: 'channel', name: 'webchat' }, async (current) => {
      const { id } = await lockConversation(current.tx, chat, current.at);
      if (contactId !== null) await beContact(current, { conversationId: id, contactId, isDemonstration });
      return findConversation(current.tx, chat);
    });
    writeSession(context, session, isSecure);
    return context.json(await sessionView(conversation));
  });

  routes.get('/messages', withConversation, async (context) => {
    const bounds = boundsQuery.safeParse(context.req.query()).data;
    if (bounds === undefined) throw malformedRequest();
    return context.json(await chatPage(db, context.var.conversation, bounds, desk.clock.now()));
  });

  routes.post(
    '/messages',
    withConversation,
    bodyLimit({ maxSize: largestMessageBody, onError: refuseLarge }),
    async (context) => {
      const { address, displayName: name } = context.var.conversation;
      const waitSeconds = await messageLimit(address);
      if (waitSeconds > 0) throw tooMany(context, waitSeconds);

      const body = messageBody.safeParse(await jsonOf(context));
      if (!body.success) throw new HttpProblem(400, 'malformed', refusalOf(body.error));
      const delivery = await deliveryFrom(body.data, { address, name }, channel.uploads);
      if (delivery === null) throw new NotFound('tệp đính kèm');

      const arrival = {
        channel: channel.name,
        account: channel.account,
        updateId: `${address}:${delivery.clientId}`,
        address,
        body: JSON.stringify(delivery),
        state: 'pending' as const,
      };
      const isNew = await keepArrival(db, arrival, desk.clock.now());
      if (isNew) desk.announcements.announce(['inbox']);
      return context.json({ clientId: delivery.clientId, isNew }, 202);
    },
  );

  routes.post(
    '/files',
    withConversation,
    bodyLimit({ maxSize: largestUploadBody, onError: refuseLarge }),
    async (context) => {
      const { address } = context.var.conversation;
      const waitSeconds = await uploadLimit(address);
      if (waitSeconds > 0) throw tooMany(context, waitSeconds);

      const { file } = await context.req.parseBody();
      if (!(file instanceof File)) throw malformedRequest();
      const outcome = await channel.uploads.keep(address, { name: file.name, bytes: await file.bytes() });
      if (!outcome.ok) throw fileRefused(outcome.because);
      const { id, ...facts } = outcome.upload;
      return context.json({ ref: id, ...facts }, 201);
    },
  );

  routes.get('/files/:id', withConversation, async (context) => {
    const { address } = context.var.conversation;
    const id = context.req.param('id');
    const fileId = storedFileId(id);
    if (fileId !== null) {
      const file = await fileById(db, fileId);
      // What we sent, to this very chat; anything else is not there.
      const isTheirs = file?.conversationId === context.var.conversation.id && file.state === 'stored';
      if (!isTheirs || file.path === null) throw new NotFound('tệp này');
      return sendStoredFile(context, config.filesDirectory, { ...file, path: file.path });
    }
    const facts = await channel.uploads.facts(address, id);
    const bytes = facts === null ? null : await channel.uploads.bytes(address, id);
    if (facts === null || bytes === null) throw new NotFound('tệp này');
    return context.body(bytes, 200, {
      'content-type': facts.mediaType,
      // The page names the file when it is saved; a picture is shown where it stands.
      'content-disposition': facts.mediaType.startsWith('image/') ? 'inline' : 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=86400, immutable',
    });
  });

  routes.get('/live', withConversation, (context) => {
    const { id, address } = context.var.conversation;
    return streamChat(context, { conversationId: id, address, live, channel });
  });

  async function sessionView(conversation: ConversationRow | null): Promise<ChatSessionView> {
    return {
      me: conversation === null ? null : await personView(db, conversation),
      isDemonstration,
      language: conversation?.language ?? null,
      zone: desk.zone,
      serverTime: desk.clock.now().toISOString(),
    };
  }

  return new Hono().route('/', routes);
}

const messageId = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const boundsQuery = z.object({ after: messageId.optional(), before: messageId.optional() });

function refuseLarge(): never {
  throw tooLarge();
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return undefined;
  }
}

function clientOf(context: Context): string {
  // Requests that came over no socket have no address; all of them share one count.
  return context.env === undefined || !('incoming' in Object(context.env))
    ? 'here'
    : (getConnInfo(context).remote.address ?? 'here');
}
