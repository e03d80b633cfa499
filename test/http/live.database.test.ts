import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { writeNote } from '../../src/desk/cases/write-note.ts';
import { viewerOf } from '../../src/desk/visibility.ts';
import type { LiveView } from '../../src/http/views.ts';
import { workingSetOf } from '../../src/store/in-transaction.ts';
import { latestChangeId, noteChange } from '../../src/store/live.ts';
import { caseExclusions } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb, type Web } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test('an open console hears of a change well within 300 milliseconds', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await using console = await listen(await web.signIn(desk.organisation.officers.lan));
  const started = performance.now();

  await note(desk, 'VM-2026-000001');
  const event = await console.next();

  expect(event.view).toEqual({ topic: 'case', reference: 'VM-2026-000001' });
  expect(performance.now() - started).toBeLessThan(300);
});

test('a console hears nothing of another unit, of an excluded case, of a chat without a case', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  await openACase(desk, { officeCode: '03CC' });
  const hidden = await openACase(desk);
  await openACase(desk);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: hidden.row.id, officerId: lan.id, because: 'người bị phản ánh' });
  await using console = await listen(await web.signIn(lan));

  await note(desk, 'VM-2026-000001');
  await note(desk, 'VM-2026-000002');
  await act(desk, { kind: 'channel', name: 'telegram' }, ({ tx, at }) =>
    noteChange(tx, { topic: 'conversation', conversationId: desk.organisation.conversationId, at }),
  );
  await note(desk, 'VM-2026-000003');

  expect((await console.next()).view).toEqual({ topic: 'case', reference: 'VM-2026-000003' });
});

test('an alert is announced to its officer alone', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await using ofLan = await listen(await web.signIn(desk.organisation.officers.lan));
  await using ofHoa = await listen(await web.signIn(desk.organisation.officers.hoa));

  await openACase(desk);
  await note(desk, 'VM-2026-000001');

  expect(await topicsUntilNote(ofLan)).toContain('alert');
  expect(await topicsUntilNote(ofHoa)).not.toContain('alert');
});

test('a console that was away hears what it missed, each thing once', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  desk.clock.advanceMinutes(1);
  let last = 0;
  {
    await using before = await listen(lan);
    await note(desk, 'VM-2026-000001');
    while (last < (await newest(desk))) last = (await before.next()).id;
  }
  desk.clock.advanceMinutes(1);
  await note(desk, 'VM-2026-000002');
  await note(desk, 'VM-2026-000002');
  await note(desk, 'VM-2026-000001');

  await using after = await listen(lan, { 'last-event-id': String(last) });
  const heard = [await after.next(), await after.next()];

  expect(heard).toEqual([
    { id: last + 2, view: { topic: 'case', reference: 'VM-2026-000002' } },
    { id: last + 3, view: { topic: 'case', reference: 'VM-2026-000001' } },
  ]);
});

test('consoles that come back together hear each what they missed themselves, and may know', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  for (let n = 0; n < 3; n += 1) await openACase(desk);
  const hidden = await openACase(desk);
  const [lan, hoa] = await Promise.all(
    [desk.organisation.officers.lan, desk.organisation.officers.hoa].map(({ id }) => viewerOf(desk.database.db, id)),
  );
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: hidden.row.id, officerId: hoa?.officerId ?? 0, because: 'người bị phản ánh' });
  const positions: number[] = [];
  for (const reference of ['VM-2026-000001', 'VM-2026-000002', 'VM-2026-000003', 'VM-2026-000004']) {
    positions.push(await newest(desk));
    // Longer than a change may have been late.
    desk.clock.advanceMinutes(1);
    await note(desk, reference);
  }

  const missed = await Promise.all([
    web.live.missedSince(positions[3] ?? 0, lan ?? 'everything'),
    web.live.missedSince(positions[1] ?? 0, lan ?? 'everything'),
    web.live.missedSince(positions[2] ?? 0, hoa ?? 'everything'),
  ]);

  const references = missed.map((events) =>
    events?.flatMap(({ view }) => (view.topic === 'case' ? view.reference : [])),
  );
  // The last that each had heard comes once more, with whatever was late beside it.
  expect(references).toEqual([
    ['VM-2026-000003', 'VM-2026-000004'],
    ['VM-2026-000001', 'VM-2026-000002', 'VM-2026-000003', 'VM-2026-000004'],
    ['VM-2026-000002', 'VM-2026-000003'],
  ]);
});

test('a change committed after one with a higher number is not lost', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  await using console = await listen(await web.signIn(desk.organisation.officers.lan));

  const late = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const slow = act(desk, { kind: 'apiKey', name: 'chậm' }, async (current) => {
    await writeNote(current, { reference: 'VM-2026-000001', text: 'Viết trước' });
    // Its number is taken now, as by a transaction that is slow in its last moments.
    await workingSetOf(current.tx).settle();
    written.resolve();
    await late.promise;
  });
  await written.promise;
  await note(desk, 'VM-2026-000002');
  const first = await console.next();
  late.resolve();
  await slow;
  const second = await console.next();

  expect([first.view.reference, second.view.reference]).toEqual(['VM-2026-000002', 'VM-2026-000001']);
  expect(second.id).toBeLessThan(first.id);
});

test('a console that comes back after the clean-up is told to look at everything', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);

  await using console = await listen(lan, { 'last-event-id': '999999' });

  expect((await console.next()).view).toEqual({ topic: 'case', reference: null });
});

test('a new page hears what changed after it read and before it listened, as far as it may know', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  for (let n = 0; n < 3; n += 1) await openACase(desk);
  const hidden = await openACase(desk);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: hidden.row.id, officerId: lan.id, because: 'người bị phản ánh' });
  const console = await web.signIn(lan);
  desk.clock.advanceMinutes(1);
  await note(desk, 'VM-2026-000001');
  await heardOf(desk, web);
  desk.clock.advanceMinutes(1);
  const { serverTime } = (await console.get('/api/v1/session')).body;

  desk.clock.advanceBy(300);
  await note(desk, hidden.row.reference);
  await note(desk, 'VM-2026-000002');
  await heardOf(desk, web);
  desk.clock.advanceMinutes(1);
  await using listening = await listen(console, {}, `?from=${String(serverTime)}`);
  await note(desk, 'VM-2026-000003');

  const heard = [await listening.next(), await listening.next()];
  expect(heard.map(({ view }) => view.reference)).toEqual(['VM-2026-000002', 'VM-2026-000003']);
});

test('a page that read before this process began, or too long ago to tell, is told to look at everything', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const firstHeard = async (from: string) => {
    await using listening = await listen(lan, {}, `?from=${from}`);
    return (await listening.next()).view;
  };

  const before = await firstHeard('2026-03-06T08:59:00+07:00'.replace('+', '%2B'));
  await heardOf(desk, web);
  desk.clock.advanceMinutes(10);
  await note(desk, 'VM-2026-000001');
  await heardOf(desk, web);
  const longAgo = await firstHeard('2026-03-06T02:00:01.000Z');

  expect([before, longAgo]).toEqual([
    { topic: 'case', reference: null },
    { topic: 'case', reference: null },
  ]);
});

test('the web chat hears of its own conversation only', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { conversationId } = desk.organisation;
  const heard: string[] = [];
  const told = Promise.withResolvers<void>();
  web.live.onConversation(conversationId + 1, () => heard.push('another'));
  web.live.onConversation(conversationId, () => {
    heard.push('own');
    told.resolve();
  });

  await openACase(desk);
  await told.promise;

  expect(new Set(heard)).toEqual(new Set(['own']));
});

/** Waits until this process knows of everything that is committed. */
async function heardOf(desk: TestDesk, web: Web): Promise<void> {
  const last = await newest(desk);
  await expect.poll(() => web.live.latestId()).toBe(last);
}

async function newest(desk: TestDesk): Promise<number> {
  return latestChangeId(desk.database.db);
}

async function note(desk: TestDesk, reference: string): Promise<void> {
  await act(desk, { kind: 'apiKey', name: 'test' }, (current) => writeNote(current, { reference, text: 'Ghi chú' }));
}

async function topicsUntilNote(console: Listening): Promise<string[]> {
  const topics: string[] = [];
  while (topics.filter((topic) => topic === 'case').length < 2) topics.push((await console.next()).view.topic);
  return topics;
}

interface Listening extends AsyncDisposable {
  next(): Promise<{ id: number; view: LiveView }>;
}

/** Opens the stream and waits until it is open, as a page does before it counts on it. */
async function listen(caller: Caller, headers: Record<string, string> = {}, query = ''): Promise<Listening> {
  const answer = await caller.raw(`/api/v1/live${query}`, { headers });
  if (answer.body === null) throw new Error(`No stream: ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        const block = text.slice(0, Math.max(0, end));
        if (end >= 0) text = text.slice(end + 2);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) return { id: Number(/^id: (\d+)$/m.exec(block)?.[1]), view: JSON.parse(data) };
        if (end >= 0) continue;
        const { done, value } = await reader.read();
        if (done) throw new Error('The stream ended');
        text += value;
      }
    },
    [Symbol.asyncDispose]: () => reader.cancel(),
  };
}
