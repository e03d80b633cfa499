import { and, asc, eq, gt, gte, lt, type SQL } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { absences, dutyRoster, officers } from './schema/organisation.ts';

export type DutyTurn = typeof dutyRoster.$inferSelect;
export type Absence = typeof absences.$inferSelect;

export async function dutyTurnById(tx: Tx, id: number): Promise<DutyTurn | null> {
  const [row] = await tx.select().from(dutyRoster).where(eq(dutyRoster.id, id)).for('update');
  return row ?? null;
}

export async function insertDutyTurn(tx: Tx, row: Omit<DutyTurn, 'id'>): Promise<number> {
  return idOf(await tx.insert(dutyRoster).values(row).returning({ id: dutyRoster.id }));
}

export async function deleteDutyTurn(tx: Tx, id: number): Promise<void> {
  await tx.delete(dutyRoster).where(eq(dutyRoster.id, id));
}

export async function endDutyTurn(tx: Tx, id: number, untilAt: Date): Promise<void> {
  await tx.update(dutyRoster).set({ untilAt }).where(eq(dutyRoster.id, id));
}

/** The officer's turns that share an instant with [from, until). */
export async function turnsOfOfficer(tx: Tx, officerId: number, from: Date, until: Date): Promise<DutyTurn[]> {
  return tx
    .select()
    .from(dutyRoster)
    .where(and(eq(dutyRoster.officerId, officerId), lt(dutyRoster.fromAt, until), gt(dutyRoster.untilAt, from)))
    .orderBy(asc(dutyRoster.fromAt));
}

/** The unit's turns that begin in [from, until). */
export async function turnsBeginningIn(tx: Tx, unitId: number, from: Date, until: Date): Promise<DutyTurn[]> {
  return tx
    .select()
    .from(dutyRoster)
    .where(and(eq(dutyRoster.unitId, unitId), gte(dutyRoster.fromAt, from), lt(dutyRoster.fromAt, until)))
    .orderBy(asc(dutyRoster.fromAt), asc(dutyRoster.id));
}

export interface Page {
  afterId: number;
  limit: number;
}

/** One page by id of the turns that share an instant with the window, with the officer's name. */
export async function dutyTurns(db: Db | Tx, window: Window & { unitId?: number | undefined }, page: Page) {
  return db
    .select({ turn: dutyRoster, officerName: officers.name })
    .from(dutyRoster)
    .innerJoin(officers, eq(officers.id, dutyRoster.officerId))
    .where(
      and(
        window.unitId === undefined ? undefined : eq(dutyRoster.unitId, window.unitId),
        ...within(dutyRoster, window),
        gt(dutyRoster.id, page.afterId),
      ),
    )
    .orderBy(asc(dutyRoster.id))
    .limit(page.limit);
}

export async function absenceById(tx: Tx, id: number): Promise<Absence | null> {
  const [row] = await tx.select().from(absences).where(eq(absences.id, id)).for('update');
  return row ?? null;
}

export async function insertAbsence(tx: Tx, row: Omit<Absence, 'id'>): Promise<number> {
  return idOf(await tx.insert(absences).values(row).returning({ id: absences.id }));
}

export async function saveAbsence(tx: Tx, id: number, change: Partial<Omit<Absence, 'id'>>): Promise<void> {
  await tx.update(absences).set(change).where(eq(absences.id, id));
}

export async function deleteAbsence(tx: Tx, id: number): Promise<void> {
  await tx.delete(absences).where(eq(absences.id, id));
}

/** The officer's absences that share an instant with [from, until). */
export async function absencesOfOfficer(tx: Tx, officerId: number, from: Date, until: Date): Promise<Absence[]> {
  return tx
    .select()
    .from(absences)
    .where(and(eq(absences.officerId, officerId), lt(absences.fromAt, until), gt(absences.untilAt, from)))
    .orderBy(asc(absences.fromAt));
}

/** One page by id of the absences that share an instant with the window, with the officer's name. */
export async function absencesIn(db: Db | Tx, window: Window & { officerId?: number | undefined }, page: Page) {
  return db
    .select({ absence: absences, officerName: officers.name })
    .from(absences)
    .innerJoin(officers, eq(officers.id, absences.officerId))
    .where(
      and(
        window.officerId === undefined ? undefined : eq(absences.officerId, window.officerId),
        ...within(absences, window),
        gt(absences.id, page.afterId),
      ),
    )
    .orderBy(asc(absences.id))
    .limit(page.limit);
}

interface Window {
  from: Date;
  /** Null: everything from there on. */
  until: Date | null;
}

function within(table: typeof dutyRoster | typeof absences, { from, until }: Window): (SQL | undefined)[] {
  return [gt(table.untilAt, from), until === null ? undefined : lt(table.fromAt, until)];
}

function idOf(rows: readonly { id: number }[]): number {
  const [row] = rows;
  if (row === undefined) throw new Error('The row was not stored');
  return row.id;
}
