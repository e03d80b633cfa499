import { and, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { type RetentionRule, type RetentionSubject, retentionDefaults } from '../rules/privacy/retention.ts';
import type { Db, Tx } from './database.ts';
import { retentionRules, retentionRuns } from './schema/privacy.ts';

export type RetentionRuleRow = typeof retentionRules.$inferSelect;

/** The periods that count at `at`: what administrators set, else what is shipped. */
export async function retentionInForce(tx: Tx | Db, at: Date): Promise<RetentionRule[]> {
  const rows = await tx
    .select()
    .from(retentionRules)
    .where(and(lte(retentionRules.validFrom, at), isNotNull(retentionRules.approvedAt)))
    .orderBy(desc(retentionRules.validFrom), desc(retentionRules.id));
  return retentionDefaults.map((shipped) => {
    const own = rows.find(({ what }) => what === shipped.what);
    return own === undefined ? shipped : { what: own.what, days: own.days, basis: own.basis };
  });
}

/** Every version, the newest first. */
export async function retentionHistory(db: Db | Tx): Promise<RetentionRuleRow[]> {
  return db.select().from(retentionRules).orderBy(desc(retentionRules.id)).limit(200);
}

export async function insertRetentionRule(
  tx: Tx,
  row: Omit<typeof retentionRules.$inferInsert, 'id'>,
): Promise<number> {
  const [inserted] = await tx.insert(retentionRules).values(row).returning({ id: retentionRules.id });
  if (inserted === undefined) throw new Error('The period was not stored');
  return inserted.id;
}

/** A version that waits for a second person, locked. */
export async function lockRetentionProposal(tx: Tx, id: number): Promise<RetentionRuleRow | null> {
  const [row] = await tx.select().from(retentionRules).where(eq(retentionRules.id, id)).for('update');
  return row ?? null;
}

export async function saveRetentionRule(
  tx: Tx,
  id: number,
  change: Partial<Omit<RetentionRuleRow, 'id'>>,
): Promise<void> {
  await tx.update(retentionRules).set(change).where(eq(retentionRules.id, id));
}

/** Whether somebody has proposed another period for it that nobody has decided about. */
export async function hasPendingProposal(tx: Tx, what: RetentionSubject): Promise<boolean> {
  const [row] = await tx
    .select({ id: retentionRules.id })
    .from(retentionRules)
    .where(and(eq(retentionRules.what, what), isNull(retentionRules.approvedAt), isNull(retentionRules.withdrawnAt)))
    .limit(1);
  return row !== undefined;
}

export async function beginRetentionRun(tx: Tx, startedAt: Date): Promise<number> {
  const [row] = await tx.insert(retentionRuns).values({ startedAt, counts: {} }).returning({ id: retentionRuns.id });
  if (row === undefined) throw new Error('The run was not stored');
  return row.id;
}

export async function endRetentionRun(
  tx: Tx,
  id: number,
  { finishedAt, counts }: { finishedAt: Date; counts: Partial<Record<RetentionSubject, number>> },
): Promise<void> {
  await tx.update(retentionRuns).set({ finishedAt, counts }).where(eq(retentionRuns.id, id));
}

/** The newest runs, and what each deleted. */
export async function retentionRunsDone(db: Db | Tx, limit: number) {
  return db.select().from(retentionRuns).orderBy(desc(retentionRuns.id)).limit(limit);
}
