import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { associationMembers, associations, coordinationRegulations } from './schema/registry.ts';

export type AssociationRow = typeof associations.$inferSelect;

/** The association with this code or, where none is given, this name; capitals do not matter. */
export async function associationNamed(
  tx: Tx | Db,
  { code, name }: { code: string | null; name: string },
): Promise<AssociationRow | null> {
  const hasCode = sql`lower(${associations.code}) = ${(code ?? name).toLowerCase()}`;
  const [row] = await tx
    .select()
    .from(associations)
    .where(or(hasCode, sql`lower(${associations.name}) = ${name.toLowerCase()}`))
    .orderBy(desc(hasCode), associations.id)
    .limit(1);
  return row ?? null;
}

export async function insertAssociation(tx: Tx, row: Omit<typeof associations.$inferInsert, 'id'>): Promise<number> {
  const [stored] = await tx.insert(associations).values(row).returning({ id: associations.id });
  if (stored === undefined) throw new Error('The association was not stored');
  return stored.id;
}

export async function changeAssociation(
  tx: Tx,
  id: number,
  change: { code?: string; name?: string; updatedAt: Date },
): Promise<void> {
  await tx.update(associations).set(change).where(eq(associations.id, id));
}

/** Enters a regulation, or the day it was signed on. False when it stands there already. */
export async function saveRegulation(
  tx: Tx,
  row: { associationId: number; number: string; signedOn: string },
): Promise<boolean> {
  const stored = await tx
    .insert(coordinationRegulations)
    .values(row)
    .onConflictDoUpdate({
      target: [coordinationRegulations.associationId, coordinationRegulations.number],
      set: { signedOn: row.signedOn },
      setWhere: sql`${coordinationRegulations.signedOn} <> ${row.signedOn}`,
    })
    .returning({ id: coordinationRegulations.id });
  return stored.length > 0;
}

/** Enterprises that are members on `day`. */
export async function membersOn(tx: Tx | Db, associationId: number, day: string): Promise<number[]> {
  const { validUntil } = associationMembers;
  const rows = await tx
    .select({ id: associationMembers.enterpriseId })
    .from(associationMembers)
    .where(and(eq(associationMembers.associationId, associationId), or(isNull(validUntil), gt(validUntil, day))));
  return rows.map(({ id }) => id);
}

/** Members from `day` on, also those who left on that very day. */
export async function addMembers(tx: Tx, associationId: number, ids: readonly number[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insert(associationMembers)
    .values(ids.map((enterpriseId) => ({ associationId, enterpriseId, validFrom: day })))
    .onConflictDoUpdate({
      target: [associationMembers.associationId, associationMembers.enterpriseId, associationMembers.validFrom],
      set: { validUntil: null },
    });
}

/** From `day` on they are members no more. */
export async function endMembers(tx: Tx, associationId: number, ids: readonly number[], day: string): Promise<void> {
  if (ids.length === 0) return;
  const { validUntil } = associationMembers;
  await tx
    .update(associationMembers)
    .set({ validUntil: day })
    .where(
      and(
        eq(associationMembers.associationId, associationId),
        inArray(associationMembers.enterpriseId, [...ids]),
        or(isNull(validUntil), gt(validUntil, day)),
      ),
    );
}
