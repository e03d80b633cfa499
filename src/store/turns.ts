import { and, eq, inArray, sql } from 'drizzle-orm';
import {
  type ChatKey,
  type Consent,
  type ConversationRow,
  knowConsent,
  knowContact,
  knowConversation,
} from './conversations.ts';
import type { Tx } from './database.ts';
import { workingSetOf } from './in-transaction.ts';
import { knowChoices, type MessageRow } from './messages.ts';
import { conversations, inbox, messages } from './schema/conversations.ts';
import { contacts, enterprises } from './schema/enterprises.ts';

/** A chat with what it waits for, locked until the transaction ends. */
interface OpenTurn {
  conversationId: number;
  /** The ids of what is pending, in order. */
  pending: number[];
  /** Something of ours waits there until the person writes. */
  hasHeld: boolean;
}

/** A chat and the delivery that seemed to be its oldest before anything was locked. */
interface WantedTurn {
  chat: ChatKey;
  headId: number;
  count: number;
}

// Half again as many as people say: most messages get one answer.
const messagesADelivery = 2.5;

/**
 * Locks conversations, new ones as well, and reads all that answering needs, the same few statements for any number of
 * them. A chat that another process works on is left to it. Everything is read after the locks are held: what the other
 * process committed a moment ago is seen.
 */
export async function openTurns(
  tx: Tx,
  wanted: readonly WantedTurn[],
  at: Date,
  rowsAChat: number,
): Promise<Map<ChatKey, OpenTurn>> {
  const mine = await claim(tx, wanted);
  if (mine.length === 0) return new Map();
  const rows = await lockConversations(
    tx,
    mine.map(({ chat }) => chat),
    at,
  );
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const ids = rows.map(({ id }) => id);
  const expected = mine.reduce((sum, { count }) => sum + count, 0);
  const [pending, held] = await Promise.all([
    pendingOf(tx, ids, rowsAChat),
    knowFacts(tx, ids),
    workingSetOf(tx).stock(messages, Math.ceil(expected * messagesADelivery)),
  ]);
  return new Map(
    mine.flatMap(({ chat }) => {
      const conversationId = byKey.get(keyOf(chat))?.id;
      return conversationId === undefined
        ? []
        : [[chat, { conversationId, pending: pending.get(conversationId) ?? [], hasHeld: held.has(conversationId) }]];
    }),
  );
}

async function claim(tx: Tx, wanted: readonly WantedTurn[]): Promise<WantedTurn[]> {
  const free = await tx
    .select({ id: inbox.id })
    .from(inbox)
    .where(
      and(
        inArray(
          inbox.id,
          wanted.map(({ headId }) => headId),
        ),
        eq(inbox.state, 'pending'),
      ),
    )
    .for('update', { skipLocked: true });
  const ids = new Set(free.map(({ id }) => id));
  return wanted.filter(({ headId }) => ids.has(headId));
}

async function lockConversations(tx: Tx, chats: readonly ChatKey[], at: Date): Promise<ConversationRow[]> {
  // Always in one order, or two batches could wait for each other.
  const ordered = chats.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rows = await tx
    .insert(conversations)
    .values(ordered.map((chat) => ({ ...chat, dialogue: {}, createdAt: at, lastMessageAt: at })))
    .onConflictDoUpdate({
      target: [conversations.channel, conversations.account, conversations.address],
      set: { lastMessageAt: at },
    })
    .returning();
  for (const row of rows) knowConversation(tx, row);
  return rows;
}

async function pendingOf(tx: Tx, ids: readonly number[], rowsAChat: number): Promise<Map<number, number[]>> {
  const rows = await tx.execute<{ conversation: string; id: string }>(sql`
    select c.id as conversation, waiting.id from ${conversations} c cross join lateral (
      select id, ordinal from inbox
      where state = 'pending' and channel = c.channel and account = c.account and address = c.address
      order by ordinal asc nulls last, id limit ${rowsAChat}) waiting
    where ${inArray(sql`c.id`, [...ids])}
    order by c.id, waiting.ordinal asc nulls last, waiting.id`);
  const byConversation = new Map<number, number[]>();
  for (const row of rows) {
    const own = byConversation.get(Number(row.conversation)) ?? [];
    byConversation.set(Number(row.conversation), own);
    own.push(Number(row.id));
  }
  return byConversation;
}

/** Reads who these people are, what they agreed to and which buttons they last saw. Answers where something is held. */
async function knowFacts(tx: Tx, ids: readonly number[]): Promise<Set<number>> {
  const rows = await tx
    .select({
      id: conversations.id,
      contact: {
        contactId: contacts.id,
        contactName: contacts.name,
        enterpriseId: enterprises.id,
        enterpriseName: enterprises.name,
        taxCode: enterprises.taxCode,
      },
      consent: sql<Consent>`(
        select answer from consents where conversation_id = ${conversations.id} order by id desc limit 1)`,
      choices: sql<MessageRow['choices']>`(
        select choices from messages where conversation_id = ${conversations.id} and choices is not null
        order by id desc limit 1)`,
      hasHeld: sql<boolean>`exists (
        select 1 from outbox where conversation_id = ${conversations.id} and state = 'held')`,
    })
    .from(conversations)
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(enterprises, eq(enterprises.id, contacts.enterpriseId))
    .where(inArray(conversations.id, [...ids]));
  for (const { id, contact, consent, choices } of rows) {
    knowConsent(tx, id, consent);
    knowChoices(tx, id, choices);
    if (contact.contactId !== null) knowContact(tx, { ...contact, contactId: contact.contactId });
  }
  return new Set(rows.flatMap(({ id, hasHeld }) => (hasHeld ? [id] : [])));
}

function keyOf({ channel, account, address }: ChatKey): string {
  return JSON.stringify([channel, account, address]);
}
