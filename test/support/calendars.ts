import { expect } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { approveCalendar } from '../../src/desk/calendars/judge-calendar.ts';
import { type Proposal, proposeCalendar } from '../../src/desk/calendars/propose-calendar.ts';
import { clocksOf, nextDueAt } from '../../src/rules/escalation/clocks.ts';
import type { DatedDay } from '../../src/rules/working-time/calendar.ts';
import { haiPhong20252027 } from '../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import type { CalendarRow } from '../../src/store/calendars.ts';
import { eventsOfCases } from '../../src/store/calendars.ts';
import { cases, clocks } from '../../src/store/schema/cases.ts';
import { officers } from '../../src/store/schema/organisation.ts';
import type { TestDesk } from './desk.ts';
import type { TestOfficer } from './organisation.ts';

export const as = (officer: { id: number }) => ({ kind: 'officer' as const, officerId: officer.id });

/** The swap that was under consultation: Monday 23/11/2026 off before Culture Day. */
export const bridgeDay: DatedDay = {
  date: '2026-11-23',
  kind: 'holiday',
  name: 'Nghỉ hoán đổi trước Ngày Văn hóa Việt Nam',
  confidence: '1',
};

export const bridged: Proposal = {
  unitId: null,
  note: 'Thông báo hoán đổi ngày làm việc',
  change: { datedDays: [...haiPhong20252027.datedDays, bridgeDay] },
};

/** A second administrator, without whom nothing can be approved. */
export async function secondAdministrator(desk: TestDesk): Promise<TestOfficer> {
  const row = {
    name: 'Ngô Thị Thu',
    title: 'Quản trị hệ thống',
    email: 'thu@haiquan.example',
    role: 'administrator' as const,
    unitId: desk.organisation.units.root,
  };
  const [inserted] = await desk.database.db.insert(officers).values(row).returning({ id: officers.id });
  if (inserted === undefined) throw new Error('The officer was not stored');
  return { id: inserted.id, name: row.name, email: row.email, role: row.role, unitId: row.unitId };
}

export async function propose(desk: TestDesk, proposal: Proposal = bridged): Promise<CalendarRow> {
  const { administrator } = desk.organisation.officers;
  return act(desk, as(administrator), (current) => proposeCalendar(current, proposal));
}

export async function proposeAndApprove(desk: TestDesk, second: { id: number }, proposal: Proposal = bridged) {
  const { id: calendarId } = await propose(desk, proposal);
  return act(desk, as(second), (current) => approveCalendar(current, { calendarId }));
}

/** Counts the clocks of every case anew from its ledger and expects what is stored. */
export async function expectStoredClocksToFollowFromTheLedger(desk: TestDesk): Promise<void> {
  const { db } = desk.database;
  const rows = await db.select().from(cases);
  const stored = await db.select().from(clocks);
  const events = await eventsOfCases(
    db,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const ledger = events.get(row.id) ?? [];
    // Stored at the case's latest event: what has broken since then is for the ladder to find.
    const lastAt = ledger.at(-1)?.at ?? desk.clock.now();
    const rules = await db.transaction((tx) => desk.ruleBook.rulesOf(tx, ledger));
    const runs = clocksOf(ledger, rules, lastAt);
    const said = (clock: { kind: string; cycle: number; state: string; dueAt: Date | null; brokenAt: Date | null }) =>
      `${clock.kind} ${clock.cycle} ${clock.state} ${clock.dueAt?.toISOString()} ${clock.brokenAt?.toISOString()}`;

    const own = stored.filter(({ caseId }) => caseId === row.id);
    expect(own.map(said).toSorted(), row.reference).toEqual(runs.map(said).toSorted());
    expect(row.nextDueAt, row.reference).toEqual(nextDueAt(runs));
  }
}
