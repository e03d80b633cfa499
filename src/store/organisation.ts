import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Role } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { remember, workingSetOf } from './in-transaction.ts';
import { caseExclusions } from './schema/cases.ts';
import { absences, officeCodes, officerChats, officers, units } from './schema/organisation.ts';

export type Officer = typeof officers.$inferSelect;
export type Unit = typeof units.$inferSelect;

export async function officerById(tx: Tx | Db, id: number): Promise<(Officer & { unitName: string }) | null> {
  return remember(tx, `officer ${id}`, ['officers', 'units'], async () => {
    const [row] = await tx
      .select({ officer: officers, unitName: units.name })
      .from(officers)
      .innerJoin(units, eq(units.id, officers.unitId))
      .where(eq(officers.id, id));
    return row === undefined ? null : { ...row.officer, unitName: row.unitName };
  });
}

export async function activeOfficers(tx: Tx | Db): Promise<(Officer & { unitName: string })[]> {
  const rows = await tx
    .select({ officer: officers, unitName: units.shortName })
    .from(officers)
    .innerJoin(units, eq(units.id, officers.unitId))
    .where(eq(officers.active, true))
    .orderBy(asc(officers.name));
  return rows.map((row) => ({ ...row.officer, unitName: row.unitName }));
}

export async function unitById(tx: Tx | Db, id: number): Promise<Unit> {
  return remember(tx, `unit ${id}`, ['units'], async () => {
    const [row] = await tx.select().from(units).where(eq(units.id, id));
    if (row === undefined) throw new Error(`Unit ${id} is not stored`);
    return row;
  });
}

/** The unit, if there is one of this id on the day. */
export async function findUnit(tx: Tx | Db, id: number, today: string): Promise<Unit | null> {
  const [row] = await tx
    .select()
    .from(units)
    .where(and(eq(units.id, id), lte(units.validFrom, today), or(isNull(units.validTo), gt(units.validTo, today))));
  return row ?? null;
}

/** Every unit there is on the day, by name. */
export async function unitsOn(db: Tx | Db, today: string): Promise<Unit[]> {
  return db
    .select()
    .from(units)
    .where(and(lte(units.validFrom, today), or(isNull(units.validTo), gt(units.validTo, today))))
    .orderBy(asc(units.name));
}

export async function unitIdByCode(tx: Tx, code: string): Promise<number | null> {
  return remember(tx, `unit of code ${code}`, ['units'], async () => {
    const [row] = await tx.select({ id: units.id }).from(units).where(eq(units.code, code));
    return row?.id ?? null;
  });
}

/** The top of the tree; null on an installation that has no units yet. */
export async function topUnit(tx: Tx | Db): Promise<Unit | null> {
  return remember(tx, 'root unit', ['units'], async () => {
    const [row] = await tx.select().from(units).where(isNull(units.parentId)).orderBy(asc(units.id)).limit(1);
    return row ?? null;
  });
}

/** The top of the tree. Fails on an empty organisation: nothing can be routed without one. */
export async function rootUnit(tx: Tx | Db): Promise<Unit> {
  const unit = await topUnit(tx);
  if (unit === null) throw new Error('The organisation has no units yet: import one or run the demonstration');
  return unit;
}

export async function officeByCode(tx: Tx | Db, code: string): Promise<typeof officeCodes.$inferSelect | null> {
  return remember(tx, `office ${code}`, ['office_codes'], async () => {
    const [row] = await tx.select().from(officeCodes).where(eq(officeCodes.code, code));
    return row ?? null;
  });
}

/** The unit and everything below it. */
export async function unitsBelow(tx: Tx | Db, unitId: number): Promise<Set<number>> {
  return remember(tx, `units below ${unitId}`, ['units'], async () => {
    const rows = await tx.execute<{ id: string }>(sql`
      with recursive tree as (
        select id from units where id = ${unitId}
        union all
        select units.id from units join tree on units.parent_id = tree.id
      )
      select id from tree`);
    return new Set(rows.map((row) => Number(row.id)));
  });
}

/** Who of `officerIds` is away at `at`, with the substitute. */
export async function absentAt(
  tx: Tx | Db,
  officerIds: readonly number[],
  at: Date,
): Promise<ReadonlyMap<number, number | null>> {
  if (officerIds.length === 0) return new Map();
  return remember(tx, `absent ${at.getTime()} ${officerIds.join()}`, ['absences'], async () => {
    const rows = await tx
      .select({ officerId: absences.officerId, substituteId: absences.substituteId })
      .from(absences)
      .where(and(inArray(absences.officerId, [...officerIds]), lte(absences.fromAt, at), gt(absences.untilAt, at)));
    return new Map(rows.map((row) => [row.officerId, row.substituteId]));
  });
}

/** Those who hold one of `roles` in the unit. */
export async function holdersIn(tx: Tx, unitId: number, roles: readonly Role[]): Promise<number[]> {
  return remember(tx, `holders ${unitId} ${roles.join()}`, ['officers'], async () => {
    const rows = await tx
      .select({ id: officers.id })
      .from(officers)
      .where(and(eq(officers.unitId, unitId), eq(officers.active, true), inArray(officers.role, [...roles])))
      .orderBy(asc(officers.id));
    return rows.map(({ id }) => id);
  });
}

const excludedKey = (caseId: number) => `excluded ${caseId}`;

export async function excludedFrom(tx: Tx | Db, caseId: number): Promise<ReadonlySet<number>> {
  return remember(tx, excludedKey(caseId), ['case_exclusions'], async () => {
    const rows = await tx
      .select({ id: caseExclusions.officerId })
      .from(caseExclusions)
      .where(eq(caseExclusions.caseId, caseId));
    return new Set(rows.map(({ id }) => id));
  });
}

/** Notes what `excludedFrom` would read. */
export function knowExcluded(tx: Tx, caseId: number, officerIds: readonly number[]): void {
  workingSetOf(tx).know(excludedKey(caseId), ['case_exclusions'], new Set(officerIds));
}

/** The officer's linked chats, newest first. */
export async function linkedChats(tx: Tx | Db, officerId: number): Promise<number[]> {
  return remember(tx, `chats of ${officerId}`, ['officer_chats'], async () => {
    const rows = await tx
      .select({ conversationId: officerChats.conversationId })
      .from(officerChats)
      .where(and(eq(officerChats.officerId, officerId), isNull(officerChats.unlinkedAt)))
      .orderBy(sql`${officerChats.linkedAt} desc`);
    return rows.map((row) => row.conversationId);
  });
}

export async function officerByEmail(tx: Tx | Db, email: string): Promise<Officer | null> {
  const [row] = await tx.select().from(officers).where(eq(officers.email, email));
  return row ?? null;
}
