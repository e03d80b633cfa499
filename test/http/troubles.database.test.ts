import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { noteReceipt } from '../../src/desk/conversations/note-receipt.ts';
import { alerts, caseExclusions } from '../../src/store/schema/cases.ts';
import { conversations, inbox } from '../../src/store/schema/conversations.ts';
import { openACase } from '../support/cases.ts';
import { openChat } from '../support/chat.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { openWeb } from '../support/web.ts';

test.each([
  ['as it is written', (text: string) => JSON.stringify({ text })],
  ['as platforms escape it', (text: string) => JSON.stringify({ text }).replace(/[^\0-\x7f]/g, escaped)],
])('an administrator does not read the message that could not be read and names them, %s', async (_, written) => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using web = await openWeb(desk);
  const delivery = {
    channel: 'telegram' as const,
    account: '1',
    address: '2',
    receivedAt: desk.clock.now(),
    dueAt: desk.clock.now(),
  };
  await desk.database.db.insert(inbox).values([
    { ...delivery, updateId: '1', state: 'failed', body: written('Anh Đặng Quốc Bảo gây khó khăn') },
    { ...delivery, updateId: '2', state: 'failed', body: written('Hệ thống báo lỗi') },
  ]);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const shown = (await administrator.get('/api/v1/troubles')).body.map(({ id, excerpt }) => [id, excerpt]);
  const toAProgram = (await web.program.get('/api/v1/troubles')).body.map(({ excerpt }) => excerpt);

  expect(new Map(shown as [number, string][])).toEqual(
    new Map([
      [1, ''],
      [2, written('Hệ thống báo lỗi')],
    ]),
  );
  expect(toAProgram).toContain(written('Anh Đặng Quốc Bảo gây khó khăn'));
});

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

test('what did not arrive is listed with its reason, since when and how often it was tried', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { delivery } = await troubled(desk);

  const answer = await web.program.get('/api/v1/troubles');

  const shown = answer.body.map(({ excerpt, state, problem, attempts, isAsking, since }) => ({
    excerpt,
    state,
    problem,
    attempts,
    isAsking,
    since,
  }));
  const since = desk.clock.now().toISOString();
  expect(shown.toReversed()).toEqual([
    // Outside of a case the words are nobody's to read: the bot may have listed cases there.
    { excerpt: '', state: 'failed', problem: '400: bad request', attempts: 1, isAsking: false, since },
    { excerpt: '', state: 'unknown', problem: 'timeout', attempts: 1, isAsking: false, since },
    { excerpt: '', state: 'held', problem: 'ngoài khung giờ', attempts: 1, isAsking: false, since },
  ]);
  expect(await delivery.states()).toEqual(['failed', 'unknown', 'held', 'sent']);
});

test('what waits to be sent for a quarter of an hour is listed too', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const delivery = openDelivery(desk, []);
  await delivery.says('một');

  desk.clock.advanceBy(15 * 60_000 - 1);
  const before = (await web.program.get('/api/v1/troubles')).body;
  desk.clock.advanceBy(1);
  const after = (await web.program.get('/api/v1/troubles')).body;

  expect(before).toEqual([]);
  expect(after).toEqual([expect.objectContaining({ state: 'queued' })]);
});

test('one click sends a message again, or says that it did arrive', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { delivery, failed, doubted, held } = await troubled(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const answers = [
    await administrator.post(`/api/v1/messages/${failed}/retry`),
    await administrator.post(`/api/v1/messages/${doubted}/arrived`),
    await administrator.post(`/api/v1/messages/${held}/retry`),
  ];
  await delivery.deliver();
  const again = [
    await administrator.post(`/api/v1/messages/${failed}/retry`),
    await administrator.post(`/api/v1/messages/${doubted}/arrived`),
  ];

  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(await delivery.states()).toEqual(['sent', 'sent', 'sent', 'sent']);
  expect(again.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'notUndelivered'],
    [409, 'notInDoubt'],
  ]);
});

test('that a message arrived can be said only of one that nobody knows about', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { failed } = await troubled(desk);

  const answer = await web.program.post(`/api/v1/messages/${failed}/arrived`);

  expect([answer.status, answer.body.code]).toEqual([409, 'notInDoubt']);
});

test('officers decide on messages of cases that they may see, and on no others', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  const { doubted, failed } = await troubled(desk, row.id);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const minh = await web.signIn(desk.organisation.officers.minh);

  const statuses = [
    (await minh.post(`/api/v1/messages/${doubted}/arrived`)).status,
    (await minh.post(`/api/v1/messages/${failed}/retry`)).status,
    (await minh.get('/api/v1/troubles')).status,
    (await minh.post('/api/v1/troubles/retry', { problem: '400: bad request' })).status,
    (await web.stranger.post(`/api/v1/messages/${doubted}/arrived`)).status,
    (await lan.post(`/api/v1/messages/${doubted}/arrived`)).status,
  ];

  expect(statuses).toEqual([404, 404, 403, 403, 401, 204]);
});

test('an administrator who is kept away from a case neither sees nor settles its messages', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  const { doubted, failed } = await troubled(desk, row.id);
  const self = desk.organisation.officers.administrator;
  await desk.database.db.insert(caseExclusions).values({ caseId: row.id, officerId: self.id, because: 'subject' });
  const administrator = await web.signIn(self);

  const listed = (await administrator.get('/api/v1/troubles')).body;
  const statuses = [
    (await administrator.post(`/api/v1/messages/${doubted}/arrived`)).status,
    (await administrator.post(`/api/v1/messages/${failed}/retry`)).status,
  ];
  const all = await administrator.post('/api/v1/troubles/retry', { problem: '400: bad request' });

  expect(listed).toEqual([]);
  expect(statuses).toEqual([404, 404]);
  expect(all.body).toEqual({ count: 0 });
});

test('everything that failed for one reason is sent again at once, and nothing else', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { delivery, telegram } = await troubled(desk);
  const other = await delivery.chat({ address: '900009' });
  telegram.always('900009', { status: 'refused', because: 'rejectedContent', detail: '400: bad request' });
  await delivery.says('bị từ chối nữa', { conversationId: other.id });
  await delivery.deliver();
  telegram.always('900009', null);

  const answer = await web.program.post('/api/v1/troubles/retry', { problem: '400: bad request' });
  await delivery.deliver();

  expect(answer.body).toEqual({ count: 2 });
  expect(await delivery.states()).toEqual(['sent', 'unknown', 'held', 'sent', 'sent']);
});

test("an alert is not sent again to a chat that is no longer its officer's", async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { delivery, telegram } = await troubled(desk);
  const { row } = await openACase(desk);
  const { lan, minh } = desk.organisation.officers;
  const chat = await delivery.chat({ address: '555', officerId: lan.id, contactId: null });
  telegram.always('555', { status: 'refused', because: 'rejectedContent', detail: '400: bad request' });
  const messageId = await delivery.says('việc mới', { conversationId: chat.id, caseId: row.id });
  const createdAt = desk.clock.now();
  const alert = { caseId: row.id, officerId: lan.id, kind: 'assigned' as const, text: '', messageId, createdAt };
  await desk.database.db.insert(alerts).values(alert);
  await delivery.deliver();
  await desk.database.db.update(conversations).set({ officerId: minh.id }).where(eq(conversations.id, chat.id));

  const answer = await web.program.post(`/api/v1/messages/${messageId}/retry`);
  const all = await web.program.post('/api/v1/troubles/retry', { problem: '400: bad request' });

  expect([answer.status, answer.body.code]).toEqual([409, 'chatUnlinked']);
  expect(all.body).toEqual({ count: 1 });
  expect((await delivery.rowOf(messageId)).state).toBe('failed');
});

test('a delivery that failed is handled again, one that cannot be read is not', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const chat = openChat(desk);
  const at = desk.clock.now();
  const said = {
    address: '77',
    sender: { id: '77', displayName: 'Mai', languageHint: 'vi' },
    providerMessageId: 'p1',
    repliesTo: null,
    content: { kind: 'text', text: 'xin chào' },
  };
  const delivery = {
    channel: 'telegram' as const,
    account: 'test',
    address: '77',
    receivedAt: at,
    dueAt: at,
    doneAt: at,
  };
  const [failed, malformed] = await desk.database.db
    .insert(inbox)
    .values([
      { ...delivery, updateId: '1', state: 'failed', attempts: 4, body: JSON.stringify(said) },
      { ...delivery, updateId: '2', state: 'malformed', body: '{' },
    ])
    .returning({ id: inbox.id });
  const lan = await web.signIn(desk.organisation.officers.lan);

  const statuses = [
    (await lan.post(`/api/v1/deliveries/${failed?.id}/retry`)).status,
    (await web.program.post(`/api/v1/deliveries/${failed?.id}/retry`)).status,
    (await web.program.post(`/api/v1/deliveries/${failed?.id}/retry`)).status,
    (await web.program.post(`/api/v1/deliveries/${malformed?.id}/retry`)).status,
    (await web.program.post('/api/v1/deliveries/4711/retry')).status,
  ];
  await chat.settle();

  expect(statuses).toEqual([403, 204, 409, 409, 404]);
  expect(await desk.database.db.select({ state: inbox.state }).from(inbox).orderBy(inbox.id)).toEqual([
    { state: 'done' },
    { state: 'malformed' },
  ]);
});

test('the thread of a case shows how far an answer got, when, and by which other way', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const telegram = scriptedChannel(desk.clock);
  const zalo = scriptedChannel(desk.clock, { name: 'zalo', account: 'oa' });
  const delivery = openDelivery(desk, [telegram, zalo]);
  const onZalo = await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  const { row } = await openACase(desk);
  telegram.always('900001', { status: 'refused', because: 'blockedByPerson', detail: '403' });
  zalo.next({ status: 'accepted', providerMessageId: 'z-1' });
  await delivery.says('Đã thông quan', { caseId: row.id });
  await delivery.deliver();
  await act(desk, { kind: 'channel', name: 'zalo' }, (current) =>
    noteReceipt(current, onZalo, { providerMessageIds: ['z-1'], state: 'read', at: null }),
  );
  const lan = await web.signIn(desk.organisation.officers.lan);

  const { body } = await lan.get(`/api/v1/cases/${row.reference}`);

  const at = desk.clock.now().toISOString();
  expect(body.messages).toContainEqual(
    expect.objectContaining({
      text: 'Đã thông quan',
      delivery: 'read',
      channel: 'zalo',
      divertedFrom: 'telegram',
      sentAt: at,
      deliveredAt: at,
      readAt: at,
    }),
  );
});

/** A message refused, one in doubt, one that waits for its person, and one that arrived. */
async function troubled(desk: TestDesk, caseId: number | null = null) {
  const telegram = scriptedChannel(desk.clock);
  const zalo = scriptedChannel(desk.clock, { name: 'zalo', account: 'oa' });
  const delivery = openDelivery(desk, [telegram, zalo]);
  const outside = await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1', contactId: null });
  telegram.next({ status: 'refused', because: 'rejectedContent', detail: '400: bad request' });
  telegram.next({ status: 'unknown', detail: 'timeout' });
  zalo.next({ status: 'refused', because: 'windowClosed', detail: 'ngoài khung giờ' });
  const failed = await delivery.says('bị từ chối', { caseId });
  const doubted = await delivery.says('không rõ', { caseId });
  const held = await delivery.says('chờ nhắn lại', { conversationId: outside.id, caseId });
  await delivery.says('đã gửi', { caseId });
  await delivery.deliver();
  return { delivery, telegram, failed, doubted, held };
}
