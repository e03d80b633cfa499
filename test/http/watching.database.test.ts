import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { keepAway } from '../../src/desk/cases/add-exclusion.ts';
import { visibleCase } from '../../src/desk/visibility.ts';
import { insertMessage } from '../../src/store/messages.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { messages } from '../../src/store/schema/conversations.ts';
import { ledger } from '../../src/store/schema/ledger.ts';
import { officerChats } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const now = '2026-03-06T09:00+07:00';
const reference = 'VM-2026-000001';
const path = `/api/v1/cases/${reference}`;

const put = (caller: Caller, at: string, body: unknown) =>
  caller.raw(at, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const news = async (caller: Caller) => (await caller.get('/api/v1/session')).body.watchingNews;
const mine = async (caller: Caller) => (await caller.get('/api/v1/me/watching')).body;

test('a note names a colleague: they are told in the console and in their chat, and watch the case from then on', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  const { lan, hoa, tuan } = desk.organisation.officers;
  const [lanHere, hoaHere] = [await web.signIn(lan), await web.signIn(hoa)];
  const chat = await linkedChat(desk, hoa.id);
  const heard: string[] = [];
  const viewer = { officerId: hoa.id, role: hoa.role, unitIds: new Set([hoa.unitId]) };
  web.live.onChange(viewer, ({ view }) => heard.push(view.topic));

  const offered = await lanHere.get(`${path}/colleagues`);
  await put(lanHere, `${path}/drafts/note`, { text: 'Nhờ @Lê', seenEventOrdinal: 2, mentionedIds: [hoa.id] });
  const begun = await lanHere.get(`${path}/beside`);
  const noted = await lanHere.post(`${path}/notes`, {
    text: `Nhờ @${hoa.name} xem giúp`,
    mentionedIds: [hoa.id, hoa.id, lan.id],
  });
  const told = await desk.database.db.select().from(messages).where(eq(messages.conversationId, chat));

  expect(offered.body.map(({ name }) => name)).toEqual(expect.arrayContaining([lan.name, hoa.name, tuan.name]));
  expect(begun.body).toMatchObject({ drafts: [{ mentions: [{ id: hoa.id, name: hoa.name }] }] });
  expect(noted.body).toMatchObject({
    messages: expect.arrayContaining([
      expect.objectContaining({ isNote: true, mentions: [{ id: hoa.id, name: hoa.name }] }),
    ]),
    events: expect.arrayContaining([expect.objectContaining({ text: `Thêm ghi chú nội bộ, nhắc ${hoa.name}` })]),
  });
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining(`${lan.name} nhắc đến anh/chị`)]);
  // The words of a note stay in the console.
  expect(told[0]?.text).not.toContain('xem giúp');
  await expect.poll(() => heard).toContain('alert');
  expect([await news(hoaHere), await news(lanHere)]).toEqual([1, 0]);
  expect(await mine(hoaHere)).toMatchObject({
    mentions: [{ reference, by: lan.name, text: `Nhờ @${hoa.name} xem giúp`, isUnread: true }],
    watched: [{ reference, newMessages: 0 }],
  });
  expect((await hoaHere.get(`${path}/watchers`)).body).toMatchObject({ isWatching: true, watchers: [{ id: hoa.id }] });

  await put(hoaHere, `${path}/reading`, { isRead: true });
  const read = await news(hoaHere);
  desk.clock.advanceBy(1_000);
  await said(desk, row.id, 'Vẫn chưa được ạ');
  const written = [await news(hoaHere), (await mine(hoaHere)).watched];
  await put(hoaHere, `${path}/watching`, { isWatching: false });

  expect(read).toBe(0);
  expect(written).toMatchObject([1, [{ newMessages: 1 }]]);
  expect([await news(hoaHere), (await mine(hoaHere)).watched]).toEqual([0, []]);
  const entries = await desk.database.db.select().from(ledger).where(eq(ledger.stream, 'watching'));
  expect(entries.map(({ type, detail }) => [type, detail.because])).toEqual([
    ['watchingBegun', 'mentioned'],
    ['watchingEnded', undefined],
  ]);
});

test('nobody who may not see the case is offered, named or told; who is kept away leaves no trace even as a watcher', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { db } = desk.database;
  const { row } = await openACase(desk);
  const { lan, hoa, minh, administrator } = desk.organisation.officers;
  const [lanHere, hoaHere, minhHere] = [await web.signIn(lan), await web.signIn(hoa), await web.signIn(minh)];
  const note = (mentionedIds: number[]) => lanHere.post(`${path}/notes`, { text: 'Xem giúp', mentionedIds });

  await put(hoaHere, `${path}/watching`, { isWatching: true });
  await note([hoa.id]);
  const before = await news(hoaHere);
  await act(desk, { kind: 'schedule', name: 'test' }, async (current) =>
    keepAway(current, await visibleCase(current, reference), { officerId: hoa.id, because: 'người bị phản ánh' }),
  );
  const heard: string[] = [];
  const viewer = { officerId: hoa.id, role: hoa.role, unitIds: new Set([hoa.unitId]) };
  web.live.onChange(viewer, ({ view }) => heard.push(view.topic));
  const refused = [await note([hoa.id]), await note([minh.id]), await note([987_654]), await note([administrator.id])];
  await said(desk, row.id, 'Có tin gì chưa?');
  await lanHere.post(`${path}/notes`, { text: 'Ghi chú không nhắc ai' });

  expect(before).toBe(1);
  expect(refused.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
    refused.map(() => [409, 'notMentionable', expect.stringContaining('đồng nghiệp đang xem được')]),
  );
  expect(
    await db
      .select()
      .from(messages)
      .where(and(eq(messages.isNote, true), eq(messages.caseId, row.id))),
  ).toHaveLength(2);
  const offered = (await lanHere.get(`${path}/colleagues`)).body.map(({ id }) => id);
  expect(offered).not.toContain(hoa.id);
  expect(offered).not.toContain(minh.id);
  expect((await lanHere.get(`${path}/watchers`)).body.watchers).toEqual([]);
  expect([await news(hoaHere), await mine(hoaHere)]).toEqual([0, { mentions: [], watched: [] }]);
  expect(heard).toEqual([]);
  for (const caller of [hoaHere, minhHere]) {
    expect((await put(caller, `${path}/watching`, { isWatching: true })).status).toBe(404);
    expect((await caller.get(`${path}/watchers`)).status).toBe(404);
    expect((await caller.get(`${path}/colleagues`)).status).toBe(404);
  }

  // Passed to another unit, it is no longer the business of who watched it here.
  await put(lanHere, `${path}/watching`, { isWatching: true });
  await db
    .update(cases)
    .set({ unitId: desk.organisation.units.port1, assigneeId: minh.id })
    .where(eq(cases.id, row.id));
  await db.execute('delete from alerts');
  expect(await mine(lanHere)).toEqual({ mentions: [], watched: [] });
});

async function linkedChat(desk: TestDesk, officerId: number): Promise<number> {
  const chat = await openDelivery(desk, []).chat({ address: 'of-an-officer', contactId: null, officerId });
  await desk.database.db
    .insert(officerChats)
    .values({ officerId, conversationId: chat.id, linkedAt: desk.clock.now() });
  return chat.id;
}

async function said(desk: TestDesk, caseId: number, text: string): Promise<void> {
  const { conversationId } = desk.organisation;
  await act(desk, { kind: 'contact', conversationId }, ({ tx, at }) =>
    insertMessage(tx, { conversationId, caseId, author: 'person', text, at }),
  );
}
