import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { alerts, caseExclusions } from './schema/cases.ts';
import { outbox } from './schema/conversations.ts';
import { officers } from './schema/organisation.ts';

/** Keeps an officer away from a case; false when that was so before. What still waits to go to the officer's chat goes nowhere. */
export async function insertExclusion(
  tx: Tx,
  exclusion: { caseId: number; officerId: number; because: string },
): Promise<boolean> {
  const inserted = await tx.insert(caseExclusions).values(exclusion).onConflictDoNothing().returning();
  const { caseId, officerId } = exclusion;
  await tx.delete(outbox).where(
    sql`${outbox.state} = 'queued' and ${outbox.messageId} in (
      select ${alerts.messageId} from ${alerts} where ${alerts.caseId} = ${caseId} and ${alerts.officerId} = ${officerId})`,
  );
  return inserted.length > 0;
}

/** Lets an officer back in; false when nobody kept the officer away. */
export async function deleteExclusion(tx: Tx, caseId: number, officerId: number): Promise<boolean> {
  const deleted = await tx
    .delete(caseExclusions)
    .where(and(eq(caseExclusions.caseId, caseId), eq(caseExclusions.officerId, officerId)))
    .returning();
  return deleted.length > 0;
}

/** Who is kept away from a case, and why. Itself a secret: only for those who decide about exclusions. */
export async function exclusionsOf(tx: Tx | Db, caseId: number) {
  return tx
    .select({
      officerId: caseExclusions.officerId,
      name: officers.name,
      title: officers.title,
      because: caseExclusions.because,
    })
    .from(caseExclusions)
    .innerJoin(officers, eq(officers.id, caseExclusions.officerId))
    .where(eq(caseExclusions.caseId, caseId))
    .orderBy(asc(officers.name), asc(officers.id));
}
