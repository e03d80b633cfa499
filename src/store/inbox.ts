import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { ChatKey } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { type InboxState, inbox } from './schema/conversations.ts';

export type InboxRow = typeof inbox.$inferSelect;

export interface Arrival {
  channel: ChatKey['channel'];
  account: string;
  updateId: string;
  /** The platform's own count of its deliveries, if it counts. */
  ordinal?: number | null;
  address: string | null;
  body: string;
  state: 'pending' | 'ignored' | 'malformed';
  note?: string;
}

/** Keeps a delivery. False when the same delivery is here already: it is not kept, and not handled, twice. */
export async function keepArrival(db: Db, arrival: Arrival, at: Date): Promise<boolean> {
  const rows = await db
    .insert(inbox)
    .values({ ...arrival, receivedAt: at, dueAt: at, doneAt: arrival.state === 'pending' ? null : at })
    .onConflictDoNothing()
    .returning({ id: inbox.id });
  return rows.length > 0;
}

/** Chats with something to handle by `now`, those who wait longest first. */
export async function waitingChats(db: Db, now: Date, limit: number): Promise<ChatKey[]> {
  const oldest = db
    .select({ id: inbox.id, channel: inbox.channel, account: inbox.account, address: inbox.address })
    .from(inbox)
    .where(and(eq(inbox.state, 'pending'), isNotNull(inbox.address), lte(inbox.dueAt, now)))
    .orderBy(asc(inbox.id))
    .limit(limit)
    .as('oldest');
  const rows = await db
    .select({ channel: oldest.channel, account: oldest.account, address: oldest.address })
    .from(oldest)
    .groupBy(oldest.channel, oldest.account, oldest.address)
    .orderBy(sql`min(${oldest.id})`);
  return rows.map((row) => ({ ...row, address: row.address ?? '' }) as ChatKey);
}

/** What a chat sent and nobody has handled yet, oldest first. */
export async function waitingArrivals(db: Db, chat: ChatKey): Promise<InboxRow[]> {
  return db
    .select()
    .from(inbox)
    .where(
      and(
        eq(inbox.state, 'pending'),
        eq(inbox.channel, chat.channel),
        eq(inbox.account, chat.account),
        eq(inbox.address, chat.address),
      ),
    )
    .orderBy(asc(inbox.id))
    .limit(50);
}

/**
 * The chat's oldest pending delivery; null when there is none or when it is to be tried later, because a later message
 * must not overtake it. Call it with the conversation locked.
 */
export async function nextArrival(tx: Tx | Db, chat: ChatKey, now: Date): Promise<InboxRow | null> {
  const [row] = await tx
    .select()
    .from(inbox)
    .where(
      and(
        eq(inbox.state, 'pending'),
        eq(inbox.channel, chat.channel),
        eq(inbox.account, chat.account),
        eq(inbox.address, chat.address),
      ),
    )
    .orderBy(sql`${inbox.ordinal} asc nulls last`, asc(inbox.id))
    .limit(1);
  return row === undefined || row.dueAt.getTime() > now.getTime() ? null : row;
}

export async function settleArrival(
  tx: Tx,
  id: number,
  state: InboxState,
  at: Date,
  note: string | null,
): Promise<void> {
  await tx.update(inbox).set({ state, doneAt: at, note }).where(eq(inbox.id, id));
}

export async function postponeArrival(tx: Tx, id: number, attempts: number, dueAt: Date, note: string): Promise<void> {
  await tx.update(inbox).set({ attempts, dueAt, note }).where(eq(inbox.id, id));
}
