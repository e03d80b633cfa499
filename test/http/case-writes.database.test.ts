import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { confirmSolved } from '../../src/desk/cases/enterprise-judges.ts';
import { caseEvents } from '../../src/store/schema/cases.ts';
import { outbox } from '../../src/store/schema/conversations.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const path = '/api/v1/cases/VM-2026-000001';

/** Each thing an officer can do to a case, and a body that is right for it. */
const writes = [
  ['replies', { text: 'Mời anh/chị qua cổng' }, 201],
  ['notes', { text: 'Đã gọi cho cảng' }, 201],
  ['taking', undefined, 200],
  ['resolution', undefined, 200],
  ['assignment', { officerId: 2 }, 200],
  ['transfer', { unitId: 4, reason: 'Hàng làm thủ tục tại cảng 1' }, 200],
  ['awaited-result', { from: 'Chi cục Kiểm định 2' }, 200],
  ['interim-replies', { text: 'Cần thêm thời gian', newDueAt: '2026-03-11T16:00:00+07:00' }, 201],
  ['raise', { reason: 'Vượt thẩm quyền' }, 200],
] as const;

test.each(writes)('%s answers the case as it stands then', async (write, body, status) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const hoa = await web.signIn(desk.organisation.officers.hoa);

  const answer = await hoa.post(`${path}/${write}`, body);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ reference: 'VM-2026-000001', lastEventOrdinal: expect.any(Number) });
});

test.each(writes)('%s finds no case that this officer may not see', async (write, body) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const minh = await web.signIn(desk.organisation.officers.minh);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const answers = [await minh.post(`${path}/${write}`, body), await administrator.post(`${path}/${write}`, body)];

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(answers[0]?.body).toMatchObject({ code: 'notFound', status: 404 });
  expect(await eventCount(desk)).toBe(2);
});

test.each(writes)('%s is not for somebody without a session', async (write, body) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);

  const answer = await web.stranger.post(`${path}/${write}`, body);

  expect(answer.status).toBe(401);
  expect(await eventCount(desk)).toBe(2);
});

test.each([
  ['taking', undefined, 'alreadyTaken'],
  ['resolution', undefined, 'alreadyResolved'],
  ['awaited-result', { from: 'Chi cục Kiểm định 2' }, 'resultAlreadyAwaited'],
  ['interim-replies', { text: 'Cần thêm thời gian', newDueAt: '2026-03-11T16:00:00+07:00' }, 'newDateGivenAlready'],
  ['assignment', { officerId: 2 }, 'alreadyTheirs'],
])('%s that is already done is a conflict and changes nothing', async (write, body, code) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const hoa = await web.signIn(desk.organisation.officers.hoa);
  await hoa.post(`${path}/${write}`, body);
  const before = await eventCount(desk);

  const again = await hoa.post(`${path}/${write}`, body);

  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ code });
  expect(await eventCount(desk)).toBe(before);
});

test('a reply to a closed case is a conflict', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const enterprise = { kind: 'contact' as const, conversationId: desk.organisation.conversationId };
  await act(desk, enterprise, (current) => confirmSolved(current, { reference: 'VM-2026-000001' }));

  const answer = await web.program.post(`${path}/replies`, { text: 'Còn đó không?' });

  expect(answer.status).toBe(409);
  expect(await desk.database.db.select().from(outbox)).toEqual([]);
});

test('a program may answer for the office and may not take a case as its own', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);

  const reply = await web.program.post(`${path}/replies`, { text: 'Đã tiếp nhận' });
  const taking = await web.program.post(`${path}/taking`);

  expect([reply.status, taking.status]).toEqual([201, 403]);
  expect(taking.body).toMatchObject({ code: 'notPermitted' });
});

test('an answer written before a colleague answered is held back', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const hoa = await web.signIn(desk.organisation.officers.hoa);
  await hoa.post(`${path}/replies`, { text: 'Tôi đã trả lời', seenEventOrdinal: 2 });

  const late = await lan.post(`${path}/replies`, { text: 'Tôi cũng trả lời', seenEventOrdinal: 2 });

  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ code: 'answeredMeanwhile' });
});

test('whoever hands a case to another unit is shown it a last time', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const { hoa, minh } = desk.organisation.officers;
  const caller = await web.signIn(hoa);

  const handed = await caller.post(`${path}/assignment`, { officerId: minh.id, reason: 'Tờ khai thuộc cảng 1' });
  const afterwards = await caller.get(path);

  expect(handed.body).toMatchObject({ assignee: { id: minh.id } });
  expect(afterwards.status).toBe(404);
});

test('a message that did not arrive goes back in the queue once', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const { lan, minh, administrator } = desk.organisation.officers;
  const caller = await web.signIn(lan);
  await caller.post(`${path}/replies`, { text: 'Xin chào' });
  const [row] = await desk.database.db.update(outbox).set({ state: 'failed', problem: 'blockedByPerson' }).returning();
  const retry = `/api/v1/messages/${row?.messageId}/retry`;

  const invisible = await (await web.signIn(minh)).post(retry);
  const troubles = await (await web.signIn(administrator)).get('/api/v1/troubles');
  const first = await caller.post(retry);
  const second = await caller.post(retry);

  expect([invisible.status, first.status, second.status]).toEqual([404, 204, 409]);
  // Administrators look after delivery; whose case it is they are not told.
  expect(troubles.body).toMatchObject([
    {
      id: row?.messageId,
      where: 'outbox',
      state: 'failed',
      problem: 'blockedByPerson',
      excerpt: '',
      caseReference: null,
    },
  ]);
});

test('the list of troubles is for administrators and programs', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);

  expect([(await lan.get('/api/v1/troubles')).status, (await web.program.get('/api/v1/troubles')).status]).toEqual([
    403, 200,
  ]);
});

async function eventCount(desk: TestDesk): Promise<number> {
  return (await desk.database.db.select({ id: caseEvents.id }).from(caseEvents)).length;
}
