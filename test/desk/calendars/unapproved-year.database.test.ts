import { eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { calendarWarnings } from '../../../src/desk/calendars/calendar-warnings.ts';
import { previewCalendar } from '../../../src/desk/calendars/preview-calendar.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { cases, clocks, ladderSteps } from '../../../src/store/schema/cases.ts';
import { messages } from '../../../src/store/schema/conversations.ts';
import { officerChats } from '../../../src/store/schema/organisation.ts';
import { wall } from '../../rules/working-time/samples.ts';
import {
  expectStoredClocksToFollowFromTheLedger,
  propose,
  proposeAndApprove,
  secondAdministrator,
} from '../../support/calendars.ts';
import { openACase } from '../../support/cases.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

// Friday 31/12/2027, an hour before closing, and 2028 has no calendar.
const newYearsEve = '2027-12-31T16:00:00+07:00';

const with2028 = {
  unitId: null,
  note: 'Lịch nghỉ năm 2028',
  change: {
    years: [...haiPhong20252027.years, { year: 2028, standing: 'approved' as const }],
    datedDays: [
      ...haiPhong20252027.datedDays,
      { date: '2028-01-03', kind: 'holiday' as const, name: 'Tết Dương lịch (nghỉ bù)', confidence: '1' as const },
    ],
  },
};

async function warningsOf(desk: TestDesk) {
  return act(desk, { kind: 'clock' }, (current) => calendarWarnings(current));
}

test('a case whose deadline enters a year without a calendar is opened all the same, and the chat says so', async () => {
  await using desk = await openDesk({ now: newYearsEve });
  const person = openChat(desk).person('84900009');

  await person.writes('/start');
  await person.presses('Đồng ý');
  await person.writes('Tờ khai 107705060720 nộp hồ sơ ở hải quan 03TG từ sáng chưa ai kiểm');
  await person.presses('Gửi');

  expect(person.lastWords).toMatch(/Mã vụ việc: \*VM-2027-000001\*/);
  expect(person.lastWords).toMatch(/2 giờ làm việc\. Ngày giờ cụ thể chưa xác định được vì lịch làm việc năm tới/);
  expect(person.lastWords).not.toMatch(/Hẹn trả lời/);
});

test('its clocks run without a due time, what can be dated is dated, and no step is armed for the rest', async () => {
  await using desk = await openDesk({ now: newYearsEve });

  const { row, firstResponseDueAt } = await openACase(desk);

  const stored = await desk.database.db.select().from(clocks).where(eq(clocks.caseId, row.id));
  const steps = await desk.database.db.select().from(ladderSteps).where(eq(ladderSteps.caseId, row.id));
  expect(firstResponseDueAt).toBeNull();
  expect(stored.map(({ kind, state, dueAt }) => `${kind} ${state} ${dueAt && wall(dueAt)}`)).toEqual([
    'acknowledge running 2027-12-31T16:30',
    'firstResponse running null',
    'resolution running null',
  ]);
  expect(steps.map(({ step }) => step)).toEqual(['untaken']);
});

test('administrators hear once in their chat that a year is missing', async () => {
  await using desk = await openDesk({ now: newYearsEve });
  const { administrator } = desk.organisation.officers;
  const { conversationId } = desk.organisation;
  const linkedAt = desk.clock.now();
  await desk.database.db.insert(officerChats).values({ officerId: administrator.id, conversationId, linkedAt });

  await openACase(desk);
  await openACase(desk);

  const said = await desk.database.db.select().from(messages).where(eq(messages.author, 'bot'));
  expect(said.filter(({ text }) => text.includes('Chưa có lịch làm việc năm 2028'))).toHaveLength(1);
});

test('approving the year dates every waiting deadline, as the preview said', async () => {
  await using desk = await openDesk({ now: newYearsEve });
  const second = await secondAdministrator(desk);
  const { row } = await openACase(desk);
  desk.clock.set('2027-12-31T16:30:00+07:00');
  const { id: calendarId } = await propose(desk, with2028);
  const preview = await act(desk, { kind: 'clock' }, (current) =>
    previewCalendar(current, { calendarId, forOfficerId: null }),
  );

  const { moved } = await proposeAndApprove(desk, second, with2028);

  const told = preview.moves.map(({ clock, fromDueAt, toDueAt }) => [clock, fromDueAt, toDueAt && wall(toDueAt)]);
  expect(told).toEqual([
    ['firstResponse', null, '2028-01-04T08:30'],
    ['resolution', null, '2028-01-06T14:00'],
  ]);
  expect(moved.map(({ kind: _, ...move }) => move)).toEqual(preview.moves);
  const steps = await desk.database.db.select().from(ladderSteps).where(eq(ladderSteps.caseId, row.id));
  expect(
    steps.filter(({ clock }) => clock === 'firstResponse').map(({ step, dueAt }) => `${step} ${wall(dueAt)}`),
  ).toEqual(['reminder 2028-01-04T08:00', 'broken 2028-01-04T08:30']);
  await expectStoredClocksToFollowFromTheLedger(desk);
});

test('a year approved late counts the days of it that have passed already', async () => {
  await using desk = await openDesk({ now: newYearsEve });
  const second = await secondAdministrator(desk);
  const { row } = await openACase(desk);
  desk.clock.set('2028-01-04T08:00:00+07:00');
  while ((await ladderPass(desk)) === 'more');

  await proposeAndApprove(desk, second, with2028);

  // One hour of the old year and half an hour of Tuesday are used.
  const [answer] = await desk.database.db.select().from(clocks).where(eq(clocks.kind, 'firstResponse'));
  expect(answer?.dueAt && wall(answer.dueAt)).toBe('2028-01-04T08:30');
  const [after] = await desk.database.db.select().from(cases).where(eq(cases.id, row.id));
  expect(after?.nextDueAt && wall(after.nextDueAt)).toBe('2027-12-31T16:30');
});

test('from 1 October the missing year is announced, with the day from which promises can fall into it', async () => {
  await using desk = await openDesk({ now: '2027-09-30T23:59:59+07:00' });

  const september = (await warningsOf(desk)).years;
  desk.clock.set('2027-10-01T00:00:00+07:00');
  const october = (await warningsOf(desk)).years;

  expect(september.map(({ year, standing }) => [year, standing])).toEqual([[2027, 'provisional']]);
  expect(october.map(({ year, standing }) => [year, standing])).toEqual([
    [2027, 'provisional'],
    [2028, 'missing'],
  ]);
  // The longest promise is the seven working days within which a closed case may reopen.
  expect(october.map(({ mattersFrom }) => wall(mattersFrom))[1]).toBe('2027-12-23T00:00');
  expect(october[1]?.message).toMatch(/^Lịch làm việc năm 2028 chưa được duyệt\. Từ ngày 23\/12\/2027/);
});

test('the warning counts the live cases that wait for a date, and ends with the approval', async () => {
  await using desk = await openDesk({ now: newYearsEve });
  const second = await secondAdministrator(desk);
  await openACase(desk);

  const before = await warningsOf(desk);
  await proposeAndApprove(desk, second, with2028);
  const after = await warningsOf(desk);

  expect(before.undeterminedCases).toBe(1);
  expect(after.undeterminedCases).toBe(0);
  expect(after.years.map(({ year }) => year)).toEqual([2027]);
  expect(await desk.database.db.select().from(clocks).where(isNull(clocks.dueAt))).toEqual([]);
});
