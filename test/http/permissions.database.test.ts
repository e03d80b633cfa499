import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { caseExclusions, cases } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { rehearsalOf } from '../support/rehearsal.ts';
import { type Caller, callerWith, openWeb } from '../support/web.ts';
import { type Call, fixtures } from './openapi/fixtures.ts';
import type { World } from './openapi/world.ts';
import { absent, type Hidden, plantHidden } from './permissions/hidden.ts';

const morning = '2026-03-06T09:00+07:00';
const api = '/api/v1';

test('whatever hangs on a hidden case is as absent as what never was, wherever somebody guesses its number', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  // Whatever is let in after all is undone, so that the next one finds the same.
  await using trial = await openWeb(rehearsalOf(desk));
  const { lan, minh, hoa, leader, control, administrator } = desk.organisation.officers;
  const kept = [lan, hoa, leader, control, administrator];
  await web.signIn(minh);
  const hidden = await plantHidden(desk, kept);
  const told: string[] = [];
  let asked = 0;

  for (const officer of kept) {
    const { cookie = '' } = await web.signIn(officer);
    const caller = callerWith(trial.app, { cookie, origin: 'http://localhost:3000' });
    for (const [name, call] of callsOf(desk)) {
      for (const [there, nowhere] of guessesOf(name, call, hidden)) {
        const [one, other] = [await answerTo(caller, name, there), await answerTo(caller, name, nowhere)];
        asked += 1;
        const isLetIn = one.startsWith('2') && !namesInWords.has(name);
        if (one !== other || isLetIn) told.push(`${officer.role} ${name} ${JSON.stringify(there)}: ${one} – ${other}`);
      }
    }
  }

  expect(told).toEqual([]);
  expect(asked).toBeGreaterThan(kept.length * 40);
  expect(hidden.ids['/me/sessions']).toMatch(/^\w{20,}$/u);
}, 90_000);

test('no form of a number is a fault, and none that is not the number itself finds the thing', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await using trial = await openWeb(rehearsalOf(desk));
  const { row } = await openACase(desk);
  const { cookie = '' } = await web.signIn(desk.organisation.officers.administrator);
  const administrator = callerWith(trial.app, { cookie, origin: 'http://localhost:3000' });
  const forms = [
    ...['-1', '0', '1.5', '1e3', '0x1', 'NaN', '1,2', '01', '２'],
    ...['2147483648', '9223372036854775808', '9'.repeat(60)],
    ...['%2e', '%2e%2e', '%2e%2e%2f1', '%00', '%ff', '%27', '%25', '%F0%9F%9A%A2', 'a'.repeat(3000)],
    ...[`${row.reference}%20`, `%20${row.reference}`, row.reference.toLowerCase(), `${row.reference}%00`],
  ];
  const wrong: string[] = [];
  const statuses: Record<number, number> = {};

  for (const [name, call] of callsOf(desk)) {
    const last = Object.keys(call.path ?? {}).at(-1);
    if (last === undefined) continue;
    // Whoever gets furthest: programs, and where they may not, a person.
    const caller = call.as === undefined || name.includes('{reference}') ? trial.program : administrator;
    for (const form of forms) {
      const tried = { ...call, path: { ...call.path, [last]: form } };
      const { status, text } = await send(caller, name, tried, (said) => said);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500 || (last === 'reference' && status < 300)) wrong.push(`${name} ${form.slice(0, 30)}: ${text}`);
    }
  }
  for (const form of [' ', '\u0000', `${row.reference}\u0000`, '%', 'a'.repeat(40), '\ud800']) {
    const references = { body: { references: [form], deed: { kind: 'mark', isRead: true } } };
    for (const [name, call] of [
      ['POST /bulk-deeds', references],
      ['GET /case-marks', { query: { references: form } }],
      ['POST /cases/{reference}/merge', { path: { reference: row.reference }, body: { into: form } }],
    ] as const) {
      const { status, text } = await send(administrator, name, call, (said) => said);
      if (status >= 500) wrong.push(`${name} ${form}: ${text}`);
    }
  }

  expect(wrong).toEqual([]);
  expect((statuses[404] ?? 0) + (statuses[400] ?? 0)).toBeGreaterThan(1000);
}, 60_000);

test('counts, search and exports have no gap where a hidden case is', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  const caller = await web.signIn(lan);
  await openACase(desk, { description: 'Vướng mắc về seal container' });
  const before = await everythingSaid(caller);
  const { row } = await openACase(desk, { description: 'Phản ánh thái độ của công chức về seal' });

  await desk.database.db.update(cases).set({ kind: 'report' }).where(eq(cases.id, row.id));
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: lan.id, because: 'người bị phản ánh' });

  expect(await everythingSaid(caller)).toEqual(before);
});

/** A valid call of every operation, as the description's test sends them; what it calls about is not there. */
function callsOf(desk: TestDesk): [string, Call][] {
  const nobody = { desk, ids: {}, enterprise: desk.organisation.enterprise, callers: {} };
  // Who calls is said here.
  const calls = Object.entries(fixtures).map(([name, fixture]): [string, Call] => [
    name,
    fixture(nobody as unknown as World),
  ]);
  // Bytes, and so not described as the others are.
  return [...calls, ['GET /files/{id}', { path: { id: absent.id } }]];
}

// They take numbers among other words, and answer what they find.
const namesInWords = new Set(['GET /search', 'GET /cases', 'GET /case-marks', 'POST /bulk-deeds']);

/** Pairs of the same call: of what is hidden and of what is not there. */
function guessesOf(name: string, call: Call, hidden: Hidden): [Call, Call][] {
  const at = (there: Record<string, string | number>, nowhere: Record<string, string | number>): [Call, Call] => [
    { ...call, path: { ...call.path, ...there } },
    { ...call, path: { ...call.path, ...nowhere } },
  ];
  const asking = (change: (reference: string) => Partial<Call>): [Call, Call] => [
    { ...call, ...change(hidden.reference) },
    { ...call, ...change(absent.reference) },
  ];
  const { reference, visible, uploadId, colleaguesUploadId } = hidden;
  const guesses: [Call, Call][] = [];
  if (name.includes('{reference}')) guesses.push(at({ reference }, { reference: absent.reference }));
  if (name.includes('/cases/{reference}/files/{id}'))
    for (const id of [uploadId, colleaguesUploadId])
      guesses.push(at({ reference: visible, id }, { reference: visible, id: absent.id }));
  const [, noun = ''] = /^\w+ (\S+)\/\{id\}/u.exec(name) ?? [];
  const id = hidden.ids[noun];
  if (id !== undefined) guesses.push(at({ id }, { id: absent.id }));
  if (name === 'GET /search') guesses.push(asking((q) => ({ query: { q } })));
  if (name === 'GET /cases') guesses.push(asking((q) => ({ query: { q, box: 'all', state: 'any' } })));
  if (name === 'GET /case-marks') guesses.push(asking((references) => ({ query: { references } })));
  if (name === 'POST /bulk-deeds')
    for (const deed of [{ kind: 'take' }, { kind: 'note', text: 'x' }, { kind: 'mark', isRead: true }])
      guesses.push(asking((each) => ({ body: { references: [each], deed } })));
  if (name.endsWith('/merge')) guesses.push(asking((into) => ({ path: { reference: visible }, body: { into } })));
  return guesses;
}

/** Everything that comes back, without the numbers that were asked for. */
async function answerTo(caller: Caller, name: string, call: Call): Promise<string> {
  const numbers = [
    ...Object.values(call.path ?? {}),
    /VM-\d{4}-\d{6}/u.exec(JSON.stringify(call.body) ?? '')?.[0],
    call.query?.q,
  ];
  const { status, text, headers } = await send(caller, name, call, (said) =>
    numbers
      .filter((each) => each !== undefined)
      .reduce<string>((left, each) => left.replaceAll(new RegExp(`\\b${each}\\b`, 'gu'), '…'), said),
  );
  return `${status} ${text} ${headers}`;
}

async function send(caller: Caller, name: string, call: Call, reading: (said: string) => string) {
  const { path = {}, query = {}, body } = call;
  const [method = '', template = ''] = name.split(' ');
  const where = template.replaceAll(/\{(\w+)\}/gu, (_, key: string) => `${path[key]}`);
  const answer = await caller.raw(`${api}${where}?${new URLSearchParams(query)}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = reading(await answer.text());
  return { status: answer.status, text, headers: JSON.stringify([...answer.headers]) };
}

async function everythingSaid(caller: Caller): Promise<unknown[]> {
  const said = [];
  for (const path of [
    '/cases?box=all',
    '/cases/counts',
    '/cases/units',
    '/search?q=seal',
    '/session',
    '/alerts',
    '/cases?box=unassigned',
  ])
    said.push((await caller.get(api + path)).body);
  return said;
}
