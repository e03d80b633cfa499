import { eq } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { caseRatings } from './schema/ratings.ts';

export type CaseRatingRow = typeof caseRatings.$inferSelect;

/** Notes that the enterprise is asked about the handling of a case. False when it was asked before. */
export async function claimCaseQuestion(tx: Tx, caseId: number, at: Date): Promise<boolean> {
  const rows = await tx
    .insert(caseRatings)
    .values({ caseId, askedAt: at })
    .onConflictDoNothing()
    .returning({ caseId: caseRatings.caseId });
  return rows.length > 0;
}

/** How the handling was rated, or that it was asked; null where nobody asked. */
export async function caseRating(tx: Tx | Db, caseId: number): Promise<CaseRatingRow | null> {
  const [row] = await tx.select().from(caseRatings).where(eq(caseRatings.caseId, caseId));
  return row ?? null;
}

export async function saveCaseRating(
  tx: Tx,
  caseId: number,
  change: Partial<Omit<CaseRatingRow, 'caseId' | 'askedAt'>>,
): Promise<void> {
  await tx.update(caseRatings).set(change).where(eq(caseRatings.caseId, caseId));
}
