import { desc, eq } from 'drizzle-orm';
import type { Break } from '../rules/audit/breaks.ts';
import type { Actor } from '../rules/case/words.ts';
import type { Db, Tx } from './database.ts';
import { auditChecks } from './schema/audit-checks.ts';

export type AuditCheckRow = typeof auditChecks.$inferSelect;

/** The newest check that somebody asked for; null before the first. */
export async function latestCheck(db: Db | Tx): Promise<AuditCheckRow | null> {
  const [row] = await db.select().from(auditChecks).orderBy(desc(auditChecks.id)).limit(1);
  return row ?? null;
}

/** The check that ended at this instant, as the ledger of the audit says of one; null where it was not asked for here. */
export async function checkEndedAt(db: Db | Tx, at: Date): Promise<AuditCheckRow | null> {
  const [row] = await db.select().from(auditChecks).where(eq(auditChecks.finishedAt, at)).limit(1);
  return row ?? null;
}

export async function checkById(db: Db | Tx, id: number): Promise<AuditCheckRow | null> {
  const [row] = await db.select().from(auditChecks).where(eq(auditChecks.id, id));
  return row ?? null;
}

/** Notes that a check was asked for; null where one is under way. */
export async function insertCheck(tx: Tx, askedBy: Actor, askedAt: Date): Promise<AuditCheckRow | null> {
  const [row] = await tx.insert(auditChecks).values({ askedBy, askedAt }).onConflictDoNothing().returning();
  return row ?? null;
}

export async function noteProgress(db: Db, id: number, progress: { done: number; all: number }): Promise<void> {
  await db.update(auditChecks).set(progress).where(eq(auditChecks.id, id));
}

export async function finishCheck(
  tx: Tx,
  id: number,
  result: { done: number; all: number; finishedAt: Date; breakCount: number; breaks: Break[] },
): Promise<void> {
  await tx.update(auditChecks).set(result).where(eq(auditChecks.id, id));
}
