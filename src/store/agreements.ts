import { eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { agreements } from './schema/registry.ts';

export type AgreementRow = typeof agreements.$inferSelect;
export type NewAgreementRow = Omit<typeof agreements.$inferInsert, 'id'>;

export async function agreementsOf(tx: Tx | Db, enterpriseIds: readonly number[]): Promise<AgreementRow[]> {
  if (enterpriseIds.length === 0) return [];
  return tx
    .select()
    .from(agreements)
    .where(inArray(agreements.enterpriseId, [...enterpriseIds]));
}

export async function insertAgreements(tx: Tx, rows: readonly NewAgreementRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(agreements).values([...rows]);
}

export async function changeAgreement(
  tx: Tx,
  id: number,
  change: Partial<NewAgreementRow> & { updatedAt: Date },
): Promise<void> {
  await tx.update(agreements).set(change).where(eq(agreements.id, id));
}
