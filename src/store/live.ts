import { asc, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { workingSetOf } from './in-transaction.ts';
import { liveChanges } from './schema/live.ts';

export type LiveChange = typeof liveChanges.$inferSelect;

/** Several changes of one thing in one transaction are one: a page looks again only once. */
export async function noteChange(tx: Tx, change: Omit<typeof liveChanges.$inferInsert, 'id'>): Promise<void> {
  const working = workingSetOf(tx);
  const { topic, caseId, conversationId, officerId } = change;
  await working.remember(`live ${topic} ${caseId} ${conversationId} ${officerId}`, [], async () =>
    working.insert(liveChanges, change),
  );
}

// Two transactions may take their ids in one order and commit in the other, so a reader looks back a little and drops
// what it has seen. A change only says "look again", so a page that hears one twice loses nothing.
const lookBack = 400;

/** Changes after `id`, and a few before it that may have been committed late. */
export async function changesSince(db: Db, id: number, limit = 2000): Promise<LiveChange[]> {
  return db
    .select()
    .from(liveChanges)
    .where(gt(liveChanges.id, id - lookBack))
    .orderBy(asc(liveChanges.id))
    .limit(limit);
}

export async function latestChangeId(db: Db): Promise<number> {
  const [row] = await db.select({ id: sql<number>`coalesce(max(${liveChanges.id}), 0)::int` }).from(liveChanges);
  return row?.id ?? 0;
}
