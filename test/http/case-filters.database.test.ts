import { and, eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { ChannelName } from '../../src/channel/port.ts';
import { leadingClock, toneOf } from '../../src/console/time/clock-face.ts';
import type { CaseListItem } from '../../src/http/views.ts';
import { alerts, caseExclusions, cases, clocks } from '../../src/store/schema/cases.ts';
import { conversations } from '../../src/store/schema/conversations.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

// In the evening by the desk's clock; in UTC the day has seven hours more.
const evening = '2026-03-06T21:00+07:00';
const everything = 'box=all&state=any&limit=100';

test('each way to narrow the list leaves what its words say, of what the reader may see', async () => {
  await using desk = await openDesk({ now: evening });
  await using web = await openWeb(desk);
  await plantCases(desk);
  const { officers, units } = desk.organisation;
  const now = desk.clock.now().getTime();
  const isDueWithin =
    (ms: number) =>
    ({ nextDueAt }: CaseListItem) =>
      nextDueAt !== null && Date.parse(nextDueAt) >= now && Date.parse(nextDueAt) < now + ms;
  const isPaused = ({ clocks: all }: CaseListItem) => {
    const leading = leadingClock(all, now);
    return leading !== null && toneOf(leading, now) === 'paused';
  };
  const ways: [query: string, isMeant: (item: CaseListItem) => boolean][] = [
    ['due=halfHour', isDueWithin(30 * 60_000)],
    // Three hours until the desk's midnight.
    ['due=today', isDueWithin(3 * 3_600_000)],
    ['due=paused', isPaused],
    ['urgent=true', ({ urgent }) => urgent],
    ['urgent=false', () => true],
    ['kind=question', ({ kind }) => kind === 'question'],
    [`unit=${units.port1}`, ({ unitName }) => unitName.endsWith('khu vực 1')],
    ...(['zalo', 'telegram', 'webchat', 'zaloBot'] as const).map((name): (typeof ways)[number] => [
      `channel=${name}`,
      ({ channel }) => channel === name,
    ]),
    ['due=paused&channel=zalo&sort=activity', (item) => isPaused(item) && item.channel === 'zalo'],
    ['due=today&urgent=true&q=container&order=desc', (item) => isDueWithin(3 * 3_600_000)(item) && item.urgent],
  ];

  const told: Record<string, number> = {};
  for (const officer of [officers.lan, officers.leader, officers.control]) {
    const reader = await web.signIn(officer);
    const seen = await listed(reader, everything);
    for (const [query, isMeant] of ways) {
      const meant = seen.filter(isMeant).map(({ reference }) => reference);
      expect([officer.name, query, await walked(reader, query)]).toEqual([officer.name, query, meant.toSorted()]);
      told[query] = (told[query] ?? 0) + meant.length;
    }
    const names = new Set(seen.map(({ unitName }) => unitName));
    const offered = (await reader.get('/api/v1/cases/units')).body.map(({ name }) => name);
    expect([officer.name, offered]).toEqual([officer.name, [...names].toSorted()]);
  }
  // Nothing was compared with nothing, but for the channel that nobody writes over.
  const idle = Object.entries(told).filter(([, count]) => count === 0);
  expect(idle.map(([query]) => query)).toEqual(['channel=zaloBot']);
});

test('a case that is kept from somebody is behind no filter of theirs and in no unit that they can choose', async () => {
  await using desk = await openDesk({ now: evening });
  await using web = await openWeb(desk);
  const { officers, units } = desk.organisation;
  const hidden = await openACase(desk, { officeCode: '03CC', urgent: true, kind: 'question' });
  await setDue(desk, hidden.row.id, '2026-03-06T21:10+07:00');
  await keepFrom(desk, hidden.row.id, officers.leader.id);
  const leader = await web.signIn(officers.leader);
  const minh = await web.signIn(officers.minh);
  const nowhere = units.port1 + 1_000;
  const queries = [
    `unit=${units.port1}`,
    'urgent=true',
    'due=today',
    'due=halfHour',
    'channel=telegram',
    'kind=question',
  ];

  const kept = await Promise.all(queries.map((query) => listed(leader, query)));
  const open = await Promise.all(queries.map((query) => listed(minh, query)));
  const [ofOther, ofNone] = await Promise.all(
    [units.port1, nowhere].map((unit) => leader.get(`/api/v1/cases?unit=${unit}`)),
  );

  expect(kept.flat()).toEqual([]);
  expect(open.map((items) => items.length)).toEqual(queries.map(() => 1));
  expect([ofOther?.status, ofOther?.body]).toEqual([ofNone?.status, ofNone?.body]);
  expect((await leader.get('/api/v1/cases/units')).body).toEqual([]);
  expect((await minh.get('/api/v1/cases/units')).body).toMatchObject([{ id: units.port1 }]);
});

test('today ends at midnight of the desk, and what falls due at that instant is due tomorrow', async () => {
  await using desk = await openDesk({ now: evening });
  await using web = await openWeb(desk);
  const [first, second, third] = [await openACase(desk), await openACase(desk), await openACase(desk)];
  await setDue(desk, first.row.id, '2026-03-06T23:59:59.999+07:00');
  await setDue(desk, second.row.id, '2026-03-07T00:00+07:00');
  await setDue(desk, third.row.id, '2026-03-07T23:59+07:00');
  const today = () => walked(web.program, 'due=today');

  desk.clock.set('2026-03-06T23:59:59+07:00');
  const before = await today();
  desk.clock.set('2026-03-07T00:00+07:00');
  const after = await today();

  expect([before, after]).toEqual([[first.row.reference], [second.row.reference, third.row.reference]]);
});

test('a view is kept with everything that narrows it, counts what it lists, and the file holds the same cases', async () => {
  await using desk = await openDesk({ now: evening });
  await using web = await openWeb(desk);
  await plantCases(desk);
  const { officers, units } = desk.organisation;
  const leader = await web.signIn(officers.leader);
  const lan = await web.signIn(officers.lan);
  const filters = [
    { box: 'all', unit: units.port3, channel: 'zalo', urgent: true, kind: 'issue', due: 'today' },
    { box: 'all', due: 'paused' },
    { box: 'all', state: 'any', due: 'halfHour' },
    { box: 'all', unit: units.port1 },
  ];

  for (const reader of [leader, lan]) {
    for (const [place, filter] of filters.entries())
      await reader.post('/api/v1/saved-filters', { name: `Bộ lọc ${place}`, filter, isShared: false });
    const kept = (await reader.get('/api/v1/saved-filters')).body;
    const references = await Promise.all(
      filters.map((filter) =>
        walked(reader, `${new URLSearchParams(Object.entries(filter).map(([k, v]) => [k, `${v}`]))}`),
      ),
    );

    expect(kept.map(({ filter }) => filter)).toEqual(filters);
    expect(kept.map(({ count }) => count)).toEqual(references.map((found) => found.length));
    expect(references.slice(0, 3).every((found) => found.length > 0)).toBe(true);
  }
  const query = `box=all&unit=${units.port3}&channel=zalo&urgent=true&kind=issue&due=today`;
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await leader.raw(`/api/v1/exports/cases?${query}`)).arrayBuffer());
  const written = (book.worksheets[0]?.getColumn(1).values ?? []).filter((value) => `${value}`.startsWith('VM-'));
  expect(written.toSorted()).toEqual(await walked(leader, query));
});

/** Cases of two units, some of each sort, that fall due around now or stand. */
async function plantCases(desk: TestDesk): Promise<void> {
  const { officers } = desk.organisation;
  const due = ['20:59', '21:00', '21:29:59', '21:30', '23:59:59.999'].map((time) => `2026-03-06T${time}+07:00`);
  const zalo = await chatOver(desk, 'zalo');
  const webchat = await chatOver(desk, 'webchat');
  for (const officeCode of ['03TG', '03CC']) {
    for (const [place, at] of [...due, '2026-03-07T00:00+07:00', null].entries()) {
      for (const urgent of [false, true]) {
        const conversationId = urgent ? zalo : place % 2 === 0 ? webchat : desk.organisation.conversationId;
        const kind = place === 1 ? 'question' : 'issue';
        const { row } = await openACase(desk, { officeCode, urgent, conversationId, kind });
        await setDue(desk, row.id, at);
        // Where nothing runs: all of its clocks stand, or one has no calendar to count by.
        if (at === null) await stopClocks(desk, row.id, officeCode === '03TG' || urgent);
      }
    }
  }
  const withoutClocks = await openACase(desk);
  await desk.database.db
    .update(clocks)
    .set({ stoppedAt: desk.clock.now() })
    .where(eq(clocks.caseId, withoutClocks.row.id));
  await desk.database.db.update(cases).set({ nextDueAt: null }).where(eq(cases.id, withoutClocks.row.id));
  // A report, which only internal control sees; one that was told to an officer of elsewhere; one kept from somebody.
  const report = await openACase(desk, { kind: 'report', urgent: true });
  await setDue(desk, report.row.id, '2026-03-06T21:05+07:00');
  const told = await openACase(desk, { officeCode: '03CC', urgent: true });
  await setDue(desk, told.row.id, '2026-03-06T21:05+07:00');
  const alert = { caseId: told.row.id, officerId: officers.lan.id, kind: 'raised' as const, text: 'Báo lên' };
  await desk.database.db.insert(alerts).values({ ...alert, createdAt: desk.clock.now() });
  const kept = await openACase(desk, { urgent: true, conversationId: zalo });
  await setDue(desk, kept.row.id, '2026-03-06T21:05+07:00');
  await keepFrom(desk, kept.row.id, officers.lan.id);
}

async function chatOver(desk: TestDesk, channel: ChannelName): Promise<number> {
  const at = desk.clock.now();
  const chat = { channel, account: 'a', address: '1', dialogue: {}, createdAt: at, lastMessageAt: at };
  const [row] = await desk.database.db.insert(conversations).values(chat).returning({ id: conversations.id });
  if (row === undefined) throw new Error('The chat was not stored');
  return row.id;
}

async function setDue(desk: TestDesk, caseId: number, at: string | null): Promise<void> {
  const dueAt = at === null ? null : new Date(at);
  const { db } = desk.database;
  await db.update(cases).set({ nextDueAt: dueAt }).where(eq(cases.id, caseId));
  await db.update(clocks).set({ dueAt }).where(eq(clocks.caseId, caseId));
}

/** All of them stand, one although its promise is broken; or one has just no calendar. */
async function stopClocks(desk: TestDesk, caseId: number, isEach: boolean): Promise<void> {
  const { db } = desk.database;
  const standing = { state: 'paused', pausedAt: desk.clock.now(), pausedBecause: 'resultAwaited' } as const;
  await db.update(clocks).set(standing).where(eq(clocks.caseId, caseId));
  const running = { state: 'running', pausedAt: null, pausedBecause: null } as const;
  const first = eq(clocks.kind, 'firstResponse');
  await db
    .update(clocks)
    .set(isEach ? { state: 'broken' } : running)
    .where(and(eq(clocks.caseId, caseId), first));
}

async function keepFrom(desk: TestDesk, caseId: number, officerId: number): Promise<void> {
  await desk.database.db.insert(caseExclusions).values({ caseId, officerId, because: 'người bị phản ánh' });
}

async function listed(reader: Caller, query: string): Promise<CaseListItem[]> {
  const { body } = await reader.get(`/api/v1/cases?${query}`);
  return body.items as unknown as CaseListItem[];
}

/** The references on all pages, each as small as can be got by with. */
async function walked(reader: Caller, query: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: unknown = null; ; ) {
    const after = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await reader.get(`/api/v1/cases?limit=9&${query}${after}`);
    found.push(...(body.items as unknown as CaseListItem[]).map(({ reference }) => reference));
    cursor = body.nextCursor;
    if (cursor === null) return found.toSorted();
  }
}
