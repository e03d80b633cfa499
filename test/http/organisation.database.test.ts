import { inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { defaultPolicies } from '../../src/rules/escalation/defaults.ts';
import { ledger } from '../../src/store/schema/ledger.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const base = '/api/v1/organisation';
const today = '2026-03-06';

const aRule = {
  precedence: 10,
  kind: null,
  category: 'penalty',
  urgent: null,
  officeCode: null,
  unitId: 3,
  note: 'Thử',
};
const anAbsence = {
  officerId: 1,
  substituteId: 2,
  fromAt: '2026-03-09T00:00:00+07:00',
  untilAt: '2026-03-12T00:00:00+07:00',
};
const anOfficer = {
  name: 'Ngô Văn Quyền',
  title: 'Công chức',
  email: 'quyen@haiquan.example',
  role: 'officer',
  unitId: 3,
  validFrom: today,
};
const aTurn = { officerId: 1, fromAt: '2026-03-07T07:00:00+07:00', untilAt: '2026-03-07T19:00:00+07:00' };

/** Each thing an administrator can do first, and a body that is right for it. */
const writes = [
  ['POST', '/organisation/units', { code: 'R3-X', parentId: 1, name: 'Đội X', shortName: 'X', validFrom: today }, 201],
  ['PATCH', '/organisation/units/3', { parentId: 2, validFrom: today }, 200],
  ['PUT', '/organisation/offices/03CC', { unitId: 3 }, 204],
  ['POST', '/organisation/officers', anOfficer, 201],
  ['PATCH', '/organisation/officers/1', { name: 'Nguyễn Lan' }, 200],
  ['POST', '/organisation/officers/1/posts', { unitId: 4, validFrom: today }, 201],
  ['POST', '/organisation/officers/1/ending', { validTo: today }, 200],
  ['POST', '/organisation/duty-turns', aTurn, 201],
  ['POST', '/organisation/absences', anAbsence, 201],
  ['POST', '/organisation/responsibilities', { ...aRule, validFrom: today }, 201],
  ['PATCH', '/organisation/responsibilities/1', { validFrom: today, precedence: 5 }, 200],
  ['POST', '/organisation/responsibilities/1/ending', { validTo: today }, 204],
] as const;

const aProposal = ['POST', '/policy-proposals', { replacesId: 4, definition: null, validFrom: '2026-03-07' }] as const;

test('no write is an officer’s, not even a leader’s, nor a stranger’s', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const hoa = await web.signIn(desk.organisation.officers.hoa);
  const leader = await web.signIn(desk.organisation.officers.leader);

  for (const [method, path, body] of [...writes, aProposal]) {
    const answers = [];
    for (const caller of [hoa, leader, web.stranger]) answers.push((await send(caller, method, path, body)).status);
    expect([path, answers]).toEqual([path, [403, 403, 401]]);
  }

  expect(await ledgerLength(desk)).toBe(0);
});

test.each(writes)(
  '%s %s is done once it is asked for, and the ledger tells of it',
  async (method, path, body, status) => {
    await using desk = await openDesk({ now: morning });
    await using web = await openWeb(desk);

    const answer = await send(web.program, method, path, body);

    expect([answer.status, answer.text]).toEqual([status, expect.any(String)]);
    expect(await ledgerLength(desk)).toBeGreaterThan(0);
  },
);

test('the same request twice has one effect and one answer', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const caller = await web.signIn(desk.organisation.officers.administrator);
  const headers = { 'idempotency-key': 'mot-lan' };

  const first = await caller.post(`${base}/officers`, anOfficer, headers);
  const again = await caller.post(`${base}/officers`, anOfficer, headers);
  const another = await caller.post(`${base}/officers`, anOfficer);

  expect([first.status, again.status, another.status]).toEqual([201, 201, 409]);
  expect(again.body).toEqual(first.body);
  expect(another.body).toMatchObject({ code: 'emailTaken' });
  expect(await ledgerLength(desk)).toBe(1);
});

test('the tree and the people are read as of a day, by any officer', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { units, officers } = desk.organisation;
  const administrator = await web.signIn(officers.administrator);
  const lan = await web.signIn(officers.lan);
  await send(administrator, 'PATCH', `/organisation/units/${units.port3}`, {
    parentId: units.supervision,
    validFrom: '2026-03-09',
  });
  await administrator.post(`${base}/officers/${officers.lan.id}/posts`, {
    unitId: units.port1,
    validFrom: '2026-03-09',
  });

  const parentOn = async (day: string) =>
    itemsOf(await lan.get(`${base}/units?asOf=${day}`)).find(({ id }) => id === units.port3)?.parentId;
  const unitOn = async (day: string) =>
    itemsOf(await lan.get(`${base}/officers?asOf=${day}`)).find(({ id }) => id === officers.lan.id)?.unitId;

  expect([await parentOn('2026-03-08'), await parentOn('2026-03-09')]).toEqual([units.root, units.supervision]);
  expect([await unitOn('2026-03-08'), await unitOn('2026-03-09')]).toEqual([units.port3, units.port1]);
  expect(itemsOf(await lan.get(`${base}/units?asOf=2019-12-31`))).toEqual([]);
  expect((await lan.get(`${base}/officers/${officers.lan.id}`)).body).toMatchObject({
    posts: [
      { unitId: units.port3, validTo: '2026-03-09' },
      { unitId: units.port1, validFrom: '2026-03-09', validTo: null },
    ],
  });
});

test('people are read page by page, and nobody twice', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const seen: unknown[] = [];
  let cursor: unknown = null;

  do {
    const next: string = typeof cursor === 'string' ? `&cursor=${cursor}` : '';
    const { body } = await lan.get(`${base}/officers?limit=4${next}`);
    seen.push(...(body.items as { id: number }[]).map(({ id }) => id));
    cursor = body.nextCursor;
  } while (cursor !== null);

  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect((await lan.get(`${base}/officers?cursor=abc`)).status).toBe(400);
});

test('an officer who holds cases is moved with a choice, and the refusal lists them', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { officers, units } = desk.organisation;
  await openACase(desk);
  const administrator = await web.signIn(officers.administrator);
  const path = `${base}/officers/${officers.lan.id}/posts`;

  const refused = await administrator.post(path, { unitId: units.port1, validFrom: today });
  const done = await administrator.post(path, { unitId: units.port1, validFrom: today, cases: { to: 'queue' } });

  expect(refused.body).toMatchObject({ status: 409, code: 'holdsOpenCases' });
  expect(refused.body.detail).toContain('VM-2026-000001');
  expect(done.status).toBe(201);
});

test('whoever left is signed out at once', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { officers } = desk.organisation;
  const administrator = await web.signIn(officers.administrator);
  const lan = await web.signIn(officers.lan);

  await administrator.post(`${base}/officers/${officers.lan.id}/ending`, { validTo: today });

  expect((await lan.get('/api/v1/cases')).status).toBe(401);
});

test('who is on duty is everybody’s to read, why somebody is away is not', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);
  const lan = await web.signIn(desk.organisation.officers.lan);
  await administrator.post(`${base}/duty-turns`, aTurn);
  const { body: absence } = await administrator.post(`${base}/absences`, { ...anAbsence, reason: 'Nghỉ phép' });

  const turnsOn = async (day: string) => itemsOf(await lan.get(`${base}/duty-turns?asOf=${day}`)).length;

  expect([await turnsOn(today), await turnsOn('2026-03-07'), await turnsOn('2026-03-08')]).toEqual([0, 1, 0]);
  expect((await lan.get(`${base}/absences`)).status).toBe(403);
  const away = async (day: string) => itemsOf(await administrator.get(`${base}/absences?asOf=${day}`));
  expect(await away('2026-03-08')).toEqual([]);
  expect(await away('2026-03-11')).toMatchObject([{ officerName: 'Nguyễn Thị Lan', reason: 'Nghỉ phép' }]);
  expect(await away('2026-03-12')).toEqual([]);
  expect((await send(administrator, 'DELETE', `/organisation/absences/${absence.id}`)).status).toBe(204);
  expect((await send(administrator, 'DELETE', `/organisation/absences/${absence.id}`)).status).toBe(404);
});

test('a policy goes from proposal over preview to approval, and who may not decide does not read along', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { officers, policyIds } = desk.organisation;
  await openACase(desk);
  const administrator = await web.signIn(officers.administrator);
  const leader = await web.signIn(officers.leader);
  const lan = await web.signIn(officers.lan);
  const procedure = defaultPolicies[4];
  const definition = { ...procedure, version: '2026-2' };

  const proposed = await administrator.post('/api/v1/policy-proposals', {
    replacesId: policyIds[4],
    definition,
    validFrom: '2026-03-09',
  });
  const path = `/api/v1/policy-proposals/${proposed.body.id}`;
  const preview = await administrator.get(`${path}/preview`);
  const byProposer = await administrator.post(`${path}/approval`);
  const approved = await leader.post(`${path}/approval`);

  expect(proposed.body).toMatchObject({ state: 'pending', definition, proposedBy: officers.administrator.name });
  expect(preview.body).toEqual({ kept: 1, references: ['VM-2026-000001'] });
  expect(byProposer.body).toMatchObject({ status: 409, code: 'samePerson' });
  expect(approved.body).toMatchObject({ state: 'approved', approvedBy: officers.leader.name });
  expect((await lan.get('/api/v1/policy-proposals')).status).toBe(403);
  expect((await lan.get(`${path}/preview`)).status).toBe(403);
  const versionsOn = async (day: string) =>
    itemsOf(await lan.get(`/api/v1/policies?asOf=${day}`))
      .filter(({ definition: { name } }) => name === procedure?.name)
      .map(({ definition: { version } }) => version);
  expect(await versionsOn('2026-03-08')).toEqual([procedure?.version]);
  expect(await versionsOn('2026-03-09')).toEqual(['2026-2']);
});

test('a day that is none and a policy without its clocks are malformed', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const answers = [
    await web.program.get(`${base}/units?asOf=2026-02-30`),
    await web.program.post(`${base}/units`, { code: 'r3 x', parentId: 1, name: 'X', shortName: 'X', validFrom: today }),
    await web.program.post('/api/v1/policy-proposals', { replacesId: 1, definition: { name: 'X' }, validFrom: today }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
});

async function send(caller: Caller, method: string, path: string, body?: unknown) {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await caller.raw(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...init,
  });
  return { status: answer.status, text: await answer.text() };
}

async function ledgerLength(desk: TestDesk): Promise<number> {
  return desk.database.db.$count(ledger, inArray(ledger.stream, ['organisation', 'policies']));
}

interface Item {
  id: number;
  parentId: number | null;
  unitId: number;
  definition: { name: string; version: string };
}

/** The items of a list, of which a test reads what it knows to be there. */
function itemsOf({ body }: { body: Record<string, unknown> }): Item[] {
  return body.items as Item[];
}
