import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { addExclusion } from '../../src/desk/cases/add-exclusion.ts';
import { applyRetention } from '../../src/desk/privacy/apply-retention.ts';
import { insertFiles } from '../../src/store/messages.ts';
import { caseViews } from '../../src/store/schema/case-views.ts';
import { messages } from '../../src/store/schema/conversations.ts';
import { ledger } from '../../src/store/schema/ledger.ts';
import { officers } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:01+07:00';
const api = '/api/v1';

test('internal control reads who opened which case: once for ten minutes, reports first', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { db } = desk.database;
  const { lan, hoa, control } = desk.organisation.officers;
  const { row: issue } = await openACase(desk);
  const { row: report } = await openACase(desk, { kind: 'report', description: 'Phản ánh thái độ' });
  const [message] = await db.select().from(messages).where(eq(messages.caseId, issue.id));
  const image = join(tmpdir(), `anh-${randomUUID()}.png`);
  await writeFile(image, 'x');
  const file = { messageId: message?.id ?? 0, channel: 'telegram', ref: 'f', name: 'a.png' } as const;
  const [fileId] = await db.transaction((tx) => insertFiles(tx, [{ ...file, state: 'stored', path: basename(image) }]));
  const [lanCalls, hoaCalls, controlCalls] = [await web.signIn(lan), await web.signIn(hoa), await web.signIn(control)];

  for (let times = 0; times < 5; times += 1) await lanCalls.get(`${api}/cases/${issue.reference}`);
  await lanCalls.get(`${api}/cases/${report.reference}`);
  await lanCalls.raw(`${api}/files/${fileId}`);
  await rm(image);
  await hoaCalls.raw(`${api}/exports/cases?box=all`);
  await web.program.get(`${api}/cases/${issue.reference}`);
  await controlCalls.get(`${api}/cases/${report.reference}`);
  desk.clock.advanceMinutes(9);
  await lanCalls.get(`${api}/cases/${issue.reference}`);
  await web.views.settle();

  const log = await controlCalls.get(`${api}/oversight/views`);
  const line = ({ reference, part, officer, keyName }: Record<string, unknown>) => [
    ...[reference, part],
    (officer as { name: string } | null)?.name ?? keyName,
  ];
  expect((log.body.items as Record<string, unknown>[]).map(line).toSorted()).toEqual(
    [
      [issue.reference, 'detail', lan.name],
      // The clock had reached the next ten minutes.
      [issue.reference, 'detail', lan.name],
      [issue.reference, 'detail', 'bootstrap'],
      [issue.reference, 'file', lan.name],
      [issue.reference, 'export', hoa.name],
      [report.reference, 'detail', control.name],
    ].toSorted(),
  );
  const byCase = (await controlCalls.get(`${api}/oversight/viewed-cases`)).body;
  expect(byCase.map(({ reference, viewers, views }) => [reference, viewers, views])).toEqual([
    [report.reference, 1, 1],
    [issue.reference, 3, 5],
  ]);
  const byViewer = (await controlCalls.get(`${api}/oversight/viewers`)).body;
  expect(byViewer[0]).toMatchObject({ officer: { name: control.name }, protectedCases: 1, cases: 1 });
  const onlyLan = (await controlCalls.get(`${api}/oversight/views?officer=${lan.id}&part=detail&limit=1`)).body;
  expect(onlyLan.items).toHaveLength(1);
  const rest = await controlCalls.get(
    `${api}/oversight/views?officer=${lan.id}&part=detail&cursor=${onlyLan.nextCursor}`,
  );
  expect(rest.body).toMatchObject({ items: [{ officer: { id: lan.id } }], nextCursor: null });
  expect((await controlCalls.raw(`${api}/oversight/views.xlsx`)).status).toBe(200);
  expect((await hoaCalls.get(`${api}/oversight/views`)).status).toBe(403);

  const written = await db.select().from(ledger).where(eq(ledger.stream, 'views'));
  expect(written.map(({ by, detail }) => [by, detail])).toEqual([
    [
      { kind: 'officer', officerId: control.id },
      { caseId: report.id, part: 'detail' },
    ],
  ]);

  desk.clock.advanceMinutes(731 * 24 * 60);
  expect((await applyRetention(desk)).caseViews).toBe(6);
});

test('internal control that is the subject of a report reads nothing of who opened it, and no administrator the ledger', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { db } = desk.database;
  const { control, administrator, leader } = desk.organisation.officers;
  const [other] = await db
    .insert(officers)
    .values({ name: 'Hồ Kim Chi', title: 'Kiểm tra', email: 'chi@x.example', role: 'internalControl', unitId: 1 })
    .returning();
  const chi = { ...control, id: other?.id ?? 0, email: 'chi@x.example' };
  const { row } = await openACase(desk, { kind: 'report', subjectIds: [control.id] });
  await act(desk, { kind: 'apiKey', name: 'kiểm tra' }, (current) =>
    addExclusion(current, { reference: row.reference, officerId: leader.id, because: 'Bị phản ánh' }),
  );
  const subject = await web.signIn(control);
  const pages = ['views', 'viewed-cases', 'viewers', `views?reference=${row.reference}`];
  const before = await Promise.all(pages.map(async (page) => (await subject.get(`${api}/oversight/${page}`)).body));

  const independent = await web.signIn(chi);
  await independent.get(`${api}/cases/${row.reference}`);
  await subject.get(`${api}/cases/${row.reference}`);
  await web.views.settle();

  expect(await db.$count(caseViews)).toBe(1);
  expect((await independent.get(`${api}/oversight/views`)).body.items).toHaveLength(1);
  expect(await Promise.all(pages.map(async (page) => (await subject.get(`${api}/oversight/${page}`)).body))).toEqual(
    before,
  );
  const admin = await web.signIn(administrator);
  expect((await admin.get(`${api}/audit/ledger?stream=views`)).status).toBe(403);
  expect((await admin.get(`${api}/audit/ledger?stream=watching`)).status).toBe(403);
});
