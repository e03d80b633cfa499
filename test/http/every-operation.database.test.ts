import { expect, test } from 'vitest';
import { assistantAt } from '../support/assistant.ts';
import { openDesk } from '../support/desk.ts';
import { startModelStandIn } from '../support/model-stand-in.ts';
import { keepSequences, rehearsalOf } from '../support/rehearsal.ts';
import { type Caller, callerWith, openWeb } from '../support/web.ts';
import { type Call, fixtures } from './openapi/fixtures.ts';
import { openWorld } from './openapi/world.ts';
import { whoMay } from './permissions/who-may.ts';

const base = '/api/v1';
const nowhere: Record<string, string> = {
  reference: 'VM-2026-999999',
  taxCode: '0100109106',
  number: '309999999990',
  code: 'PL99',
  month: '1999-01',
};
// Choices and not things: there is none that is not there.
const choices = new Set(['noun', 'mode']);
// Sign-ins are kept outside the desk's transactions, so that trying them would end the session that tries.
const untried = /^(POST|DELETE) \/me\/(sessions|step-ups)/u;

test('every operation lets in whom it should, and to the others a thing that is there is as one that is not', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using model = await startModelStandIn();
  const assistant = assistantAt(desk, model);
  await using web = await openWeb(desk, { assistant });
  await using trial = await openWeb(rehearsalOf(desk), { assistant });
  const world = await openWorld(desk, web);
  const { lan, hoa, leader, control, administrator } = world.callers;
  const tuan = await web.signIn(desk.organisation.officers.tuan);
  const people: [string, Caller][] = Object.entries({
    e: lan,
    t: tuan,
    h: hoa,
    l: leader,
    c: control,
    a: administrator,
  }).map(([letter, { cookie = '' }]) => [letter, callerWith(trial.app, { cookie, origin: 'http://localhost:3000' })]);
  const wrong: string[] = [];
  let tried = 0;
  let compared = 0;

  for (const [name, fixture] of Object.entries(fixtures)) {
    const call = fixture(world);
    const allowed = whoMay(name);
    if (allowed === null) wrong.push(`${name}: say in who-may.ts who may`);
    if (!untried.test(name) && allowed !== null) {
      const restore = await keepSequences(desk);
      for (const [letter, caller] of people) {
        const there = await send(caller, name, call);
        // Some calls name nothing that is there: whoever may do such a thing is told so.
        const isLetIn = there.status !== 403 && (there.status !== 404 || call.refused === 404);
        tried += 1;
        if (isLetIn !== allowed.includes(letter) || there.status >= 500)
          wrong.push(`${name}: ${letter} is answered ${there.status} ${there.text}`);
        const elsewhere = elsewhereOf(call);
        if (isLetIn || elsewhere === null) continue;
        const absent = await send(caller, name, elsewhere);
        compared += 1;
        const isSame = there.text === absent.text && there.headers === absent.headers;
        if (!isSame && !knowsOfIt(name, letter))
          wrong.push(
            `${name}: ${letter} can tell ${there.text} ${there.headers} from ${absent.text} ${absent.headers}`,
          );
      }
      await restore();
    }
    const answer = await send(world.callers[call.as ?? 'program'], name, call);
    if (call.keep !== undefined) world.ids[call.keep] = Number(JSON.parse(answer.text.slice('200 '.length)).id);
  }

  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(900);
  expect(compared).toBeGreaterThan(200);
}, 180_000);

/** Whether the person reads the thing itself in another place, and is only told that this is not theirs to do. */
function knowsOfIt(name: string, letter: string): boolean {
  if (name.includes(' /canned-replies/') || name.includes(' /labels/')) return true;
  // Internal control ordered it.
  if (name.includes('/corrective-actions/')) return letter === 'c';
  return name.includes('/cases/{reference}/') && !name.includes('/verification') && 'ethlc'.includes(letter);
}

/** The same call of something that is not there; null for a call of nothing in particular. */
function elsewhereOf(call: Call): Call | null {
  const last = Object.keys(call.path ?? {})
    .filter((key) => !choices.has(key))
    .at(-1);
  return last === undefined ? null : { ...call, path: { ...call.path, [last]: nowhere[last] ?? '987654321' } };
}

async function send(caller: Caller, name: string, { path = {}, query = {}, body }: Call) {
  const [method = '', template = ''] = name.split(' ');
  const where = template.replaceAll(/\{(\w+)\}/gu, (_, key: string) => encodeURIComponent(String(path[key])));
  const answer = await caller.raw(`${base}${where}?${new URLSearchParams(query)}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  let text = `${answer.status} ${await answer.text()}`;
  for (const value of Object.values(path)) text = text.replaceAll(new RegExp(`\\b${value}\\b`, 'gu'), '…');
  return { status: answer.status, text, headers: JSON.stringify([...answer.headers]) };
}
