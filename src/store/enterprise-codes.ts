import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { contacts } from './schema/enterprises.ts';
import { enterpriseCodes } from './schema/linking.ts';

export type EnterpriseCodeRow = typeof enterpriseCodes.$inferSelect;

export async function insertEnterpriseCodes(
  tx: Tx,
  rows: readonly Omit<typeof enterpriseCodes.$inferInsert, 'id'>[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const inserted = await tx
    .insert(enterpriseCodes)
    .values([...rows])
    .returning({ id: enterpriseCodes.id });
  return inserted.map(({ id }) => id);
}

/** The code if it is good at `at`, locked; null when it is unknown, used, expired or revoked, and nobody is told which. */
export async function lockGoodCode(tx: Tx, codeHash: string, at: Date): Promise<EnterpriseCodeRow | null> {
  const [row] = await tx
    .select()
    .from(enterpriseCodes)
    .where(
      and(
        eq(enterpriseCodes.codeHash, codeHash),
        isNull(enterpriseCodes.usedAt),
        isNull(enterpriseCodes.revokedAt),
        gt(enterpriseCodes.expiresAt, at),
      ),
    )
    .for('update');
  return row ?? null;
}

export async function lockEnterpriseCode(tx: Tx, id: number): Promise<EnterpriseCodeRow | null> {
  const [row] = await tx.select().from(enterpriseCodes).where(eq(enterpriseCodes.id, id)).for('update');
  return row ?? null;
}

export async function saveEnterpriseCode(
  tx: Tx,
  id: number,
  change: Partial<Pick<EnterpriseCodeRow, 'usedAt' | 'usedByContactId' | 'revokedAt'>>,
): Promise<void> {
  await tx.update(enterpriseCodes).set(change).where(eq(enterpriseCodes.id, id));
}

/** The codes ever made for an enterprise, the newest first, with the name of whoever used one. */
export async function codesOfEnterprise(
  db: Db | Tx,
  enterpriseId: number,
): Promise<(EnterpriseCodeRow & { usedByName: string | null })[]> {
  const rows = await db
    .select({ code: enterpriseCodes, usedByName: contacts.name })
    .from(enterpriseCodes)
    .leftJoin(contacts, eq(contacts.id, enterpriseCodes.usedByContactId))
    .where(eq(enterpriseCodes.enterpriseId, enterpriseId))
    .orderBy(desc(enterpriseCodes.id))
    .limit(200);
  return rows.map(({ code, usedByName }) => ({ ...code, usedByName }));
}
