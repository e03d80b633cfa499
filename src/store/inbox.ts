import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { ChatKey } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { workingSetOf } from './in-transaction.ts';
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
  receivedAt: Date;
  /** Not handled before, so that a delivery which the platform sent earlier and brings later goes first. */
  dueAt: Date;
}

/** Keeps a delivery. False when the same delivery is here already: it is not kept, and not handled, twice. */
export async function keepArrival(
  db: Db,
  arrival: Omit<Arrival, 'receivedAt' | 'dueAt'>,
  receivedAt: Date,
): Promise<boolean> {
  const [isNew] = await keepArrivals(db, [{ ...arrival, receivedAt, dueAt: receivedAt }]);
  return isNew === true;
}

/**
 * Keeps deliveries in the order in which they are given, all or none, and tells of each whether it is new. Of two that
 * are the same the first one is.
 */
export async function keepArrivals(db: Db, arrivals: readonly Arrival[]): Promise<boolean[]> {
  // One text for any number of rows, which each connection plans once.
  const rows = arrivals.map((arrival) => ({
    channel: arrival.channel,
    account: arrival.account,
    update_id: arrival.updateId,
    ordinal: arrival.ordinal,
    address: arrival.address,
    body: arrival.body,
    state: arrival.state,
    note: arrival.note,
    received_at: arrival.receivedAt,
    due_at: arrival.dueAt,
    done_at: arrival.state === 'pending' ? null : arrival.receivedAt,
  }));
  const kept = await db.execute<{ channel: string; account: string; update_id: string }>(sql`
    insert into inbox (channel, account, update_id, ordinal, address, body, state, note, received_at, due_at, done_at)
    select channel, account, update_id, ordinal, address, body, state, note, received_at, due_at, done_at
    from json_populate_recordset(null::inbox, ${JSON.stringify(rows)}::text::json)
    on conflict do nothing
    returning channel, account, update_id`);
  const fresh = new Set(kept.map((row) => deliveryKey(row.channel, row.account, row.update_id)));
  return arrivals.map(({ channel, account, updateId }) => fresh.delete(deliveryKey(channel, account, updateId)));
}

function deliveryKey(...parts: string[]): string {
  return JSON.stringify(parts);
}

/** A delivery that nobody has handled yet. */
export type WaitingDelivery = Pick<InboxRow, 'id' | 'body' | 'attempts' | 'receivedAt' | 'dueAt'>;

/** What a chat sent and nobody has handled yet, in its order. */
interface WaitingChat {
  chat: ChatKey;
  rows: WaitingDelivery[];
}

interface WaitingRow extends ChatKey, Record<string, unknown> {
  id: string;
  body: string;
  attempts: number;
  received_at: Date;
  due_at: Date;
}

/**
 * Chats with something to handle by `now`, those who wait longest first, each with its oldest deliveries. The first of
 * them may still have to wait; the ones behind it then wait as well.
 */
export async function waitingChats(
  db: Db,
  now: Date,
  most: { chats: number; rowsAChat: number },
): Promise<WaitingChat[]> {
  const rows = await db.execute<WaitingRow>(sql`
    select d.id, d.channel, d.account, d.address, d.body, d.attempts, d.received_at, d.due_at
    from (
      select channel, account, address, min(id) as first from (
        select id, channel, account, address from inbox
        where state = 'pending' and address is not null and due_at <= ${now.toISOString()}::timestamptz
        order by id limit ${most.chats * 4}) oldest
      group by channel, account, address order by first limit ${most.chats}) waiting
    cross join lateral (
      select * from inbox
      where state = 'pending' and channel = waiting.channel and account = waiting.account
        and address = waiting.address
      order by ordinal asc nulls last, id limit ${most.rowsAChat}) d
    order by waiting.first, d.ordinal asc nulls last, d.id`);
  const byChat = new Map<string, WaitingChat>();
  for (const { channel, account, address, body, attempts, ...row } of rows) {
    const key = deliveryKey(channel, account, address);
    const waiting = byChat.get(key) ?? { chat: { channel, account, address }, rows: [] };
    byChat.set(key, waiting);
    waiting.rows.push({ id: Number(row.id), body, attempts, receivedAt: row.received_at, dueAt: row.due_at });
  }
  return [...byChat.values()];
}

/** When something that waits falls due after `now`; null when nothing does. */
export async function nearestDueAt(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: inbox.dueAt })
    .from(inbox)
    .where(and(eq(inbox.state, 'pending'), gt(inbox.dueAt, now)))
    .orderBy(asc(inbox.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
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

/** Whether a delivery still waits. Call it with the conversation locked. */
export async function isPending(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(eq(inbox.id, id), eq(inbox.state, 'pending')));
  return rows.length > 0;
}

export async function settleArrival(
  tx: Tx,
  id: number,
  state: InboxState,
  at: Date,
  note: string | null,
): Promise<void> {
  workingSetOf(tx).update(inbox, id, { state, doneAt: at, note });
}

export async function postponeArrival(tx: Tx, id: number, attempts: number, dueAt: Date, note: string): Promise<void> {
  await tx
    .update(inbox)
    .set({ attempts, dueAt, note })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'pending')));
}
