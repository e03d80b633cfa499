import { and, eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { approveCalendar, rejectCalendar } from '../../../src/desk/calendars/judge-calendar.ts';
import { previewCalendar } from '../../../src/desk/calendars/preview-calendar.ts';
import { confirmSolved, sayNotSolved } from '../../../src/desk/cases/enterprise-judges.ts';
import { type CaseToOpen, openCase } from '../../../src/desk/cases/open-case.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { roundTheClock } from '../../../src/rules/working-time/override-for.ts';
import { eventsOfCases } from '../../../src/store/calendars.ts';
import { ledgerRows } from '../../../src/store/ledger.ts';
import { cases, clocks, ladderSteps } from '../../../src/store/schema/cases.ts';
import { calendars } from '../../../src/store/schema/organisation.ts';
import { wall } from '../../rules/working-time/samples.ts';
import {
  as,
  bridgeDay,
  bridged,
  expectStoredClocksToFollowFromTheLedger,
  propose,
  proposeAndApprove,
  secondAdministrator,
} from '../../support/calendars.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

// Twenty-two working hours to a solution: what is opened on Wednesday is due on Friday, on Thursday after Culture Day.
const wednesday = '2026-11-18T09:00:00+07:00';
const thursday = '2026-11-19T10:00:00+07:00';
const friday = '2026-11-20T10:00:00+07:00';

async function previewOf(desk: TestDesk, calendarId: number, forOfficerId: number | null = null) {
  return act(desk, { kind: 'clock' }, (current) => previewCalendar(current, { calendarId, forOfficerId }));
}

async function dueOf(desk: TestDesk, reference: string, clock: 'firstResponse' | 'resolution') {
  const [row] = await desk.database.db
    .select({ dueAt: clocks.dueAt })
    .from(clocks)
    .innerJoin(cases, eq(cases.id, clocks.caseId))
    .where(and(eq(cases.reference, reference), eq(clocks.kind, clock), isNull(clocks.stoppedAt)));
  return row?.dueAt == null ? null : wall(row.dueAt);
}

test('a calendar edit moves 43 deadlines of 60 cases, as the preview said, and the time used stays used', async () => {
  await using desk = await openDesk({ now: wednesday });
  const second = await secondAdministrator(desk);
  for (let count = 0; count < 17; count += 1) await openACase(desk);
  desk.clock.set(thursday);
  for (let count = 0; count < 43; count += 1) await openACase(desk);
  desk.clock.set(friday);
  const { id: calendarId } = await propose(desk);

  const preview = await previewOf(desk, calendarId);
  const before = await dueOf(desk, 'VM-2026-000060', 'resolution');
  const approved = await act(desk, as(second), (current) => approveCalendar(current, { calendarId }));

  expect([preview.cases, preview.moves.length]).toEqual([60, 43]);
  expect(new Set(preview.moves.map(({ reference }) => reference)).size).toBe(43);
  expect(approved.moved.map(({ kind: _, ...move }) => move)).toEqual(preview.moves);
  // 13.5 hours lie before the edit and on its day; 8.5 follow after the long weekend.
  expect([before, await dueOf(desk, 'VM-2026-000060', 'resolution')]).toEqual(['2026-11-25T08:00', '2026-11-26T08:00']);
  expect(await dueOf(desk, 'VM-2026-000001', 'resolution')).toBe('2026-11-20T16:30');
  await expectStoredClocksToFollowFromTheLedger(desk);
});

test('the ladder, the inbox and the history of a case follow the new calendar', async () => {
  await using desk = await openDesk({ now: '2026-11-20T16:30:00+07:00' });
  const second = await secondAdministrator(desk);
  const { row } = await openACase(desk);
  const lastActivityAt = row.lastActivityAt;
  desk.clock.set('2026-11-20T16:45:00+07:00');

  const { calendarId } = await proposeAndApprove(desk, second);

  const [after] = await desk.database.db.select().from(cases).where(eq(cases.id, row.id));
  const steps = await desk.database.db.select().from(ladderSteps).where(eq(ladderSteps.caseId, row.id));
  const ledger = (await eventsOfCases(desk.database.db, [row.id])).get(row.id);
  expect(after).toMatchObject({ calendarId, lastActivityAt });
  expect(
    steps.filter(({ clock }) => clock !== 'resolution').map(({ step, dueAt }) => `${step} ${wall(dueAt)}`),
  ).toEqual(['untaken 2026-11-20T17:00', 'reminder 2026-11-25T08:30', 'broken 2026-11-25T09:00']);
  expect(ledger?.at(-1)).toMatchObject({ type: 'calendarChanged', calendarId, version: '2026.2', by: as(second) });
});

test('what one person proposes another approves', async () => {
  await using desk = await openDesk({ now: friday });
  const { administrator, leader } = desk.organisation.officers;
  const second = await secondAdministrator(desk);
  const { id: calendarId } = await propose(desk);
  const approveAs = (by: Parameters<typeof act>[1]) =>
    act(desk, by, (current) => approveCalendar(current, { calendarId }));

  await expect(approveAs(as(administrator))).rejects.toMatchObject({ code: 'secondPersonNeeded' });
  await expect(approveAs(as(leader))).rejects.toMatchObject({ code: 'notPermitted' });
  await expect(approveAs({ kind: 'apiKey', name: 'ops' })).rejects.toMatchObject({ code: 'notPermitted' });
  await approveAs(as(second));
  await expect(approveAs(as(second))).rejects.toMatchObject({ code: 'alreadyApproved' });

  const [row] = await desk.database.db.select().from(calendars).where(eq(calendars.id, calendarId));
  expect(row).toMatchObject({ proposedBy: administrator.name, approvedBy: second.name });
  const ledger = await ledgerRows(desk.database.db, 'calendars', { before: null, limit: 10 });
  expect(ledger.map(({ type, by }) => [type, by])).toEqual([
    ['calendarApproved', as(second)],
    ['calendarSuperseded', as(second)],
    ['calendarProposed', as(administrator)],
  ]);
});

test('a proposal made over a calendar that has changed meanwhile is refused', async () => {
  await using desk = await openDesk({ now: friday });
  const second = await secondAdministrator(desk);
  const late = await propose(desk);
  await proposeAndApprove(desk, second, { ...bridged, change: { datedDays: haiPhong20252027.datedDays.slice(1) } });

  const approval = act(desk, as(second), (current) => approveCalendar(current, { calendarId: late.id }));

  await expect(approval).rejects.toMatchObject({ code: 'calendarChangedMeanwhile' });
});

test('a proposal that was sent back cannot be approved any more', async () => {
  await using desk = await openDesk({ now: friday });
  const second = await secondAdministrator(desk);
  const { id: calendarId } = await propose(desk);

  await act(desk, as(second), (current) => rejectCalendar(current, { calendarId, because: 'Chưa có công văn' }));

  const approval = act(desk, as(second), (current) => approveCalendar(current, { calendarId }));
  await expect(approval).rejects.toMatchObject({ code: 'alreadyRejected' });
});

test('a calendar that cannot be counted by is refused with every reason', async () => {
  await using desk = await openDesk({ now: friday });

  const proposal = propose(desk, {
    ...bridged,
    change: { datedDays: [bridgeDay, bridgeDay, { ...bridgeDay, date: '2029-02-30' }] },
  });

  await expect(proposal).rejects.toMatchObject({ code: 'calendarNotSound' });
  await expect(proposal).rejects.toThrow(/2026-11-23 được khai nhiều lần.*2029-02-30/);
});

test('a proposal that changes nothing is refused', async () => {
  await using desk = await openDesk({ now: friday });

  const proposal = propose(desk, { ...bridged, change: { datedDays: haiPhong20252027.datedDays } });

  await expect(proposal).rejects.toMatchObject({ code: 'nothingChanged' });
});

test('a gate that opens round the clock counts its own cases through the night, and only those', async () => {
  await using desk = await openDesk({ now: '2026-11-20T16:30:00+07:00' });
  const second = await secondAdministrator(desk);
  const atPort3 = await openACase(desk);
  const atPort1 = await openACase(desk, { officeCode: '03CC' });
  const { version: _, ...open } = roundTheClock(1);
  const gate = { unitId: desk.organisation.units.port3, note: 'Cửa khẩu làm việc 24/7', change: open };

  const { calendarId, moved } = await proposeAndApprove(desk, second, gate);
  const later = await openACase(desk);

  expect(moved.map(({ reference, clock }) => [reference, clock])).toEqual([
    [atPort3.row.reference, 'firstResponse'],
    [atPort3.row.reference, 'resolution'],
  ]);
  expect(await dueOf(desk, atPort3.row.reference, 'firstResponse')).toBe('2026-11-20T18:30');
  expect(await dueOf(desk, atPort1.row.reference, 'firstResponse')).toBe('2026-11-23T09:00');
  expect(later.row.calendarId).toBe(calendarId);
  await expectStoredClocksToFollowFromTheLedger(desk);
});

test('the gate’s calendar is laid anew over the department’s when a storm closes everything', async () => {
  await using desk = await openDesk({ now: '2026-11-20T16:30:00+07:00' });
  const second = await secondAdministrator(desk);
  const { version: _, ...open } = roundTheClock(1);
  await proposeAndApprove(desk, second, { unitId: desk.organisation.units.port3, note: '24/7', change: open });
  const { row } = await openACase(desk);
  const storm = { ...bridgeDay, date: '2026-11-21', kind: 'closure' as const, name: 'Bão số 14' };

  await proposeAndApprove(desk, second, {
    ...bridged,
    change: { datedDays: [...haiPhong20252027.datedDays, storm] },
  });

  const inForce = await desk.database.db.select().from(calendars).where(isNull(calendars.supersededAt));
  expect(inForce.map(({ unitId, definition }) => [unitId, definition.version])).toEqual([
    [null, '2026.2'],
    [desk.organisation.units.port3, '2026.2+R3-03TG.1'],
  ]);
  // Twenty-two hours from 16:30: seven and a half on Friday, none on the Saturday of the storm.
  expect(await dueOf(desk, row.reference, 'resolution')).toBe('2026-11-22T14:30');
  await expectStoredClocksToFollowFromTheLedger(desk);
});

test('an administrator who is excluded from a case neither sees nor counts it in the preview', async () => {
  await using desk = await openDesk({ now: friday });
  const { administrator } = desk.organisation.officers;
  await openACase(desk);
  await openACase(desk, { kind: 'report', description: `Phản ánh thái độ của ông ${administrator.name}` });
  await openACase(desk, { kind: 'report', description: 'Phản ánh thái độ tại quầy' });
  const { id: calendarId } = await propose(desk);

  const seen = await previewOf(desk, calendarId, administrator.id);

  expect(seen.cases).toBe(2);
  expect(new Set(seen.moves.map(({ reference }) => reference))).toEqual(new Set(['VM-2026-000001', null]));
});

test('a closed case that reopens counts by the calendar in force by then', async () => {
  await using desk = await openDesk({ now: '2026-11-20T15:30:00+07:00' });
  const second = await secondAdministrator(desk);
  const { row } = await openACase(desk);
  const enterprise = { kind: 'contact' as const, conversationId: desk.organisation.conversationId };
  await act(desk, enterprise, (current) => confirmSolved(current, row));
  const { calendarId } = await proposeAndApprove(desk, second);
  desk.clock.set('2026-11-20T16:30:00+07:00');

  const { row: reopened } = await act(desk, enterprise, (current) => sayNotSolved(current, row));

  expect(reopened.calendarId).toBe(calendarId);
  expect(await dueOf(desk, row.reference, 'firstResponse')).toBe('2026-11-25T09:00');
  await expectStoredClocksToFollowFromTheLedger(desk);
});

test('a case that is being opened while a calendar is approved ends up on the new one', async () => {
  await using desk = await openDesk({ now: friday });
  const second = await secondAdministrator(desk);
  const { id: calendarId } = await propose(desk);
  const { promise: mayFinish, resolve: finish } = Promise.withResolvers<void>();
  const { promise: chosen, resolve: hasChosen } = Promise.withResolvers<void>();
  const { conversationId } = desk.organisation;
  const opening = act(desk, { kind: 'contact', conversationId }, async (current) => {
    await openCase(current, { ...aMatter, conversationId });
    hasChosen();
    await mayFinish;
  });
  await chosen;

  const approval = act(desk, as(second), (current) => approveCalendar(current, { calendarId }));
  await somebodyWaits(desk);
  finish();
  await Promise.all([opening, approval]);

  const [row] = await desk.database.db.select().from(cases);
  expect(row?.calendarId).toBe(calendarId);
  await expectStoredClocksToFollowFromTheLedger(desk);
});

const aMatter: Omit<CaseToOpen, 'conversationId'> = {
  kind: 'issue',
  contactId: null,
  enterpriseId: null,
  isVerified: false,
  description: 'Container chưa qua khu vực giám sát',
  category: 'supervision_vasscm',
  officeCode: '03TG',
  declarationNo: null,
  urgent: false,
  messageIds: [],
};

/** Until a transaction stands in the queue for the calendars. */
async function somebodyWaits(desk: TestDesk): Promise<void> {
  for (;;) {
    const waiting = await desk.database.sql`select 1 from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
    if (waiting.length > 0) return;
  }
}
