import { and, asc, eq, sql } from 'drizzle-orm';
import type { Span } from '../rules/organisation/spans.ts';
import type { Db, Tx } from './database.ts';
import { officeCodes, policies, responsibilityRules, units } from './schema/organisation.ts';
import { unitVersions } from './schema/organisation-history.ts';

export interface UnitVersion extends Span {
  unitId: number;
  parentId: number | null;
  name: string;
  shortName: string;
}

export interface UnitHistory {
  id: number;
  code: string;
  present: Omit<UnitVersion, 'unitId'>;
  /** Oldest first, never empty. */
  versions: [UnitVersion, ...UnitVersion[]];
}

const organisationLock = 0x4d4b;

/** Makes those who change the organisation take turns until the transaction ends: what one checks, no other changes. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${organisationLock})`);
}

/** Every unit there ever was or will be, by id. A unit that never changed has its present row as its only version. */
export async function unitHistories(tx: Tx | Db): Promise<UnitHistory[]> {
  const rows = await tx.select().from(units).orderBy(asc(units.id));
  const stored = await tx.select().from(unitVersions).orderBy(asc(unitVersions.unitId), asc(unitVersions.validFrom));
  const byUnit = Map.groupBy(stored, ({ unitId }) => unitId);
  return rows.map(({ id, code, ...present }) => {
    const [first = { ...present, unitId: id }, ...later] = (byUnit.get(id) ?? []).map(
      ({ id: _, ...version }) => version,
    );
    return { id, code, present, versions: [first, ...later] };
  });
}

/** Writes versions of a unit; one that begins on a day on which another began takes its place. */
export async function saveUnitVersions(tx: Tx, versions: readonly UnitVersion[]): Promise<void> {
  for (const version of versions) {
    const { unitId: _, validFrom: __, ...change } = version;
    await tx
      .insert(unitVersions)
      .values(version)
      .onConflictDoUpdate({ target: [unitVersions.unitId, unitVersions.validFrom], set: change });
  }
}

export async function savePresentUnit(
  tx: Tx,
  id: number,
  change: Partial<Omit<typeof units.$inferInsert, 'id' | 'code'>>,
): Promise<void> {
  await tx.update(units).set(change).where(eq(units.id, id));
}

export async function saveUnitCode(tx: Tx, id: number, code: string): Promise<void> {
  await tx.update(units).set({ code }).where(eq(units.id, id));
}

/** Names of those who hold a post in the unit on `date` or begin one later. */
export async function holdersFrom(tx: Tx, unitId: number, date: string): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select o.name from officers o where o.unit_id = ${unitId} and o.active
      and not exists (select 1 from officer_posts p where p.officer_id = o.id)
    union
    select o.name from officers o join officer_posts p on p.officer_id = o.id
      where p.unit_id = ${unitId} and (p.valid_to is null or p.valid_to > ${date})
    order by name`);
  return rows.map(({ name }) => name);
}

/** Codes of the customs offices for which the unit answers. */
export async function officesOf(tx: Tx, unitId: number): Promise<string[]> {
  const rows = await tx.select({ code: officeCodes.code }).from(officeCodes).where(eq(officeCodes.unitId, unitId));
  return rows.map(({ code }) => code);
}

export async function offices(tx: Tx | Db) {
  return tx.select().from(officeCodes).orderBy(asc(officeCodes.code));
}

export async function saveOffice(tx: Tx, code: string, unitId: number): Promise<void> {
  await tx.update(officeCodes).set({ unitId }).where(eq(officeCodes.code, code));
}

/** Ids of the responsibility rules that send cases to the unit on `date` or later. */
export async function rulesNaming(tx: Tx, unitId: number, date: string): Promise<number[]> {
  const rows = await tx
    .select({ id: responsibilityRules.id })
    .from(responsibilityRules)
    .where(
      and(
        eq(responsibilityRules.unitId, unitId),
        sql`(${responsibilityRules.validTo} is null or ${responsibilityRules.validTo} > ${date})`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Names of the policies, in force on `date` or later, in which the unit answers at a level. */
export async function policiesNaming(tx: Tx, code: string, date: string): Promise<string[]> {
  const rows = await tx
    .select({ definition: policies.definition })
    .from(policies)
    .where(sql`(${policies.validTo} is null or ${policies.validTo} > ${date})`);
  return rows
    .filter(({ definition }) =>
      Object.values(definition.answerers).some((answerer) => answerer.unit === 'named' && answerer.code === code),
    )
    .map(({ definition }) => definition.name);
}
