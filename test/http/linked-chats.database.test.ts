import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conversations } from '../../src/store/schema/conversations.ts';
import { openChat } from '../support/chat.ts';
import { openDesk } from '../support/desk.ts';
import { linkedOfficer } from '../support/officer-chat.ts';
import { openWeb } from '../support/web.ts';

const now = '2026-11-23T09:15:00+07:00';

test('an officer sees the own linked chats, tries one and unlinks it', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const chat = openChat(desk);
  const { lan, minh } = desk.organisation.officers;
  const lanChat = await linkedOfficer(desk, chat, lan);
  await linkedOfficer(desk, chat, minh);
  const caller = await web.signIn(lan);

  const { body } = await caller.get('/api/v1/me/chats');
  const id = Number(body[0]?.id);
  const tried = await caller.post(`/api/v1/me/chats/${id}/trial`);
  await chat.settle();
  const read = lanChat.lastWords;
  const unlinked = await caller.raw(`/api/v1/me/chats/${id}`, { method: 'DELETE' });
  await chat.settle();

  expect(body).toEqual([
    {
      id,
      channel: 'telegram',
      displayName: 'Nguyễn Thị Lan',
      linkedAt: desk.clock.now().toISOString(),
      isReachable: true,
    },
  ]);
  expect([tried.status, unlinked.status]).toEqual([204, 204]);
  expect(read).toContain('Tin thử');
  expect(lanChat.lastWords).toContain('đã bỏ liên kết');
  expect((await caller.get('/api/v1/me/chats')).body).toEqual([]);
});

test('a chat of somebody else is not there, and a program has none', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const chat = openChat(desk);
  const { lan, minh } = desk.organisation.officers;
  const minhChat = await linkedOfficer(desk, chat, minh);
  const [conversation] = await desk.database.db
    .select()
    .from(conversations)
    .where(eq(conversations.officerId, minh.id));
  const path = `/api/v1/me/chats/${conversation?.id}`;
  const caller = await web.signIn(lan);

  const answers = [await caller.raw(path, { method: 'DELETE' }), await caller.post(`${path}/trial`)];
  const ofProgram = await web.program.get('/api/v1/me/chats');
  await chat.settle();

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(ofProgram.status).toBe(403);
  expect(minhChat.lastWords).toContain('Đã liên kết');
});

test('a chat that blocks the bot is shown as one that gets nothing', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const chat = openChat(desk);
  const { lan } = desk.organisation.officers;
  await linkedOfficer(desk, chat, lan);
  await desk.database.db
    .update(conversations)
    .set({ blockedAt: desk.clock.now() })
    .where(eq(conversations.officerId, lan.id));

  const { body } = await (await web.signIn(lan)).get('/api/v1/me/chats');

  expect(body).toMatchObject([{ isReachable: false }]);
});

test('the link for Telegram carries the code in the form that the bot understands', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const chat = openChat(desk);
  const caller = await web.signIn(desk.organisation.officers.lan);

  const { body } = await caller.post('/api/v1/me/link-codes');
  const payload = new URL(String(body.telegramLink)).searchParams.get('start');
  const lan = chat.person('7700');
  await lan.writes(`/start ${payload}`);

  expect(lan.lastWords).toContain('Đã liên kết');
});
