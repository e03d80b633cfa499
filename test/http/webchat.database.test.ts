import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { ChatPageView, ChatSessionView } from '../../src/channel/webchat/view.ts';
import { openWebchat, type WebchatChannel } from '../../src/channel/webchat/webchat.ts';
import { act } from '../../src/desk/act.ts';
import { say } from '../../src/desk/conversations/say.ts';
import { answerProblem } from '../../src/http/problems.ts';
import { webchatRoutes } from '../../src/http/webchat-routes.ts';
import { openLog } from '../../src/log.ts';
import { insertMessage } from '../../src/store/messages.ts';
import { conversations, inbox } from '../../src/store/schema/conversations.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

const now = '2026-03-06T09:00+07:00';
const origin = 'https://dong-hanh.vn';
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);

test('a message that the page sends again after a lost answer is one message', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  let announced = 0;
  chat.desk.announcements.on('inbox', () => announced++);

  const first = await an.say({ clientId: 'm-1', kind: 'text', text: 'Container bị giữ' });
  const again = await an.say({ clientId: 'm-1', kind: 'text', text: 'Container bị giữ' });

  expect([first.status, again.status]).toEqual([202, 202]);
  expect(await again.json()).toEqual({ clientId: 'm-1', isNew: false });
  const rows = await chat.desk.database.db.select().from(inbox);
  expect(rows).toHaveLength(1);
  expect(chat.channel.read(JSON.parse(rows[0]?.body ?? ''))).toMatchObject({
    kind: 'message',
    message: { address: rows[0]?.address, providerMessageId: 'm-1', content: { text: 'Container bị giữ' } },
  });
  expect(announced).toBe(1);
});

test('two people may use the same id for their messages', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  const binh = await chat.visitor();

  await an.say({ clientId: 'm-1', kind: 'text', text: 'Của An' });
  await binh.say({ clientId: 'm-1', kind: 'text', text: 'Của Bình' });

  expect(await chat.desk.database.db.select().from(inbox)).toHaveLength(2);
});

test('a message waits in sight until the bot has handled it, and its name stays the same afterwards', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  await an.say({ clientId: 'm-1', kind: 'text', text: 'Xin chào' });

  const before = await an.page();
  await handleAll(chat.desk, 'Kính chào Quý doanh nghiệp!');
  const after = await an.page();

  expect(before).toMatchObject({ messages: [], waiting: [{ clientId: 'm-1', text: 'Xin chào' }], typing: true });
  expect(after).toMatchObject({
    messages: [
      { author: 'person', clientId: 'm-1', text: 'Xin chào' },
      { author: 'bot', clientId: null, text: 'Kính chào Quý doanh nghiệp!', delivery: 'queued' },
    ],
    waiting: [],
    typing: false,
  });
});

test('another session sees nothing of a chat, whatever it asks for', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  const binh = await chat.visitor();
  await an.say({ clientId: 'm-1', kind: 'text', text: 'Bí mật' });
  await handleAll(chat.desk, 'Đã nhận');
  await an.say({ clientId: 'm-2', kind: 'text', text: 'Bí mật nữa' });

  for (const query of ['', '?after=0', '?before=999999']) {
    expect(await binh.page(query)).toMatchObject({ messages: [], waiting: [], typing: false });
  }
});

test('without a session there is nothing to read and nothing to say', async () => {
  await using chat = await openChat();
  const stranger = { cookie: `chat_session=${'x'.repeat(43)}` };

  for (const headers of [{}, stranger, { cookie: 'chat_session=../../etc' }]) {
    for (const path of ['messages', 'live', 'files/abc']) {
      expect((await chat.request(`/chat/api/${path}`, { headers })).status).toBe(401);
    }
    const said = await chat.request('/chat/api/messages', { method: 'POST', headers, body: '{}' });
    expect(said.status).toBe(401);
  }
});

test('the database holds no cookie with which somebody could speak in a chat', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  await an.say({ clientId: 'm-1', kind: 'text', text: 'Xin chào' });

  const kept = JSON.stringify([
    await chat.desk.database.db.select().from(inbox),
    await chat.desk.database.db.select().from(conversations),
  ]);

  expect(kept).not.toContain(an.secret);
});

test('twenty thousand characters are taken, one more is refused in words', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();

  const longest = await an.say({ clientId: 'm-1', kind: 'text', text: 'ữ'.repeat(20_000) });
  const tooLong = await an.say({ clientId: 'm-2', kind: 'text', text: 'ữ'.repeat(20_001) });
  const blank = await an.say({ clientId: 'm-3', kind: 'text', text: ' \u0000\n' });

  expect(longest.status).toBe(202);
  expect(tooLong.status).toBe(400);
  expect(await tooLong.json()).toMatchObject({ detail: expect.stringContaining('dài quá 20.000 ký tự') });
  expect(blank.status).toBe(400);
});

test('somebody who writes without pause is asked to wait, and others are not', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  const binh = await chat.visitor();
  for (let count = 0; count < 40; count++) await an.say({ clientId: `m-${count}`, kind: 'text', text: 'nhanh' });

  const refused = await an.say({ clientId: 'm-40', kind: 'text', text: 'nhanh' });

  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await binh.say({ clientId: 'm-1', kind: 'text', text: 'chậm' })).status).toBe(202);
});

test('a file goes with a message and is shown to its owner only', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  const binh = await chat.visitor();
  const upload = await (await an.upload('anh.png', png)).json();

  const sent = await an.say({ clientId: 'm-1', kind: 'files', text: 'Ảnh seal', files: [upload] });
  const own = await chat.request(`/chat/api/files/${upload.ref}`, { headers: an.headers });
  const foreign = await chat.request(`/chat/api/files/${upload.ref}`, { headers: binh.headers });
  const stolen = await binh.say({ clientId: 'm-1', kind: 'files', files: [upload] });

  expect(sent.status).toBe(202);
  expect(await own.bytes()).toEqual(png);
  expect(own.headers.get('x-content-type-options')).toBe('nosniff');
  expect(foreign.status).toBe(404);
  expect(stolen.status).toBe(404);
  const [row] = await chat.desk.database.db.select().from(inbox);
  const reading = chat.channel.read(JSON.parse(row?.body ?? ''));
  if (reading.kind !== 'message' || reading.message.content.kind !== 'files') throw new Error('not read as files');
  const [file] = reading.message.content.files;
  expect(file).toMatchObject({ name: 'anh.png', mediaType: 'image/png', size: png.length });
  expect(await chat.channel.fetchFile(file?.ref ?? '')).toMatchObject({ status: 'fetched', bytes: png });
});

test('a web page is no attachment, and the person is told what is', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();

  const refused = await an.upload('trang.html', new TextEncoder().encode('<!doctype html><p>Xin chào</p>'));

  expect(refused.status).toBe(415);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('PDF') });
});

test('a post from another site is refused even with the cookie', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  const body = JSON.stringify({ clientId: 'm-1', kind: 'text', text: 'Xin chào' });

  for (const header of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.vn' },
  ]) {
    const said = await chat.request('/chat/api/messages', {
      method: 'POST',
      headers: { ...an.headers, ...header },
      body,
    });
    expect(said.status).toBe(403);
  }
  expect(await chat.desk.database.db.select().from(inbox)).toEqual([]);
});

test('in a demonstration a newcomer chooses whom to be and finds each part as they left it', async () => {
  await using chat = await openChat({ isDemonstration: true });
  const { contactId, enterprise } = chat.desk.organisation;
  const { people } = await (await chat.request('/chat/api/people')).json();
  const played = await chat.visitor({ contactId });
  await played.say({ clientId: 'm-1', kind: 'text', text: 'Tôi là doanh nghiệp' });

  const unlinked = await chat.visitor({}, played.headers);
  const seenUnlinked = await unlinked.page();
  const back = await chat.visitor({ contactId }, unlinked.headers);

  expect(people).toContainEqual(expect.objectContaining({ contactId, enterprise: enterprise.name }));
  expect(played.session.me).toMatchObject({ contactId, enterprise: enterprise.name });
  expect(seenUnlinked).toMatchObject({ waiting: [], me: { contactId: null } });
  expect(await back.page()).toMatchObject({ waiting: [{ clientId: 'm-1' }], me: { contactId } });
});

test('a cookie with somebody written into it does not make its holder that person', async () => {
  await using chat = await openChat({ isDemonstration: true });
  const { contactId } = chat.desk.organisation;
  const an = await chat.visitor();

  const forged = { cookie: `chat_session=${an.secret}.${contactId}` };

  expect((await chat.request('/chat/api/messages', { headers: forged })).status).toBe(401);
});

test('outside a demonstration nobody is listed and nobody can be chosen', async () => {
  await using chat = await openChat();
  const { contactId } = chat.desk.organisation;

  const people = await chat.request('/chat/api/people');
  const chosen = await chat.request('/chat/api/session', { method: 'POST', body: JSON.stringify({ contactId }) });

  expect([people.status, chosen.status]).toEqual([404, 404]);
  expect(await chat.desk.database.db.select().from(conversations).where(eq(conversations.channel, 'webchat'))).toEqual(
    [],
  );
});

test('an open page hears of what is new in its chat and that the bot is at work', async () => {
  await using chat = await openChat();
  const an = await chat.visitor();
  const response = await chat.request('/chat/api/live', { headers: an.headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const [row] = await chat.desk.database.db.select().from(conversations).where(eq(conversations.channel, 'webchat'));

  const ready = await reader?.read();
  chat.change(row?.id ?? 0);
  const message = await reader?.read();
  await chat.channel.showTyping(row?.address ?? '');
  const typing = await reader?.read();
  await reader?.cancel();

  expect([ready, message, typing].map((read) => /event: (\w+)/.exec(read?.value ?? '')?.[1])).toEqual([
    'ready',
    'message',
    'typing',
  ]);
});

interface Chat extends AsyncDisposable {
  desk: TestDesk;
  channel: WebchatChannel;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Tells the open pages of a chat that something is new. */
  change(conversationId: number): void;
  visitor(choice?: object, headers?: Record<string, string>): Promise<Visitor>;
}

interface Visitor {
  headers: { cookie: string };
  secret: string;
  session: ChatSessionView;
  say(body: object): Promise<Response>;
  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response>;
  page(query?: string): Promise<ChatPageView>;
}

async function openChat({ isDemonstration = false } = {}): Promise<Chat> {
  const desk = await openDesk({ now });
  const uploadsDirectory = await mkdtemp(join(tmpdir(), 'dong-hanh-uploads-'));
  const channel = openWebchat({ uploadsDirectory });
  const listeners = new Map<number, () => void>();
  const live = {
    onConversation(conversationId: number, listener: () => void) {
      listeners.set(conversationId, listener);
      return () => void listeners.delete(conversationId);
    },
  };
  const config = { publicUrl: origin, isDemonstration, filesDirectory: uploadsDirectory };
  const app = new Hono()
    .onError(answerProblem(openLog('silent')))
    .route('/', webchatRoutes({ desk, channel, live, config }));
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(origin + path, { ...init, headers: { origin, ...Object.fromEntries(new Headers(init.headers)) } });

  return {
    desk,
    channel,
    request,
    change: (conversationId) => listeners.get(conversationId)?.(),
    async visitor(choice = {}, before = {}) {
      const body = JSON.stringify(choice);
      const opened = await request('/chat/api/session', { method: 'POST', headers: before, body });
      const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
      const headers = { cookie };
      return {
        headers,
        secret: cookie.slice('chat_session='.length).slice(0, 43),
        session: await opened.json(),
        say: (said) => request('/chat/api/messages', { method: 'POST', headers, body: JSON.stringify(said) }),
        upload: (name, bytes) => {
          const form = new FormData();
          form.set('file', new File([bytes], name));
          return request('/chat/api/files', { method: 'POST', headers, body: form });
        },
        page: async (query = '') => (await request(`/chat/api/messages${query}`, { headers })).json(),
      };
    },
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await rm(uploadsDirectory, { recursive: true, force: true });
    },
  };
}

/** What the receiving worker does with a waiting message, in small. */
async function handleAll(desk: TestDesk, answer: string): Promise<void> {
  const [row] = await desk.database.db.select().from(inbox).where(eq(inbox.state, 'pending'));
  const [chat] = await desk.database.db
    .select()
    .from(conversations)
    .where(eq(conversations.address, row?.address ?? ''));
  if (row === undefined || chat === undefined) throw new Error('nothing waits');
  await act(desk, { kind: 'contact', conversationId: chat.id }, async (current) => {
    const { text, clientId } = JSON.parse(row.body);
    const said = { conversationId: chat.id, author: 'person' as const, text, at: current.at };
    await insertMessage(current.tx, { ...said, inboxId: row.id, providerMessageId: clientId });
    await say(current, { conversationId: chat.id, message: { text: answer } });
    await current.tx.update(inbox).set({ state: 'done', doneAt: current.at }).where(eq(inbox.id, row.id));
  });
}
