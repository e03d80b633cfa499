import { and, asc, eq, lt, lte } from 'drizzle-orm';
import { doubtChecksAllowed } from '../rules/delivery/doubt.ts';
import type { Db, Tx } from './database.ts';
import type { OutboxRow } from './outbox.ts';
import { outbox } from './schema/conversations.ts';

/** Messages whose sender did not come back in time. */
export async function leasesEnded(db: Db, now: Date, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'sending'), lte(outbox.leasedUntil, now)))
    .orderBy(asc(outbox.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Messages in doubt about which the platform is to be asked by `now`. */
export async function doubtsDue(db: Db, now: Date, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'unknown'), lt(outbox.doubtChecks, doubtChecksAllowed), lte(outbox.dueAt, now)))
    .orderBy(asc(outbox.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Changes a message that is in doubt as it was after `doubtChecks` questions; false when it no longer is. */
export async function changeDoubted(
  db: Db | Tx,
  { id, doubtChecks }: Pick<OutboxRow, 'id' | 'doubtChecks'>,
  change: Partial<typeof outbox.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, id), eq(outbox.state, 'unknown'), eq(outbox.doubtChecks, doubtChecks)))
    .returning({ id: outbox.id });
  return rows.length > 0;
}
