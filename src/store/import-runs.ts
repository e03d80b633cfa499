import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { importRuns } from './schema/registry.ts';

export async function startImportRun(tx: Tx | Db, row: Omit<typeof importRuns.$inferInsert, 'id'>): Promise<number> {
  const [stored] = await tx.insert(importRuns).values(row).returning({ id: importRuns.id });
  if (stored === undefined) throw new Error('The run was not stored');
  return stored.id;
}

export async function finishImportRun(
  tx: Tx,
  id: number,
  result: Pick<typeof importRuns.$inferSelect, 'read' | 'added' | 'changed' | 'unchanged' | 'rejected'> & {
    finishedAt: Date;
  },
): Promise<void> {
  await tx.update(importRuns).set(result).where(eq(importRuns.id, id));
}

/**
 * Lets the transaction end before the disk has it. What a power failure takes is then a last part of the import, as if it had
 * stopped a moment earlier; whatever is committed afterwards by anybody brings this to the disk first.
 */
export async function endWithoutWaiting(tx: Tx): Promise<void> {
  await tx.execute(sql`set local synchronous_commit to off`);
}
