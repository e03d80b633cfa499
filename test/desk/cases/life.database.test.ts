import { expect, test } from 'vitest';
import { type Act, act } from '../../../src/desk/act.ts';
import { awaitResult, resultArrived } from '../../../src/desk/cases/await-result.ts';
import { interimReply } from '../../../src/desk/cases/interim-reply.ts';
import { mergeCase } from '../../../src/desk/cases/merge.ts';
import { askForHigher, raiseCase } from '../../../src/desk/cases/raise-on-request.ts';
import { recordDelivery } from '../../../src/desk/cases/record-delivery.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { transfer } from '../../../src/desk/cases/transfer.ts';
import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { openClocks } from '../../../src/store/case-lists.ts';
import { asEvent, type CaseRow, eventRows, lockCase } from '../../../src/store/cases.ts';
import { threadOfCase, threadOfConversation } from '../../../src/store/messages.ts';
import { ownCase } from '../../../src/store/my-cases.ts';
import { chatSight } from '../../../src/store/represented.ts';
import { calendars, policies } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

// A Wednesday morning; PL01 promises an answer within two working hours and a solution within 22.
const morning = '2026-03-04T08:00:00+07:00';

function as<Result>(desk: TestDesk, officer: { id: number }, verb: (current: Act) => Promise<Result>): Promise<Result> {
  return act(desk, { kind: 'officer', officerId: officer.id }, verb);
}

function asEnterprise<Result>(desk: TestDesk, verb: (current: Act) => Promise<Result>): Promise<Result> {
  return act(desk, { kind: 'contact', conversationId: desk.organisation.conversationId }, verb);
}

async function rowOf(desk: TestDesk, reference: string): Promise<CaseRow> {
  const row = await desk.database.db.transaction((tx) => lockCase(tx, reference));
  if (row === null) throw new Error('The case is gone');
  return row;
}

async function dueAts(desk: TestDesk, row: CaseRow): Promise<Record<string, string | undefined>> {
  const clocks = await openClocks(desk.database.db, [row.id]);
  return Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt?.toISOString()]));
}

async function lastSaid(desk: TestDesk): Promise<string> {
  const thread = await threadOfConversation(desk.database.db, desk.organisation.conversationId, { limit: 1 });
  return thread.at(-1)?.text ?? '';
}

/** Lets the newest answer arrive, as the channel would report it. */
async function arrives(desk: TestDesk, row: CaseRow): Promise<void> {
  const replied = (await eventRows(desk.database.db, row.id)).map(asEvent).findLast(({ type }) => type === 'replied');
  if (replied?.type !== 'replied') throw new Error('Nothing was answered');
  const { messageId } = replied;
  await act(desk, { kind: 'channel', name: 'telegram' }, (a) =>
    recordDelivery(a, { caseId: row.id, messageId, problem: null }),
  );
}

test('a case that was transferred late keeps the time that was promised, by the calendar of the unit that has it now', async () => {
  await using desk = await openDesk({ now: morning });
  const { officers, units } = desk.organisation;
  const everyHour = Object.fromEntries(
    Object.keys(haiPhong20252027.weekly).map((day) => [day, [{ from: '00:00', until: '24:00' }]]),
  );
  await desk.database.db.insert(calendars).values({
    unitId: units.port1,
    definition: { ...haiPhong20252027, version: 9, weekly: { ...haiPhong20252027.weekly, ...everyHour } },
    proposedBy: 'test',
    approvedBy: 'test2',
    approvedAt: desk.clock.now(),
  });
  const { row } = await openACase(desk);
  desk.clock.set('2026-03-04T09:48:00+07:00');

  const happened = await as(desk, officers.hoa, (a) =>
    transfer(a, { reference: row.reference, toUnitId: units.port1, reason: 'Hàng ở cảng 1' }),
  );

  expect(happened.row).toMatchObject({ unitId: units.port1, assigneeId: officers.minh.id, level: 1 });
  expect(happened.row.calendarId).not.toBe(row.calendarId);
  expect(await dueAts(desk, happened.row)).toMatchObject({
    // Twelve of the 120 minutes were left, and are still.
    firstResponse: '2026-03-04T03:00:00.000Z',
    // 22 working hours without the 1:48 that were used, counted round the clock.
    resolution: '2026-03-04T23:00:00.000Z',
  });
  expect(await lastSaid(desk)).toContain('đã được chuyển đến Hải quan cửa khẩu cảng Hải Phòng khu vực 1');
  expect(await lastSaid(desk)).toContain('trước 10:00 hôm nay');
});

test('a transfer brings the promises of the new unit', async () => {
  await using desk = await openDesk({ now: morning });
  const { officers, units } = desk.organisation;
  const procedure = defaultPolicies.find(({ name }) => name === 'Vướng mắc về thủ tục');
  if (procedure === undefined) throw new Error('The default policy is gone');
  const slower = procedure.clocks.map((promise) => ({ ...promise, minutes: { 1: 240, 2: 240, 3: 960, 4: 1440 } }));
  const definition = { ...procedure, name: 'Cảng 1', precedence: 5, match: { unitCodes: ['R3-03CC'] }, clocks: slower };
  await desk.database.db.insert(policies).values({ definition, validFrom: '2020-01-01' });
  const { row } = await openACase(desk);
  desk.clock.set('2026-03-04T09:00:00+07:00');

  const { row: after } = await as(desk, officers.hoa, (a) =>
    transfer(a, { reference: row.reference, toUnitId: units.port1, reason: 'Hàng ở cảng 1' }),
  );

  expect(after.policyId).not.toBe(row.policyId);
  // Four hours are allowed there, one of them was used: three are left, over lunch.
  expect((await dueAts(desk, after)).firstResponse).toBe('2026-03-04T06:30:00.000Z');
});

test('a raised case that is transferred stays at its level and goes to the unit’s head', async () => {
  await using desk = await openDesk({ now: morning });
  const { officers, units } = desk.organisation;
  const { row } = await openACase(desk);
  await as(desk, officers.lan, (a) => raiseCase(a, { reference: row.reference, reason: 'Vượt thẩm quyền' }));

  const { row: after } = await as(desk, officers.leader, (a) =>
    transfer(a, { reference: row.reference, toUnitId: units.port1, reason: 'Hàng ở cảng 1' }),
  );

  expect(after).toMatchObject({ level: 2, unitId: units.port1, assigneeId: officers.dung.id });
});

test.each([
  ['where it is', (o: TestDesk['organisation']) => o.units.port3, 'alreadyThere'],
  ['nowhere', () => 9999, 'notFound'],
])('a case is not transferred to %s', async (_, to, code) => {
  await using desk = await openDesk({ now: morning });
  const { row } = await openACase(desk);

  const transferring = as(desk, desk.organisation.officers.hoa, (a) =>
    transfer(a, { reference: row.reference, toUnitId: to(desk.organisation), reason: 'x' }),
  );

  await expect(transferring).rejects.toMatchObject({ code });
});

test('a report is not transferred where internal control has nobody', async () => {
  await using desk = await openDesk({ now: morning });
  const { officers, units } = desk.organisation;
  const { row } = await openACase(desk, { kind: 'report', description: 'Phản ánh thái độ phục vụ' });

  const transferring = as(desk, officers.control, (a) =>
    transfer(a, { reference: row.reference, toUnitId: units.port1, reason: 'x' }),
  );

  await expect(transferring).rejects.toMatchObject({ code: 'onlyInternalControl' });
});

test('the clock of the solution stands while a laboratory works, and goes on with what was left', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  desk.clock.set('2026-03-04T09:00:00+07:00');
  await as(desk, lan, (a) => awaitResult(a, { reference: row.reference, from: 'Chi cục Kiểm định 2' }));
  expect(await lastSaid(desk)).toContain('đang chờ kết quả từ Chi cục Kiểm định 2');
  expect((await dueAts(desk, row)).resolution).toBeUndefined();

  desk.clock.set('2026-03-06T08:00:00+07:00');
  const { row: after } = await as(desk, lan, (a) => resultArrived(a, { reference: row.reference }));

  expect(after.state).toBe('open');
  // 21 of 22 working hours were left on Friday at 8.
  expect((await dueAts(desk, after)).resolution).toBe('2026-03-10T07:30:00.000Z');
});

test('a new date that reached the enterprise is the promise from then on, and the earlier one is not called kept', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  const newDueAt = new Date('2026-03-09T10:00:00+07:00');
  desk.clock.set('2026-03-05T09:00:00+07:00');

  await as(desk, lan, (a) => interimReply(a, { reference: row.reference, text: 'Chờ ý kiến phòng thuế', newDueAt }));
  const promised = await dueAts(desk, row);
  await arrives(desk, row);

  expect(promised.resolution).toBe('2026-03-06T08:30:00.000Z');
  expect(await lastSaid(desk)).toContain('Xin lỗi và hẹn lại');
  expect((await dueAts(desk, row)).resolution).toBe(newDueAt.toISOString());
  const [before] = await desk.database.sql`
    select state from clocks where case_id = ${row.id} and kind = 'resolution' and cycle = 1`;
  expect(before).toEqual({ state: 'superseded' });
});

test('a new date that came after the time was over leaves the promise broken', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader } = desk.organisation.officers;
  const { row } = await openACase(desk);
  desk.clock.set('2026-03-09T09:00:00+07:00');
  const newDueAt = new Date('2026-03-09T16:00:00+07:00');

  await as(desk, leader, (a) => interimReply(a, { reference: row.reference, text: 'Xin lỗi', newDueAt }));
  await arrives(desk, row);

  const states = await desk.database.sql`
    select state from clocks where case_id = ${row.id} and kind = 'resolution' order by cycle`;
  expect(states.map(({ state }) => state)).toEqual(['broken', 'running']);
});

test('an officer passes a case up with a reason that the level above reads', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, hoa, tuan } = desk.organisation.officers;
  const { row } = await openACase(desk);

  const { row: after } = await as(desk, lan, (a) =>
    raiseCase(a, { reference: row.reference, reason: 'Cần quyết định của lãnh đạo' }),
  );

  expect(after.level).toBe(2);
  expect([hoa.id, tuan.id]).toContain(after.assigneeId);
  const [alert] = await desk.database.sql<{ text: string }[]>`
    select text from alerts where case_id = ${row.id} and officer_id = ${after.assigneeId} and kind = 'raised'`;
  expect(alert?.text).toContain('Cần quyết định của lãnh đạo');
  expect(await lastSaid(desk)).toContain('đã được chuyển lên');
});

test('the enterprise asks the level above once, after an answer that it is not content with', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  const ask = () => asEnterprise(desk, (a) => askForHigher(a, { reference: row.reference }));

  await expect(ask()).rejects.toMatchObject({ code: 'notAnsweredAtThisLevel' });
  await as(desk, lan, (a) => reply(a, { reference: row.reference, text: 'Không được', next: 'resolve' }));
  await arrives(desk, row);
  const { row: raised } = await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'alreadyAskedAtThisLevel' });

  expect(raised).toMatchObject({ state: 'open', level: 2 });
  expect(Object.keys(await dueAts(desk, raised)).toSorted()).toEqual(['firstResponse', 'resolution']);
});

test('what was said about a merged case goes on under the older one, and so does what is said later', async () => {
  await using desk = await openDesk({ now: morning });
  const { hoa } = desk.organisation.officers;
  const { row: older } = await openACase(desk);
  desk.clock.advanceMinutes(10);
  const { row: younger } = await openACase(desk, { description: 'Hỏi lại việc container' });

  await as(desk, hoa, (a) => mergeCase(a, { reference: younger.reference, into: older.reference }));

  expect(await rowOf(desk, younger.reference)).toMatchObject({ state: 'merged', nextDueAt: null });
  expect(await openClocks(desk.database.db, [younger.id])).toEqual([]);
  expect((await threadOfCase(desk.database.db, older.id)).map(({ text }) => text)).toContain('Hỏi lại việc container');
  expect(await lastSaid(desk)).toContain(`trùng nội dung với *${older.reference}*`);
  const found = await ownCase(
    desk.database.db,
    await chatSight(desk.database.db, desk.organisation.conversationId, desk.clock.now()),
    younger.reference,
  );
  expect(found?.reference).toBe(older.reference);
});

test('an older case is not merged away, and nobody merges what they do not see', async () => {
  await using desk = await openDesk({ now: morning });
  const { hoa, minh } = desk.organisation.officers;
  const { row: older } = await openACase(desk);
  desk.clock.advanceMinutes(10);
  const { row: younger } = await openACase(desk);

  const wrongWay = () => as(desk, hoa, (a) => mergeCase(a, { reference: older.reference, into: younger.reference }));
  const unseen = () => as(desk, minh, (a) => mergeCase(a, { reference: younger.reference, into: older.reference }));

  await expect(wrongWay()).rejects.toMatchObject({ code: 'olderSurvives' });
  await expect(unseen()).rejects.toMatchObject({ code: 'notFound' });
});

test('a verification is not closed without an outcome', async () => {
  await using desk = await openDesk({ now: morning });
  const { control } = desk.organisation.officers;
  const { row } = await openACase(desk, { kind: 'verification' });

  const resolving = as(desk, control, (a) => reply(a, { reference: row.reference, text: 'Xong', next: 'resolve' }));

  await expect(resolving).rejects.toMatchObject({ code: 'needsOutcome' });
});
