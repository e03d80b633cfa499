import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { keepAway } from '../../src/desk/cases/add-exclusion.ts';
import { visibleCase } from '../../src/desk/visibility.ts';
import { insertMessage } from '../../src/store/messages.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const now = '2026-03-06T09:00+07:00';
const reference = 'VM-2026-000001';
const path = `/api/v1/cases/${reference}`;

async function put(caller: Caller, at: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await caller.raw(at, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

test('an answer that is begun is kept, a colleague may go on with it, and it is gone once it is sent', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const hoa = await web.signIn(desk.organisation.officers.hoa);

  const kept = await put(lan, `${path}/drafts/reply`, { text: 'Mời anh/chị', seenEventOrdinal: 2 });
  await put(lan, `${path}/drafts/note`, { text: 'Chỉ mình tôi đọc', seenEventOrdinal: 2 });
  const seenByHoa = await hoa.get(`${path}/beside`);
  const taken = await hoa.post(`${path}/drafts/taking`, { officerId: desk.organisation.officers.lan.id });
  const takenAgain = await hoa.post(`${path}/drafts/taking`, { officerId: desk.organisation.officers.lan.id });
  const leftToLan = await lan.get(`${path}/beside`);
  const sent = await hoa.post(`${path}/replies`, { text: 'Mời anh/chị qua cổng', seenEventOrdinal: 2 });
  const afterwards = await hoa.get(`${path}/beside`);

  expect(kept.status).toBe(204);
  expect(seenByHoa.body).toMatchObject({
    drafts: [],
    begun: [{ officer: { name: 'Nguyễn Thị Lan' }, text: 'Mời anh/chị' }],
  });
  expect([taken.body, takenAgain.status]).toEqual([{ text: 'Mời anh/chị' }, 404]);
  expect(leftToLan.body).toMatchObject({ drafts: [{ mode: 'note' }], begun: [{ text: 'Mời anh/chị' }] });
  expect(sent.status).toBe(201);
  expect(afterwards.body).toMatchObject({ drafts: [], begun: [] });
});

test('whoever has a case open is seen by colleagues until 25 seconds after the last word of it', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const hoa = await web.signIn(desk.organisation.officers.hoa);

  const alone = await put(lan, `${path}/presence`, { activity: 'typing' });
  const together = await put(hoa, `${path}/presence`, { activity: 'viewing' });
  const marked = await hoa.get(`/api/v1/case-marks?references=${reference},VM-2026-000999`);
  desk.clock.advanceBy(25_000);
  const late = await put(hoa, `${path}/presence`, { activity: 'viewing' });
  await put(lan, `${path}/presence`, { activity: 'viewing' });
  await put(lan, `${path}/presence`, { activity: 'gone' });
  const left = await put(hoa, `${path}/presence`, { activity: 'idle' });

  const lanThere = { officerId: desk.organisation.officers.lan.id, name: 'Nguyễn Thị Lan', activity: 'typing' };
  expect([alone.body, together.body, late.body, left.body]).toEqual([[], [lanThere], [], []]);
  expect(marked.body).toEqual([{ reference, unread: 1, present: [lanThere] }]);
});

test('a message is unread until the officer has read the case, and again when it is marked so', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const leader = await web.signIn(desk.organisation.officers.leader);
  const unreadByLeader = async () =>
    (await leader.get(`/api/v1/case-marks?references=${reference}`)).body[0]?.unread ?? 0;
  const unread = async () => (await lan.get(`/api/v1/case-marks?references=${reference}`)).body[0]?.unread ?? 0;

  const first = await unread();
  await put(lan, `${path}/reading`, { isRead: true });
  const read = await unread();
  await said(desk, 'Vẫn chưa được ạ');
  const more = await unread();
  await put(lan, `${path}/reading`, { isRead: true });
  await put(lan, `${path}/reading`, { isRead: false });

  // Of another unit and never opened: no news for the leader, until the leader has looked at it.
  const neverOpened = await unreadByLeader();
  await put(leader, `${path}/reading`, { isRead: true });
  await said(desk, 'Anh chị xem giúp');

  expect([first, read, more, await unread()]).toEqual([1, 0, 1, 2]);
  expect([neverOpened, await unreadByLeader()]).toEqual([0, 1]);
});

test('one thing done to many cases says which were refused and why, and takes nothing back', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const second = 'VM-2026-000002';
  await lan.post(`/api/v1/cases/${second}/taking`);

  const references = [reference, second, 'VM-2026-000999'];
  const taken = await lan.post('/api/v1/bulk-deeds', { references, deed: { kind: 'take' } });
  const noted = await lan.post('/api/v1/bulk-deeds', {
    references: [reference, second],
    deed: { kind: 'note', text: 'Cùng một tàu' },
  });

  expect(taken.body).toEqual({
    done: [reference],
    refused: [
      { reference: second, code: 'alreadyTaken', detail: expect.any(String) },
      { reference: 'VM-2026-000999', code: 'notFound', detail: expect.any(String) },
    ],
  });
  expect(noted.body).toEqual({ done: [reference, second], refused: [] });
});

test('a canned reply is kept by those who answer for its unit and offered to the unit and those below it', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { officers, units } = desk.organisation;
  const [lan, hoa, minh, administrator] = await Promise.all(
    [officers.lan, officers.hoa, officers.minh, officers.administrator].map(web.signIn),
  );
  const words = { code: 'giay-to', title: 'Giấy tờ còn thiếu', body: 'Kính gửi {enterprise}' };
  const everywhere = { ...words, code: 'chao', unitId: null };

  const refused = [
    await lan?.post('/api/v1/canned-replies', { ...words, unitId: units.port3 }),
    await hoa?.post('/api/v1/canned-replies', { ...words, unitId: units.port1 }),
    await hoa?.post('/api/v1/canned-replies', everywhere),
  ];
  const added = await hoa?.post('/api/v1/canned-replies', { ...words, unitId: units.port3 });
  const again = await administrator?.post('/api/v1/canned-replies', { ...words, unitId: null });
  await administrator?.post('/api/v1/canned-replies', everywhere);
  const codes = async (caller: Caller | undefined) =>
    (await caller?.get('/api/v1/canned-replies'))?.body.map(({ code }) => code);

  expect(refused.map((answer) => answer?.status)).toEqual([403, 403, 403]);
  expect([added?.status, again?.status, again?.body.code]).toEqual([201, 409, 'codeTaken']);
  expect([await codes(lan), await codes(minh)]).toEqual([['chao', 'giay-to'], ['chao']]);
});

test('a view kept for the unit is everybody’s there with their own count, and only managers share', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  const { officers } = desk.organisation;
  const lan = await web.signIn(officers.lan);
  const hoa = await web.signIn(officers.hoa);
  const minh = await web.signIn(officers.minh);
  const wish = { name: 'Của tôi', filter: { box: 'mine' }, isShared: true };

  const refused = await lan.post('/api/v1/saved-filters', wish);
  const kept = await hoa.post('/api/v1/saved-filters', wish);
  await lan.post('/api/v1/saved-filters', { name: 'Giám sát', filter: { box: 'all', q: 'giam sat' }, isShared: false });
  const [ofLan, ofHoa, ofMinh] = [
    (await lan.get('/api/v1/saved-filters')).body,
    (await hoa.get('/api/v1/saved-filters')).body,
    (await minh.get('/api/v1/saved-filters')).body,
  ];
  const removed = await lan.raw(`/api/v1/saved-filters/${kept.body.id}`, { method: 'DELETE' });

  expect([refused.status, kept.status, removed.status]).toEqual([403, 201, 404]);
  expect(ofLan).toMatchObject([
    { name: 'Của tôi', isShared: true, count: 1, mayRemove: false },
    { name: 'Giám sát', count: 1, mayRemove: true },
  ]);
  expect([ofHoa, ofMinh]).toMatchObject([[{ name: 'Của tôi', count: 0, mayRemove: true }], []]);
});

test('what was said is found without its marks, and nothing of a case is found by whom it is kept from', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  await said(desk, 'Số chì niêm phong bị đứt ở Đình Vũ, nhờ anh/chị kiểm tra lại giúp');
  const { officers, enterprise } = desk.organisation;
  const lan = await web.signIn(officers.lan);
  const minh = await web.signIn(officers.minh);
  const hoa = await web.signIn(officers.hoa);
  const search = async (caller: Caller, q: string) =>
    (await caller.get(`/api/v1/search?q=${encodeURIComponent(q)}`)).body;
  const nothing = { cases: [], messages: [], enterprises: [], declarations: [] };

  const words = await search(lan, 'niem phong dinh v');
  const byNumber = await search(lan, enterprise.taxCode);
  const elsewhere = [await search(minh, 'niem phong'), await search(minh, enterprise.taxCode)];
  await act(desk, { kind: 'schedule', name: 'test' }, async (current) => {
    await keepAway(current, await visibleCase(current, reference), { officerId: officers.hoa.id, because: 'subject' });
  });
  const keptAway = [
    await search(hoa, 'niem phong'),
    await search(hoa, enterprise.taxCode),
    await hoa.get(`${path}/beside`),
  ];

  expect(words).toMatchObject({ messages: [{ reference, excerpt: expect.stringContaining('niêm phong') }] });
  expect(byNumber).toMatchObject({ cases: [{ reference }], enterprises: [{ taxCode: enterprise.taxCode }] });
  expect(elsewhere).toEqual([nothing, nothing]);
  expect(keptAway.slice(0, 2)).toEqual([nothing, nothing]);
  expect(keptAway[2]).toMatchObject({ status: 404 });
});

async function said(desk: TestDesk, text: string): Promise<void> {
  const { conversationId } = desk.organisation;
  await act(desk, { kind: 'contact', conversationId }, async (current) => {
    const row = await visibleCase(current, reference);
    await insertMessage(current.tx, { conversationId, caseId: row.id, author: 'person', text, at: current.at });
  });
}
