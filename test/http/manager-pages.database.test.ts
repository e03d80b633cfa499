import { eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { fireDueStep } from '../../src/desk/cases/fire-due-step.ts';
import { recordDelivery } from '../../src/desk/cases/record-delivery.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { takeCase } from '../../src/desk/cases/take-case.ts';
import type { Actor } from '../../src/rules/case/words.ts';
import { nearestWakeAt } from '../../src/store/ladder.ts';
import { caseExclusions, cases, clocks } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import type { TestOfficer } from '../support/organisation.ts';
import { type Caller, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const span = 'decidedFrom=2026-03-06&decidedTo=2026-03-06&state=any';
const period = 'from=2026-03-06&to=2026-03-06&compareFrom=2026-03-05&compareTo=2026-03-05';

test('every figure of the day is the number of cases that it opens', async () => {
  await using desk = await busyDesk();
  await using web = await openWeb(desk);
  const { hoa, leader, lan, administrator } = desk.organisation.officers;
  const [head, chief] = [await web.signIn(hoa), await web.signIn(leader)];
  await head.get('/api/v1/session');

  for (const reader of [head, chief, web.program]) {
    const { body: today } = await reader.get('/api/v1/today');
    expect(today).toMatchObject({
      open: await listed(reader, 'box=all'),
      overdue: await listed(reader, 'overdue=true'),
      dueSoon: await listed(reader, 'due=soon'),
      awaitingEnterprise: await listed(reader, 'state=awaitingEnterprise'),
      unassigned: await listed(reader, 'box=unassigned'),
    });
    for (const officer of today.officers as { id: number; open: number; overdue: number; dueSoon: number }[]) {
      expect(officer).toMatchObject({
        open: await listed(reader, `assignee=${officer.id}`),
        overdue: await listed(reader, `assignee=${officer.id}&overdue=true`),
        dueSoon: await listed(reader, `assignee=${officer.id}&due=soon`),
      });
    }
  }
  const { body: ofPort3 } = await head.get('/api/v1/today');
  const { body: ofAll } = await chief.get('/api/v1/today');
  expect(ofPort3).toMatchObject({ open: 3, awaitingEnterprise: 1, unassigned: 1 });
  expect(ofPort3.oldestUnassigned).toMatchObject({ reference: 'VM-2026-000003' });
  expect(ofAll.open).toBe(4);
  expect(ofPort3.officers).toContainEqual(expect.objectContaining({ name: lan.name, isOnline: false }));
  expect(namesIn(ofPort3.officers)).not.toContain(desk.organisation.officers.minh.name);
  expect(ofAll.officers).toContainEqual(expect.objectContaining({ name: lan.name }));

  const [officer, keeper] = [await web.signIn(lan), await web.signIn(administrator)];
  for (const path of ['today', 'wall', 'compliance', 'compliance/accuracy', 'exports/wall', 'exports/compliance']) {
    expect([path, (await officer.get(`/api/v1/${path}`)).status]).toEqual([path, 403]);
    expect([path, (await keeper.get(`/api/v1/${path}`)).status]).toEqual([path, 403]);
  }
});

test('the wall shows who answers at each level and whether they know', async () => {
  await using desk = await busyDesk();
  await using web = await openWeb(desk);
  const { hoa, leader } = desk.organisation.officers;
  const [head, chief] = [await web.signIn(hoa), await web.signIn(leader)];

  const before = columnsOf(await head.get('/api/v1/wall'));
  const [raised] = before.flatMap(({ level, cards }) => (level === 2 ? cards : []));
  const alert = raised?.alert;
  if (raised === undefined || alert == null) throw new Error('nothing was raised');
  const people = new Map([
    [hoa.id, head],
    [leader.id, chief],
  ]);
  const known = people.get(alert.officer.id) ?? (await web.signIn(officerOf(desk, alert.officer.id)));
  await known.post(`/api/v1/alerts/${alert.id}/acknowledgement`);
  const after = columnsOf(await head.get('/api/v1/wall'));

  expect(alert.acknowledgedAt).toBeNull();
  expect(
    after.flatMap(({ cards }) => cards).find(({ item }) => item.reference === raised.item.reference),
  ).toMatchObject({
    alert: { acknowledgedAt: desk.clock.now().toISOString() },
  });
  for (const { level, count } of columnsOf(await chief.get('/api/v1/wall')))
    expect([level, count]).toEqual([
      level,
      await listed(chief, `level=${level}&unresolved=true${level === 1 ? '&overdue=true' : ''}`),
    ]);
});

test('promises kept and broken are those of a plain count, and each opens its cases', async () => {
  await using desk = await busyDesk();
  await using web = await openWeb(desk);
  const chief = await web.signIn(desk.organisation.officers.leader);

  const { body: found } = await chief.get(`/api/v1/compliance?${period}`);
  const rows = await decidedClocks(desk);
  const plain = (one: (row: (typeof rows)[number]) => boolean) => ({
    met: rows.filter((row) => one(row) && row.brokenAt === null).length,
    missed: rows.filter((row) => one(row) && row.brokenAt !== null).length,
  });

  expect(found.total).toMatchObject({ ...plain(() => true), before: { met: 0, missed: 0 } });
  expect(plain(() => true).missed).toBeGreaterThan(1);
  expect(plain(() => true).met).toBeGreaterThan(1);
  for (const { clock, met, missed } of found.byClock as { clock: string; met: number; missed: number }[])
    expect({ met, missed }).toEqual(plain((row) => row.kind === clock));
  for (const { id, met, missed } of found.byUnit as { id: number; met: number; missed: number }[]) {
    expect({ met, missed }).toEqual(plain((row) => row.unitId === id));
    expect(await listed(chief, `unit=${id}&outcome=missed&${span}`)).toBe(
      new Set(rows.filter((row) => row.unitId === id && row.brokenAt !== null).map(({ caseId }) => caseId)).size,
    );
  }
  for (const { id, met, missed } of found.byOfficer as { id: number | null; met: number; missed: number }[])
    expect({ met, missed }).toEqual(plain((row) => row.assigneeId === id));
  expect(found.byAgreement).toMatchObject([{ id: desk.organisation.enterprise.id, ...plain(() => true) }]);
  expect(found.series).toMatchObject([{ from: '2026-03-06', to: '2026-03-06', ...plain(() => true) }]);
  const { body: later } = await chief.get('/api/v1/compliance?from=2026-03-07&to=2026-03-08');
  expect(later).toMatchObject({ total: { met: 0, missed: 0 }, compared: { from: '2026-03-05', to: '2026-03-06' } });
  expect((await chief.get('/api/v1/compliance?from=2026-03-07&to=2026-03-06')).status).toBe(400);
});

test('whoever a case is kept from finds no trace of it in any figure or file', async () => {
  await using desk = await busyDesk();
  await using web = await openWeb(desk);
  const { hoa } = desk.organisation.officers;
  const head = await web.signIn(hoa);
  const chief = await web.signIn(desk.organisation.officers.leader);
  const paths = ['today', 'wall', `compliance?${period}`, 'compliance/accuracy'];
  const everything = async (reader: Caller) =>
    JSON.stringify(await Promise.all(paths.map(async (path) => (await reader.get(`/api/v1/${path}`)).body)));

  const hidden = await desk.database.db.select().from(cases);
  await desk.database.db
    .insert(caseExclusions)
    .values(hidden.map(({ id: caseId }) => ({ caseId, officerId: hoa.id, because: 'subject' })));
  const seen = await everything(head);
  await desk.database.sql`delete from clocks`;
  await desk.database.sql`update cases set next_due_at = null, level = 1, assignee_id = null, state = 'closed'`;
  const without = await everything(head);

  expect(seen).toBe(without);
  for (const { reference } of hidden) expect(seen).not.toContain(reference);
  expect(await rowsOf(head, 'exports/wall')).toHaveLength(1);
  expect(await rowsOf(head, 'exports/cases?state=any')).toHaveLength(1);
  expect(await rowsOf(chief, 'exports/cases?state=any')).toHaveLength(1 + hidden.length);
});

test('a spreadsheet holds what the page shows, and nothing in it is a formula', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const wicked = ['=HYPERLINK("http://x","y")', '+1+1', '-2', '@SUM(A1)', '\tcmd', '\rcmd', 'Bình thường\u0007'];
  for (const description of wicked) await openACase(desk, { description });
  await desk.database.sql`update enterprises set name = ${'=cmd|calc'}`;
  await desk.database
    .sql`insert into labels (name, name_key, colour, updated_at) values ('=1+1', '=1+1', 'red', ${morning})`;
  await desk.database.sql`insert into case_labels (case_id, label_id, put_at) select id, 1, ${morning} from cases`;
  const chief = await web.signIn(desk.organisation.officers.leader);

  const response = await chief.raw('/api/v1/exports/cases');
  const [headings, ...rows] = await rowsOf(chief, 'exports/cases');

  expect(response.headers.get('content-disposition')).toBe('attachment; filename="vu-viec-2026-03-06.xlsx"');
  expect(headings).toContain('Doanh nghiệp');
  const texts = rows.map((row) => row[7]);
  expect(texts).toEqual([
    `'=HYPERLINK("http://x","y")`,
    `'+1+1`,
    `'-2`,
    `'@SUM(A1)`,
    expect.stringMatching(/^'\s*cmd$/u),
    expect.stringMatching(/^'\s*cmd$/u),
    'Bình thường',
  ]);
  expect(rows.map((row) => row[4])).toEqual(wicked.map(() => `'=cmd|calc`));
  expect(headings?.at(-1)).toBe('Nhãn');
  expect(rows.map((row) => row.at(-1))).toEqual(wicked.map(() => `'=1+1`));
  for (const table of ['today', 'wall', 'compliance', 'ratings'])
    expect((await rowsOf(chief, `exports/${table}`)).length).toBeGreaterThan(0);
  expect((await web.stranger.raw('/api/v1/exports/cases')).status).toBe(401);
});

/**
 * A morning at two ports: one case answered in time, one answered too late, one in the queue and late, one taken at the
 * other port; the ladder has fired what fell due until noon.
 */
async function busyDesk(): Promise<TestDesk> {
  const desk = await openDesk({ now: morning });
  const { lan, minh } = desk.organisation.officers;
  const inTime = await openACase(desk, { description: 'Trả lời kịp' });
  const tooLate = await openACase(desk, { description: 'Trả lời trễ' });
  const waiting = await openACase(desk, { description: 'Chưa ai nhận', urgent: true });
  const elsewhere = await openACase(desk, { description: 'Cảng khác', officeCode: '03CC' });

  await until(desk, '2026-03-06T09:10+07:00');
  await take(desk, lan, inTime.row.reference);
  await answer(desk, lan, inTime.row, 'awaitEnterprise');
  await take(desk, minh, elsewhere.row.reference);
  await until(desk, '2026-03-06T14:30+07:00');
  await answer(desk, lan, tooLate.row, 'nothing');
  await until(desk, '2026-03-06T15:00+07:00');
  await desk.database.db.update(cases).set({ assigneeId: null }).where(eq(cases.id, waiting.row.id));
  return desk;
}

async function until(desk: TestDesk, moment: string): Promise<void> {
  const end = new Date(moment);
  for (;;) {
    const dueAt = await nearestWakeAt(desk.database.db);
    if (dueAt === null || dueAt > end) break;
    desk.clock.set(dueAt.toISOString());
    await act(desk, { kind: 'clock' }, fireDueStep);
  }
  desk.clock.set(moment);
}

async function take(desk: TestDesk, { id: officerId }: TestOfficer, reference: string): Promise<void> {
  await act(desk, { kind: 'officer', officerId }, (current) => takeCase(current, { reference }));
}

async function answer(
  desk: TestDesk,
  { id: officerId }: TestOfficer,
  { id: caseId, reference }: { id: number; reference: string },
  next: 'nothing' | 'awaitEnterprise',
): Promise<void> {
  const by: Actor = { kind: 'officer', officerId };
  await act(desk, by, (current) => reply(current, { reference, text: 'Đã xử lý', next }));
  const [sent] = await desk.database.sql<{ id: number }[]>`
    select max(id)::int as id from messages where case_id = ${caseId} and author = 'officer'`;
  const arrived = { caseId, messageId: sent?.id ?? 0, problem: null };
  await act(desk, { kind: 'channel', name: 'telegram' }, (current) => recordDelivery(current, arrived));
}

async function decidedClocks({ database: { db } }: TestDesk) {
  const rows = await db
    .select({
      ...{ caseId: clocks.caseId, kind: clocks.kind, brokenAt: clocks.brokenAt, state: clocks.state },
      ...{ unitId: cases.unitId, assigneeId: cases.assigneeId },
    })
    .from(clocks)
    .innerJoin(cases, eq(cases.id, clocks.caseId));
  return rows.filter(({ brokenAt, state }) => brokenAt !== null || state === 'met');
}

/** How many cases a list finds, all its pages together. */
async function listed(reader: Caller, query: string): Promise<number> {
  const { body } = await reader.get(`/api/v1/cases?limit=100&${query}`);
  return (body.items as unknown[]).length;
}

interface Column {
  level: number;
  count: number;
  cards: {
    item: { reference: string };
    alert: { id: number; officer: { id: number }; acknowledgedAt: string | null } | null;
  }[];
}

function columnsOf({ body }: Awaited<ReturnType<Caller['get']>>): Column[] {
  return body as unknown as Column[];
}

function officerOf({ organisation }: TestDesk, id: number): TestOfficer {
  const found = Object.values(organisation.officers).find((officer) => officer.id === id);
  if (found === undefined) throw new Error(`No officer ${id}`);
  return found;
}

function namesIn(officers: unknown): string[] {
  return (officers as { name: string }[]).map(({ name }) => name);
}

async function rowsOf(reader: Caller, path: string): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await reader.raw(`/api/v1/${path}`)).arrayBuffer());
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const values: unknown[] = [];
    for (let place = 1; place <= row.cellCount; place += 1) {
      const cell = row.getCell(place);
      expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
      values.push(cell.value);
    }
    rows.push(values);
  });
  return rows;
}
