import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { CaseEvent } from '../rules/case/events.ts';
import { asEvent, type CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { caseEvents, caseExclusions, cases } from './schema/cases.ts';
import { calendars, units } from './schema/organisation.ts';

export type CalendarRow = typeof calendars.$inferSelect;
export type NewCalendar = Omit<typeof calendars.$inferInsert, 'id'>;

// Any number does, as long as every process uses the same one.
const calendarsLock = 0x4c1c;

/** Waits until nobody gives a case its calendar, and lets nobody do so until the transaction ends. */
export async function lockCalendars(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${calendarsLock})`);
}

/** What is read of the calendars in force after this stays true until the transaction ends. Readers do not wait for each other. */
export async function holdCalendars(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${calendarsLock})`);
}

export async function calendarRow(tx: Tx | Db, id: number): Promise<CalendarRow | null> {
  const [row] = await tx.select().from(calendars).where(eq(calendars.id, id));
  return row ?? null;
}

/** Every version of every calendar, newest first. */
export async function calendarRows(tx: Tx | Db): Promise<(CalendarRow & { unitName: string | null })[]> {
  const rows = await tx
    .select({ row: calendars, unitName: units.name })
    .from(calendars)
    .leftJoin(units, eq(units.id, calendars.unitId))
    .orderBy(desc(calendars.id));
  return rows.map(({ row, unitName }) => ({ ...row, unitName }));
}

/** The calendars by which cases are timed today: the department's, and one for each unit that has its own. */
export async function calendarsInForce(tx: Tx | Db): Promise<CalendarRow[]> {
  return tx
    .select()
    .from(calendars)
    .where(and(isNotNull(calendars.approvedAt), isNull(calendars.supersededAt)))
    .orderBy(asc(calendars.id));
}

/** The same without what they say: every opening of a case asks. */
export async function calendarIdsInForce(tx: Tx | Db): Promise<{ id: number; unitId: number | null }[]> {
  return tx
    .select({ id: calendars.id, unitId: calendars.unitId })
    .from(calendars)
    .where(and(isNotNull(calendars.approvedAt), isNull(calendars.supersededAt)));
}

export async function insertCalendar(tx: Tx, row: NewCalendar): Promise<CalendarRow> {
  const [inserted] = await tx.insert(calendars).values(row).returning();
  if (inserted === undefined) throw new Error('The calendar was not stored');
  return inserted;
}

/** Changes what is known of a version. Its definition never changes. */
export async function saveCalendar(
  tx: Tx,
  id: number,
  change: Omit<Partial<NewCalendar>, 'definition' | 'override' | 'unitId'>,
): Promise<void> {
  await tx.update(calendars).set(change).where(eq(calendars.id, id));
}

/** The live cases timed by a calendar version: all of them, or those of some units. */
export interface CasesOn {
  calendarId: number;
  unitIds: readonly number[] | null;
}

/** The live cases on a version, in the order of their ids; their rows stay locked until the transaction ends. */
export async function lockCasesOn(tx: Tx, on: CasesOn, except: readonly number[] = []): Promise<CaseRow[]> {
  const others = except.length === 0 ? undefined : notInArray(cases.id, [...except]);
  return tx
    .select()
    .from(cases)
    .where(and(liveOn(on), others))
    .orderBy(asc(cases.id))
    .for('update');
}

/** The same without locks, for a preview. Cases from which the officer is excluded are left out. */
export async function casesOn(tx: Tx | Db, on: CasesOn, exceptExcluded: number | null): Promise<CaseRow[]> {
  const visible =
    exceptExcluded === null
      ? undefined
      : notInArray(
          cases.id,
          tx
            .select({ id: caseExclusions.caseId })
            .from(caseExclusions)
            .where(eq(caseExclusions.officerId, exceptExcluded)),
        );
  return tx
    .select()
    .from(cases)
    .where(and(liveOn(on), visible))
    .orderBy(asc(cases.id));
}

// Citus: the pages about a calendar read across all shards of `cases`.
function liveOn({ calendarId, unitIds }: CasesOn): SQL | undefined {
  const here = unitIds === null ? undefined : inArray(cases.unitId, [...unitIds]);
  return and(eq(cases.calendarId, calendarId), sql`${cases.state} not in ('closed', 'merged')`, here);
}

/** The events of many cases by case id, oldest first. */
export async function eventsOfCases(
  tx: Tx | Db,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, readonly CaseEvent[]>> {
  const events = new Map<number, CaseEvent[]>(caseIds.map((id) => [id, []]));
  if (caseIds.length === 0) return events;
  const rows = await tx
    .select()
    .from(caseEvents)
    .where(inArray(caseEvents.caseId, [...caseIds]))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.ordinal));
  for (const row of rows) events.get(row.caseId)?.push(asEvent(row));
  return events;
}

/** Every unit with the one above it, for the question whose calendar a unit without its own goes by. */
export async function unitParents(tx: Tx | Db): Promise<{ id: number; parentId: number | null }[]> {
  return tx.select({ id: units.id, parentId: units.parentId }).from(units);
}

/** Live cases with a running clock whose end nobody can say yet, because its year has no approved calendar. */
export async function undeterminedCount(tx: Tx | Db): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(distinct k.case_id)::int as count from clocks k join cases c on c.id = k.case_id
    where k.due_at is null and k.paused_at is null and k.stopped_at is null and c.state not in ('closed', 'merged')`);
  return row?.count ?? 0;
}
