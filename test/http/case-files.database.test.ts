import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Window } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { keepAway } from '../../src/desk/cases/add-exclusion.ts';
import { notePresence } from '../../src/desk/conversations/note-presence.ts';
import { applyRetention } from '../../src/desk/privacy/apply-retention.ts';
import { visibleCase } from '../../src/desk/visibility.ts';
import { conversationById } from '../../src/store/conversations.ts';
import { caseUploads } from '../../src/store/schema/case-uploads.ts';
import { caseEvents } from '../../src/store/schema/cases.ts';
import { conversations, files } from '../../src/store/schema/conversations.ts';
import { openACase } from '../support/cases.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { type Caller, openWeb } from '../support/web.ts';

const now = '2026-11-23T09:15:00+07:00';
const reference = 'VM-2026-000001';
const path = `/api/v1/cases/${reference}`;
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const hour = 3_600_000;

async function choose(
  caller: Caller,
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'biên bản.pdf', mode = 'reply', key = '' } = {},
) {
  const answer = await caller.raw(`${path}/files?${new URLSearchParams({ name, mode })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...(key === '' ? {} : { 'idempotency-key': key }) },
    body: bytes,
  });
  return { status: answer.status, body: await answer.json() };
}

test('a file chosen for an answer waits beside the draft, goes out with the words and is in the ledger', async () => {
  await using desk = await openDesk({ now });
  await using stored = await filesDirectory();
  await using web = await openWeb(desk, { config: configWith(stored.path) });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram], { filesDirectory: stored.path });
  const { row } = await openACase(desk);
  await delivery.deliver();
  const { lan, hoa } = desk.organisation.officers;
  const [lanHere, hoaHere] = [await web.signIn(lan), await web.signIn(hoa)];

  const chosen = await choose(lanHere, pdf, { key: 'mot' });
  const again = await choose(lanHere, pdf, { key: 'mot' });
  const other = await choose(lanHere, new TextEncoder().encode('khác'), { key: 'mot', name: 'a.txt' });
  const second = await choose(lanHere, pdf, { name: '../<img onerror>.pdf' });
  const forNote = await choose(lanHere, pdf, { mode: 'note' });
  const { id } = chosen.body;
  const beside = await lanHere.get(`${path}/beside`);
  const looked = await lanHere.raw(`${path}/files/${id}`);
  const strangers = [
    (await hoaHere.raw(`${path}/files/${id}`)).status,
    (await hoaHere.raw(`${path}/files/${id}`, { method: 'DELETE' })).status,
    (await hoaHere.post(`${path}/replies`, { text: 'Của đồng nghiệp', uploadIds: [id] })).status,
    (await lanHere.post(`${path}/replies`, { text: 'Tệp của ghi chú', uploadIds: [forNote.body.id] })).status,
    (await lanHere.post(`${path}/notes`, { text: 'Tệp của trả lời', uploadIds: [id] })).status,
  ];
  const dropped = await lanHere.raw(`${path}/files/${second.body.id}`, { method: 'DELETE' });
  await hoaHere.post(`${path}/replies`, { text: 'Tôi đã xem' });
  const late = await lanHere.post(`${path}/replies`, { text: 'Mời xem', uploadIds: [id], seenEventOrdinal: 0 });
  const kept = (await lanHere.get(`${path}/beside`)).body.files;
  const sent = await lanHere.post(`${path}/replies`, { text: 'Mời xem tệp', uploadIds: [id] });
  await lanHere.post(`${path}/notes`, { text: 'Bản gốc', uploadIds: [forNote.body.id] });
  await delivery.deliver();

  expect([chosen.status, chosen.body]).toMatchObject([
    201,
    { name: 'biên bản.pdf', mediaType: 'application/pdf', carriage: 'itself' },
  ]);
  expect([again.body, other.status]).toEqual([chosen.body, 422]);
  expect(second.body.name).toBe('<img onerror>.pdf');
  expect(beside.body.files).toHaveLength(3);
  expect([looked.status, looked.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining('sandbox'),
  ]);
  expect(strangers).toEqual([404, 404, 404, 404, 404]);
  expect(dropped.status).toBe(204);
  // A send that is refused keeps its files.
  expect([late.status, kept]).toMatchObject([409, [{ id }, { id: forNote.body.id }]]);
  expect(sent.status).toBe(201);
  expect(telegram.calls.at(-1)).toMatchObject({ said: '[biên bản.pdf]', bytes: expect.anything() });
  expect(new Uint8Array(telegram.calls.at(-1)?.bytes ?? [])).toEqual(pdf);
  expect(telegram.calls.filter(({ said }) => said.startsWith('['))).toHaveLength(1);
  const events = await desk.database.db.select().from(caseEvents).where(eq(caseEvents.caseId, row.id));
  const digests = (await desk.database.db.select().from(files)).map(({ sha256 }) => sha256);
  expect(events.flatMap(({ detail }) => ('files' in detail ? (detail.files ?? []) : []))).toEqual(digests);
  expect(await desk.database.db.select().from(caseUploads)).toEqual([]);
});

test('what could run in a browser, is empty, too large or one too many is refused with a sentence', async () => {
  await using desk = await openDesk({ now });
  await using stored = await filesDirectory();
  await using web = await openWeb(desk, { config: configWith(stored.path) });
  const { row } = await openACase(desk);
  const { lan, minh, hoa } = desk.organisation.officers;
  const [lanHere, hoaHere] = [await web.signIn(lan), await web.signIn(hoa)];
  const bytes = (text: string) => new TextEncoder().encode(text);

  const refused = [
    await choose(lanHere, bytes('<!doctype html><script>alert(1)</script>'), { name: 'a.html' }),
    await choose(lanHere, bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), { name: 'a.svg' }),
    await choose(lanHere, bytes('<script>alert(1)</script>'), { name: 'a.txt' }),
    await choose(lanHere, bytes('')),
    await choose(lanHere, new Uint8Array(20 * 1024 ** 2 + 1), { mode: 'note' }),
    await choose(await web.signIn(minh), pdf),
  ];
  await act(desk, { kind: 'schedule', name: 'test' }, async (current) =>
    keepAway(current, await visibleCase(current, row.reference), { officerId: hoa.id, because: 'người bị phản ánh' }),
  );
  refused.push(await choose(hoaHere, pdf));
  const untouched = await readdir(stored.path);
  for (let count = 0; count < 10; count += 1) await choose(lanHere, pdf);
  const onZalo = async (name: string, content = pdf) => choose(lanHere, content, { name });
  refused.push(await choose(lanHere, pdf));
  await lanHere.raw(`${path}/files/1`, { method: 'DELETE' });
  await desk.database.db.update(conversations).set({ channel: 'zalo', account: 'oa' });
  refused.push(await onZalo('bảng kê.txt', bytes('mã;số lượng')));

  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [415, 'fileNotAccepted'],
    [415, 'fileNotAccepted'],
    [415, 'fileNotAccepted'],
    [422, 'fileEmpty'],
    [413, 'fileTooLarge'],
    [404, 'notFound'],
    [404, 'notFound'],
    [409, 'tooManyFiles'],
    [422, 'fileNotCarried'],
  ]);
  expect(untouched).toEqual([]);
});

test('a colleague who goes on with an answer has its files; what nobody sends is gone after its days', async () => {
  const removed: unknown[] = [];
  await using desk = await openDesk({
    now,
    jobs: { send: async (_tx, name, data) => void (name === 'remove-files' && removed.push(data)) },
  });
  await using stored = await filesDirectory();
  await using web = await openWeb(desk, { config: configWith(stored.path) });
  await openACase(desk);
  const { lan, hoa } = desk.organisation.officers;
  const [lanHere, hoaHere] = [await web.signIn(lan), await web.signIn(hoa)];
  const filesOf = async (caller: Caller) => (await caller.get(`${path}/beside`)).body.files;

  await lanHere.raw(`${path}/drafts/reply`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Mời anh/chị', seenEventOrdinal: 2 }),
  });
  await choose(lanHere, pdf);
  await choose(lanHere, pdf, { mode: 'note' });
  await hoaHere.post(`${path}/drafts/taking`, { officerId: lan.id });
  const after = [await filesOf(lanHere), await filesOf(hoaHere)];
  desk.clock.advanceBy(14 * 24 * hour);
  await applyRetention(desk);
  const onTheDay = await desk.database.db.select().from(caseUploads);
  desk.clock.advanceBy(1);
  await applyRetention(desk);

  expect(after).toMatchObject([[{ mode: 'note' }], [{ mode: 'reply' }]]);
  expect(onTheDay).toHaveLength(2);
  expect(await desk.database.db.select().from(caseUploads)).toEqual([]);
  expect(removed).toEqual([{ paths: [onTheDay[0]?.path] }]);
});

test('what becomes of an answer is said beforehand as delivery would have it', async () => {
  await using desk = await openDesk({ now });
  const wrote = desk.clock.now();
  const windowAt = (last: Date | null, at: Date): Window => {
    const elapsed = last === null ? Number.POSITIVE_INFINITY : at.getTime() - last.getTime();
    return elapsed < 48 * hour ? 'open' : elapsed < 168 * hour ? 'charged' : 'closed';
  };
  const zalo = {
    ...scriptedChannel(desk.clock, { name: 'zalo', account: 'oa', windowAt, knock: () => ({ words: 'Có trả lời' }) }),
    windowChangesAt: (last: Date | null, at: Date) =>
      last === null || windowAt(last, at) === 'closed'
        ? null
        : new Date(last.getTime() + (windowAt(last, at) === 'open' ? 48 : 168) * hour),
  };
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram, zalo]);
  await using web = await openWeb(desk, { channels: [telegram, zalo] });
  const { row } = await openACase(desk);
  await desk.database.db
    .update(conversations)
    .set({ channel: 'zalo', account: 'oa', lastInteractionAt: wrote })
    .where(eq(conversations.id, desk.organisation.conversationId));
  const lan = await web.signIn(desk.organisation.officers.lan);
  const chatNow = async () => (await lan.get(`${path}/outlook`)).body.chat;

  const free = await chatNow();
  desk.clock.advanceBy(48 * hour);
  const charged = await chatNow();
  desk.clock.advanceBy(120 * hour);
  const closed = await chatNow();
  const messageId = await delivery.says('trả lời', { caseId: row.id });
  await delivery.deliver();
  const waiting = [(await delivery.rowOf(messageId)).state, await chatNow()];
  const other = await delivery.chat({ address: 'khác', contactId: desk.organisation.contactId });
  const elsewhere = await chatNow();
  const heard: string[] = [];
  web.live.onChange('everything', ({ view }) => heard.push(`${view.topic} ${view.reference}`));
  await act(desk, { kind: 'channel', name: 'zalo' }, async (current) =>
    notePresence(current, await conversationById(current.tx, row.conversationId ?? 0), 'blocked'),
  );
  await expect.poll(() => heard).toContain(`case ${reference}`);
  await desk.database.db.update(conversations).set({ blockedAt: desk.clock.now() });
  const blocked = await chatNow();
  await desk.database.db.update(conversations).set({ account: 'chưa bật' });
  const off = await chatNow();

  const later = (hours: number) => new Date(wrote.getTime() + hours * hour).toISOString();
  expect(free).toMatchObject({ channel: 'zalo', state: 'open', sends: 'here', changesAt: later(48) });
  expect(charged).toMatchObject({ state: 'charged', sends: 'here', changesAt: later(168) });
  expect(closed).toMatchObject({ state: 'closed', sends: 'waits', knock: 'willBe', changesAt: null });
  expect(waiting).toMatchObject(['held', { sends: 'waits', knock: 'hasBeen' }]);
  expect(elsewhere).toMatchObject({ state: 'closed', sends: 'elsewhere', elsewhere: other.channel });
  expect(blocked).toMatchObject({ state: 'blocked', sends: 'fails', elsewhere: null });
  expect(off).toMatchObject({ state: 'off', sends: 'fails' });
});

function configWith(filesPath: string) {
  return {
    publicUrl: 'http://localhost:3000',
    isDemonstration: false,
    telegramBotName: () => null,
    filesDirectory: filesPath,
  };
}

async function filesDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const where = await mkdtemp(join(tmpdir(), 'dong-hanh-files-'));
  return { path: where, [Symbol.asyncDispose]: () => rm(where, { recursive: true }) };
}
