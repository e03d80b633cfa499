import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { fold } from '../rules/identity/fold.ts';
import type { Role } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { caseExclusions, cases } from './schema/cases.ts';
import { absences, dutyRoster, officeCodes, officerChats, officers, units } from './schema/organisation.ts';

export type Officer = typeof officers.$inferSelect;
export type Unit = typeof units.$inferSelect;

export async function officerById(tx: Tx | Db, id: number): Promise<(Officer & { unitName: string }) | null> {
  const [row] = await tx
    .select({ officer: officers, unitName: units.name })
    .from(officers)
    .innerJoin(units, eq(units.id, officers.unitId))
    .where(eq(officers.id, id));
  return row === undefined ? null : { ...row.officer, unitName: row.unitName };
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
  const [row] = await tx.select().from(units).where(eq(units.id, id));
  if (row === undefined) throw new Error(`Unit ${id} is not stored`);
  return row;
}

export async function unitIdByCode(tx: Tx, code: string): Promise<number | null> {
  const [row] = await tx.select({ id: units.id }).from(units).where(eq(units.code, code));
  return row?.id ?? null;
}

/** The top of the tree. Fails on an empty organisation: nothing can be routed without one. */
export async function rootUnit(tx: Tx | Db): Promise<Unit> {
  const [row] = await tx.select().from(units).where(isNull(units.parentId)).orderBy(asc(units.id)).limit(1);
  if (row === undefined) throw new Error('The organisation has no units yet: import one or run the demonstration');
  return row;
}

export async function officeByCode(tx: Tx | Db, code: string): Promise<typeof officeCodes.$inferSelect | null> {
  const [row] = await tx.select().from(officeCodes).where(eq(officeCodes.code, code));
  return row ?? null;
}

/** The unit and everything below it. */
export async function unitsBelow(tx: Tx | Db, unitId: number): Promise<Set<number>> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive tree as (
      select id from units where id = ${unitId}
      union all
      select units.id from units join tree on units.parent_id = tree.id
    )
    select id from tree`);
  return new Set(rows.map((row) => Number(row.id)));
}

export interface CandidateRow {
  officerId: number;
  isOnDuty: boolean;
  isAbsent: boolean;
  isExcluded: boolean;
  openCases: number;
  lastAssignedAt: Date | null;
}

/** Those who could take a case in the unit, with their load at this moment. Managers lead, they are not dealt cases. */
export async function candidatesIn(
  tx: Tx,
  unitId: number,
  role: Role,
  at: Date,
  excluded: ReadonlySet<number>,
): Promise<CandidateRow[]> {
  const members = await tx
    .select({ id: officers.id })
    .from(officers)
    .where(and(eq(officers.unitId, unitId), eq(officers.active, true), eq(officers.role, role)));
  const ids = members.map(({ id }) => id);
  if (ids.length === 0) return [];
  const onDuty = await tx
    .select({ id: dutyRoster.officerId })
    .from(dutyRoster)
    .where(and(eq(dutyRoster.unitId, unitId), lte(dutyRoster.fromAt, at), gt(dutyRoster.untilAt, at)));
  const away = await absentAt(tx, ids, at);
  const load = await tx
    .select({
      id: cases.assigneeId,
      open: sql<number>`count(*) filter (where ${cases.state} not in ('closed', 'merged'))::int`,
      last: sql<string | null>`max(${cases.openedAt})`,
    })
    .from(cases)
    .where(inArray(cases.assigneeId, ids))
    .groupBy(cases.assigneeId);
  const dutyIds = new Set(onDuty.map(({ id }) => id));
  return ids.map((officerId) => {
    const own = load.find(({ id }) => id === officerId);
    return {
      officerId,
      isOnDuty: dutyIds.has(officerId),
      isAbsent: away.has(officerId),
      isExcluded: excluded.has(officerId),
      openCases: own?.open ?? 0,
      lastAssignedAt: own?.last == null ? null : new Date(own.last),
    };
  });
}

/** Who of `officerIds` is away at `at`, with the substitute. */
export async function absentAt(tx: Tx, officerIds: readonly number[], at: Date): Promise<Map<number, number | null>> {
  if (officerIds.length === 0) return new Map();
  const rows = await tx
    .select({ officerId: absences.officerId, substituteId: absences.substituteId })
    .from(absences)
    .where(and(inArray(absences.officerId, [...officerIds]), lte(absences.fromAt, at), gt(absences.untilAt, at)));
  return new Map(rows.map((row) => [row.officerId, row.substituteId]));
}

/** Those who hold one of `roles` in the unit. */
export async function holdersIn(tx: Tx, unitId: number, roles: readonly Role[]): Promise<number[]> {
  const rows = await tx
    .select({ id: officers.id })
    .from(officers)
    .where(and(eq(officers.unitId, unitId), eq(officers.active, true), inArray(officers.role, [...roles])))
    .orderBy(asc(officers.id));
  return rows.map(({ id }) => id);
}

export async function excludedFrom(tx: Tx | Db, caseId: number): Promise<Set<number>> {
  const rows = await tx
    .select({ id: caseExclusions.officerId })
    .from(caseExclusions)
    .where(eq(caseExclusions.caseId, caseId));
  return new Set(rows.map(({ id }) => id));
}

/** The officer's linked chats, newest first. */
export async function linkedChats(tx: Tx | Db, officerId: number): Promise<number[]> {
  const rows = await tx
    .select({ conversationId: officerChats.conversationId })
    .from(officerChats)
    .where(and(eq(officerChats.officerId, officerId), isNull(officerChats.unlinkedAt)))
    .orderBy(sql`${officerChats.linkedAt} desc`);
  return rows.map((row) => row.conversationId);
}

/** A unit in which somebody holds `role`; null when nobody does. */
export async function unitWithRole(tx: Tx, role: Role): Promise<number | null> {
  const [row] = await tx
    .select({ unitId: officers.unitId })
    .from(officers)
    .where(and(eq(officers.role, role), eq(officers.active, true)))
    .orderBy(asc(officers.id))
    .limit(1);
  return row?.unitId ?? null;
}

/** Officers whose full name stands in the text, with or without diacritics; namesakes included, to be on the safe side. */
export async function officersNamedIn(tx: Tx, text: string): Promise<number[]> {
  const folded = fold(text);
  const rows = await tx.select({ id: officers.id, name: officers.name }).from(officers);
  return rows.filter(({ name }) => folded.includes(fold(name))).map(({ id }) => id);
}

export async function officerByEmail(tx: Tx | Db, email: string): Promise<Officer | null> {
  const [row] = await tx.select().from(officers).where(eq(officers.email, email));
  return row ?? null;
}
