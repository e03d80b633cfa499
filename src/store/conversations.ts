import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { remember, workingSetOf } from './in-transaction.ts';
import { conversations } from './schema/conversations.ts';
import { consents, contacts, enterprises } from './schema/enterprises.ts';

export type ConversationRow = typeof conversations.$inferSelect;
export interface ChatKey {
  channel: ConversationRow['channel'];
  account: string;
  address: string;
}

/** The conversation, made if it is new and locked until the transaction ends: one message of a chat at a time. */
export async function lockConversation(tx: Tx, key: ChatKey, at: Date): Promise<ConversationRow> {
  const [row] = await tx
    .insert(conversations)
    .values({ ...key, dialogue: {}, createdAt: at, lastMessageAt: at })
    // An update that changes nothing is what makes `returning` answer and takes the lock in the same round trip.
    .onConflictDoUpdate({
      target: [conversations.channel, conversations.account, conversations.address],
      set: { lastMessageAt: at },
    })
    .returning();
  if (row === undefined) throw new Error('The conversation was not stored');
  knowConversation(tx, row);
  return row;
}

export async function conversationById(tx: Tx | Db, id: number): Promise<ConversationRow> {
  return remember(tx, conversationKey(id), ['conversations'], async () => {
    const [row] = await tx.select().from(conversations).where(eq(conversations.id, id));
    if (row === undefined) throw new Error(`Conversation ${id} is not stored`);
    return row;
  });
}

const conversationKey = (id: number) => `conversation ${id}`;

/** Notes what `conversationById` would read. */
export function knowConversation(tx: Tx, row: ConversationRow): void {
  workingSetOf(tx).know(conversationKey(row.id), ['conversations'], row);
}

export async function findConversation(tx: Tx | Db, key: ChatKey): Promise<ConversationRow | null> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.channel, key.channel),
        eq(conversations.account, key.account),
        eq(conversations.address, key.address),
      ),
    );
  return row ?? null;
}

export async function saveConversation(
  tx: Tx,
  id: number,
  change: Partial<Omit<ConversationRow, 'id'>>,
): Promise<void> {
  // A row that is not known yet is read before it is changed, so that what is known stays whole.
  const row = await conversationById(tx, id);
  if (change.contactId !== undefined) noteContact(tx, id, row.contactId, change.contactId);
  workingSetOf(tx).update(conversations, id, change);
  knowConversation(tx, { ...row, ...change });
}

const chatsKey = (contactId: number) => `chats of contact ${contactId}`;

/** All chats of a person. */
export async function chatsOfContact(tx: Tx | Db, contactId: number): Promise<readonly number[]> {
  return remember(tx, chatsKey(contactId), ['conversations'], async () => {
    const rows = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(eq(conversations.contactId, contactId));
    return rows.map(({ id }) => id);
  });
}

/** Notes what `chatsOfContact` would read. */
export function knowChats(tx: Tx, contactId: number, ids: readonly number[]): void {
  workingSetOf(tx).know(chatsKey(contactId), ['conversations'], ids);
}

function noteContact(tx: Tx, id: number, from: number | null, to: number | null): void {
  const working = workingSetOf(tx);
  for (const contactId of new Set([from, to])) {
    if (contactId === null) continue;
    const others = working.recall<readonly number[]>(chatsKey(contactId))?.filter((each) => each !== id);
    if (others !== undefined) knowChats(tx, contactId, contactId === to ? [...others, id] : others);
  }
}

export interface ContactFacts {
  contactId: number;
  contactName: string | null;
  enterpriseId: number | null;
  enterpriseName: string | null;
  taxCode: string | null;
}

const contactKey = (id: number) => `contact ${id}`;
const contactTables = ['contacts', 'enterprises'];

export async function contactFacts(tx: Tx | Db, contactId: number): Promise<ContactFacts | null> {
  return remember(tx, contactKey(contactId), contactTables, async () => {
    const [row] = await tx
      .select({
        contactId: contacts.id,
        contactName: contacts.name,
        enterpriseId: enterprises.id,
        enterpriseName: enterprises.name,
        taxCode: enterprises.taxCode,
      })
      .from(contacts)
      .leftJoin(enterprises, eq(enterprises.id, contacts.enterpriseId))
      .where(eq(contacts.id, contactId));
    return row ?? null;
  });
}

/** Notes what `contactFacts` would read. */
export function knowContact(tx: Tx, facts: ContactFacts): void {
  workingSetOf(tx).know(contactKey(facts.contactId), contactTables, facts);
}

export async function insertContact(tx: Tx, name: string | null, at: Date): Promise<number> {
  const working = workingSetOf(tx);
  const id = await working.nextId(contacts);
  working.insert(contacts, { id, name, createdAt: at });
  knowChats(tx, id, []);
  knowContact(tx, { contactId: id, contactName: name, enterpriseId: null, enterpriseName: null, taxCode: null });
  return id;
}

export async function recordConsent(tx: Tx, row: Omit<typeof consents.$inferInsert, 'id'>): Promise<void> {
  workingSetOf(tx).insert(consents, row);
  knowConsent(tx, row.conversationId, row.answer);
}

export type Consent = (typeof consents.$inferSelect)['answer'] | null;

const consentKey = (conversationId: number) => `consent ${conversationId}`;

/** The person's latest word on what is kept; null before they were asked. */
export async function latestConsent(tx: Tx | Db, conversationId: number): Promise<Consent> {
  return remember(tx, consentKey(conversationId), ['consents'], async () => {
    const [row] = await tx
      .select({ answer: consents.answer })
      .from(consents)
      .where(eq(consents.conversationId, conversationId))
      .orderBy(desc(consents.id))
      .limit(1);
    return row?.answer ?? null;
  });
}

/** Notes what `latestConsent` would read. */
export function knowConsent(tx: Tx, conversationId: number, answer: Consent): void {
  workingSetOf(tx).know(consentKey(conversationId), ['consents'], answer);
}

/** Demonstration contacts to choose from on the web chat's first page. */
export async function knownContacts(db: Db): Promise<ContactFacts[]> {
  return db
    .select({
      contactId: contacts.id,
      contactName: contacts.name,
      enterpriseId: enterprises.id,
      enterpriseName: enterprises.name,
      taxCode: enterprises.taxCode,
    })
    .from(contacts)
    .innerJoin(enterprises, eq(enterprises.id, contacts.enterpriseId))
    .where(sql`${contacts.name} is not null`)
    .orderBy(asc(contacts.id));
}
