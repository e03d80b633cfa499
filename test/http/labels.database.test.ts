import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { keepAway } from '../../src/desk/cases/add-exclusion.ts';
import { putLabel } from '../../src/desk/cases/label-case.ts';
import { visibleCase } from '../../src/desk/visibility.ts';
import type { CaseListItem } from '../../src/http/views.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const now = '2026-03-06T09:00+07:00';
const first = 'VM-2026-000001';
const second = 'VM-2026-000002';
const fresh = { name: 'Hàng dễ hỏng', colour: 'orange', unitId: null };

async function send(caller: Caller | undefined, method: 'PUT' | 'DELETE', path: string, body?: unknown) {
  const said = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  const answer = await caller?.raw(`/api/v1${path}`, { method, headers, ...said });
  const text = (await answer?.text()) ?? '';
  return { status: answer?.status, body: text === '' ? null : JSON.parse(text) };
}

async function label(administrator: Caller, words: { name?: string; unitId?: number } = {}) {
  return Number((await administrator.post('/api/v1/labels', { ...fresh, ...words })).body.id);
}

const put = (caller: Caller, reference: string, id: number) => send(caller, 'PUT', `/cases/${reference}/labels/${id}`);
const takeOff = (caller: Caller, reference: string, id: number) =>
  send(caller, 'DELETE', `/cases/${reference}/labels/${id}`);

async function listed(caller: Caller, query = ''): Promise<Record<string, string[]>> {
  const { items } = (await caller.get(`/api/v1/cases?${query}`)).body as unknown as { items: CaseListItem[] };
  return Object.fromEntries(items.map(({ reference, labels }) => [reference, labels.map(({ name }) => name)]));
}

/** Whether somebody waits for what somebody else holds. */
async function isWaiting({ database }: TestDesk): Promise<boolean> {
  const rows = await database.sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length > 0;
}

/** What the ledger of a case says of labels. */
async function told(desk: TestDesk, reference: string): Promise<string[]> {
  const rows = await desk.database.sql`select e.type, e.detail->>'name' as name from case_events e
    join cases c on c.id = e.case_id where c.reference = ${reference} and e.type like '%label%' order by e.ordinal`;
  return rows.map(({ type, name }) => `${type} ${name}`);
}

test('a label is kept by those who answer for its unit, reads like no other, and is offered there and below', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { officers, units } = desk.organisation;
  const lan = await web.signIn(officers.lan);
  const hoa = await web.signIn(officers.hoa);
  const minh = await web.signIn(officers.minh);
  const administrator = await web.signIn(officers.administrator);
  const ours = { ...fresh, name: 'Bãi số 3', unitId: units.port3 };
  await openACase(desk);

  const refused = [
    await lan.post('/api/v1/labels', ours),
    await hoa.post('/api/v1/labels', { ...ours, unitId: units.port1 }),
    await hoa.post('/api/v1/labels', fresh),
  ];
  const id = Number((await hoa.post('/api/v1/labels', ours)).body.id);
  const all = await label(administrator);
  const theirs = await label(administrator, { name: 'Bãi số 1', unitId: units.port1 });
  const alike = await administrator.post('/api/v1/labels', { ...fresh, name: 'HÀNG  de hong' });
  const renamed = [
    await send(hoa, 'PUT', `/labels/${id}`, { ...ours, name: 'hàng dễ hỏng' }),
    await send(hoa, 'PUT', `/labels/${id}`, { ...ours, name: 'Bãi 3', colour: 'teal' }),
    await send(hoa, 'PUT', `/labels/${all}`, ours),
  ];
  const malformed = [
    await administrator.post('/api/v1/labels', { ...fresh, name: 'x'.repeat(41) }),
    await administrator.post('/api/v1/labels', { ...fresh, name: 'Màu lạ', colour: 'gold' }),
  ];
  const offered = async (caller: Caller) =>
    ((await caller.get('/api/v1/labels')).body as readonly Record<string, unknown>[]).map(
      ({ name, isRetired, mayChange }) => [name, isRetired, mayChange],
    );
  const before = { lan: await offered(lan), hoa: await offered(hoa), minh: await offered(minh) };
  await put(lan, first, id);
  const retired = await send(hoa, 'DELETE', `/labels/${id}`);
  const again = await hoa.post('/api/v1/labels', { ...ours, name: 'Bai 3' });

  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect([alike.status, alike.body.code]).toEqual([409, 'labelNameTaken']);
  expect(renamed.map(({ status }) => status)).toEqual([409, 204, 403]);
  expect(malformed.map(({ status }) => status)).toEqual([400, 400]);
  expect(before).toEqual({
    lan: [
      ['Bãi 3', false, false],
      ['Hàng dễ hỏng', false, false],
    ],
    hoa: [
      ['Bãi 3', false, true],
      ['Hàng dễ hỏng', false, false],
    ],
    minh: [
      ['Bãi số 1', false, false],
      ['Hàng dễ hỏng', false, false],
    ],
  });
  expect([retired.status, again.status]).toEqual([204, 201]);
  expect(await listed(lan)).toEqual({ [first]: ['Bãi 3'] });
  expect((await put(lan, first, id)).status).toBe(200);
  expect((await takeOff(lan, first, id)).status).toBe(200);
  expect((await put(lan, first, id)).status).toBe(404);
  expect((await put(lan, first, theirs)).status).toBe(404);
});

test('a label is put on a case and taken off once, however often and by however many it is asked', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  const { officers } = desk.organisation;
  const lan = await web.signIn(officers.lan);
  const hoa = await web.signIn(officers.hoa);
  const administrator = await web.signIn(officers.administrator);
  const ids = [];
  for (let each = 0; each <= 10; each += 1) ids.push(await label(administrator, { name: `Nhãn ${each}` }));
  const [one = 0, two = 0] = ids;
  const activity = () => desk.database.sql`select last_activity_at from cases where reference = ${first}`;
  const quiet = await activity();
  desk.clock.advanceBy(60_000);

  const said = () => desk.database.sql`select (select count(*) from messages), (select count(*) from outbox) as sent`;
  const saidBefore = await said();

  // Held still: the colleague asks while the label is being put on.
  let asked: ReturnType<typeof put> | undefined;
  await act(desk, { kind: 'officer', officerId: officers.lan.id }, async (current) => {
    await putLabel(current, { reference: first, labelId: one });
    asked = put(hoa, first, one);
    await expect.poll(() => isWaiting(desk)).toBe(true);
  });
  const both = [await asked, await put(lan, first, one)];
  const onceMore = await put(lan, first, one);
  const many = await hoa.post('/api/v1/bulk-deeds', {
    references: [first, second, 'VM-2026-000999'],
    deed: { kind: 'label', labelId: two, isOn: true },
  });
  const page = await listed(lan);
  const withOne = await listed(lan, `label=${one}`);
  const file = await lan.raw(`/api/v1/exports/cases?label=${one}`);
  const off = await Promise.all([takeOff(lan, first, one), takeOff(hoa, first, one)]);
  for (const id of ids.slice(2, 10)) await put(lan, first, id);
  const [last = 0] = ids.slice(10);
  // Nine are there: of two that come at once, one is the tenth and the other one too many.
  const tenth = await Promise.all([put(lan, first, one), put(hoa, first, last)]);

  expect([...both, onceMore].map((answer) => [answer?.status, answer?.body.labels])).toEqual(
    Array(3).fill([200, [{ id: one, name: 'Nhãn 0', colour: 'orange' }]]),
  );
  expect(onceMore.body.events.at(-1)).toMatchObject({ type: 'labelled', text: 'Gắn nhãn “Nhãn 0”' });
  expect(many.body).toMatchObject({ done: [first, second], refused: [{ code: 'notFound' }] });
  expect(page).toEqual({ [first]: ['Nhãn 0', 'Nhãn 1'], [second]: ['Nhãn 1'] });
  expect(withOne).toEqual({ [first]: ['Nhãn 0', 'Nhãn 1'] });
  expect(file.status).toBe(200);
  expect(off.map(({ status }) => status)).toEqual([200, 200]);
  expect(tenth.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await told(desk, first)).slice(0, 3)).toEqual(['labelled Nhãn 0', 'labelled Nhãn 1', 'unlabelled Nhãn 0']);
  expect(await told(desk, first)).toHaveLength(12);
  expect(await activity()).toEqual(quiet);
  // The enterprise is told nothing of it.
  expect(await said()).toEqual(saidBefore);
});

test('whoever does not see a case learns nothing of it by its labels', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  const { officers } = desk.organisation;
  const lan = await web.signIn(officers.lan);
  const hoa = await web.signIn(officers.hoa);
  const administrator = await web.signIn(officers.administrator);
  const id = await label(administrator);
  await put(hoa, first, id);
  await act(desk, { kind: 'schedule', name: 'test' }, async (current) => {
    await keepAway(current, await visibleCase(current, first), { officerId: officers.lan.id, because: 'subject' });
  });
  const seen = async () => [
    await listed(lan, `label=${id}`),
    (await lan.get(`/api/v1/cases/counts`)).body,
    (await lan.get('/api/v1/labels')).body,
    (await put(lan, first, id)).status,
    (await takeOff(lan, first, id)).status,
    (await put(lan, 'VM-2026-000999', id)).status,
  ];

  const labelled = await seen();
  const kept = await listed(hoa, `label=${id}`);
  await takeOff(hoa, first, id);

  expect(kept).toEqual({ [first]: ['Hàng dễ hỏng'] });
  expect(labelled.slice(3)).toEqual([404, 404, 404]);
  expect(labelled[0]).toEqual({});
  expect(await seen()).toEqual(labelled);
});
