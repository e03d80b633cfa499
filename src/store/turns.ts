import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { knowRaised } from './cases.ts';
import {
  type ChatKey,
  type Consent,
  type ConversationRow,
  knowChats,
  knowConsent,
  knowContact,
  knowConversation,
} from './conversations.ts';
import type { Tx } from './database.ts';
import { workingSetOf } from './in-transaction.ts';
import { knowChoices, type MessageRow } from './messages.ts';
import { cases } from './schema/cases.ts';
import { conversations, inbox, messages } from './schema/conversations.ts';
import { contacts, enterprises } from './schema/enterprises.ts';

/** A chat with what it waits for, locked until the transaction ends. */
interface OpenTurn {
  conversationId: number;
  /** The ids of what is pending, in order. */
  pending: number[];
  /** Something of ours waits there until the person writes. */
  hasHeld: boolean;
  /** An edit waits there for its message. */
  hasEarlyEdit: boolean;
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
  const [pending, facts] = await Promise.all([
    pendingOf(tx, ids, rowsAChat),
    knowFacts(tx, ids),
    workingSetOf(tx).stock(messages, Math.ceil(expected * messagesADelivery)),
  ]);
  return new Map(
    mine.flatMap(({ chat }) => {
      const conversationId = byKey.get(keyOf(chat))?.id;
      if (conversationId === undefined) return [];
      const { hasHeld, hasEarlyEdit } = facts.get(conversationId) ?? { hasHeld: false, hasEarlyEdit: false };
      return [[chat, { conversationId, pending: pending.get(conversationId) ?? [], hasHeld, hasEarlyEdit }]];
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

type Facts = Pick<OpenTurn, 'hasHeld' | 'hasEarlyEdit'>;

/** Reads who these people are, what they agreed to and which buttons they last saw. Answers what waits in their chats. */
async function knowFacts(tx: Tx, ids: readonly number[]): Promise<Map<number, Facts>> {
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
      hasEarlyEdit: sql<boolean>`exists (
        select 1 from early_news where conversation_id = ${conversations.id} and kind = 'edit')`,
      chats: sql<string[]>`array(select own.id from conversations own where own.contact_id = ${contacts.id})::text[]`,
      raised: sql<number>`(
        select count(*)::int from (
          select from cases where conversation_id = ${conversations.id} limit ${fewCases + 1}) few)`,
    })
    .from(conversations)
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(enterprises, eq(enterprises.id, contacts.enterpriseId))
    .where(inArray(conversations.id, [...ids]));
  for (const { id, contact, consent, choices, chats } of rows) {
    knowConsent(tx, id, consent);
    knowChoices(tx, id, choices);
    if (contact.contactId === null) continue;
    knowContact(tx, { ...contact, contactId: contact.contactId });
    knowChats(tx, contact.contactId, chats.map(Number));
  }
  await knowCases(
    tx,
    rows.filter(({ raised }) => raised <= fewCases),
  );
  return new Map(rows.map(({ id, hasHeld, hasEarlyEdit }) => [id, { hasHeld, hasEarlyEdit }]));
}

// Whoever has more is asked for when they look at them.
const fewCases = 10;

async function knowCases(tx: Tx, chats: readonly { id: number; raised: number }[]): Promise<void> {
  const ids = chats.filter(({ raised }) => raised > 0).map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await tx.select().from(cases).where(inArray(cases.conversationId, ids)).orderBy(desc(cases.id));
  const byChat = Map.groupBy(rows, ({ conversationId }) => conversationId);
  for (const { id } of chats) knowRaised(tx, id, byChat.get(id) ?? []);
}

function keyOf({ channel, account, address }: ChatKey): string {
  return JSON.stringify([channel, account, address]);
}
