import { asc, gt, or, sql } from 'drizzle-orm';
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

/** Notes that the open cases of a chat look different: how they can be answered has changed. */
export async function noteCasesOfChat(tx: Tx, conversationId: number, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into live_changes (topic, case_id, conversation_id, at)
    select 'case', id, conversation_id, ${at.toISOString()}::timestamptz from cases
    where conversation_id = ${conversationId} and state not in ('closed', 'merged')`);
}

// Two transactions may take their ids in one order and commit in the other, so a reader looks back a little and drops
// what it has seen. A change only says "look again", so a page that hears one twice loses nothing.
export const lookBack = 400;

/** Changes after `id`, and those of `missing`, smaller numbers that were not there before. */
export async function changesAfter(
  db: Db,
  id: number,
  missing: readonly number[],
  limit: number,
): Promise<LiveChange[]> {
  return db
    .select()
    .from(liveChanges)
    .where(or(gt(liveChanges.id, id), sql`${liveChanges.id} = any(${sql.param([...missing])}::bigint[])`))
    .orderBy(asc(liveChanges.id))
    .limit(limit);
}

/** Changes after `id`, and a few before it that may have been committed late. */
export async function changesSince(db: Db, id: number, limit: number): Promise<LiveChange[]> {
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
