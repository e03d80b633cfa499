import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { type InboxState, inbox } from './schema/conversations.ts';

/** Deliveries that could not be read or handled, newest first. */
export async function troubledInbox(db: Db, limit: number) {
  return db
    .select({
      id: inbox.id,
      state: inbox.state,
      channel: inbox.channel,
      at: inbox.receivedAt,
      since: inbox.doneAt,
      attempts: inbox.attempts,
      problem: inbox.note,
      body: inbox.body,
    })
    .from(inbox)
    .where(sql`${inbox.state} in ('malformed', 'failed')`)
    .orderBy(desc(inbox.id))
    .limit(limit);
}

export async function inboxState(tx: Tx, id: number): Promise<InboxState | null> {
  const [row] = await tx.select({ state: inbox.state }).from(inbox).where(eq(inbox.id, id));
  return row?.state ?? null;
}

/** Puts a failed delivery back among those that wait; false when it had not failed. */
export async function reviveDelivery(tx: Tx, id: number, at: Date): Promise<boolean> {
  const rows = await tx
    .update(inbox)
    .set({ state: 'pending', attempts: 0, dueAt: at, doneAt: null, note: null })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'failed')))
    .returning({ id: inbox.id });
  return rows.length > 0;
}
