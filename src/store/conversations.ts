import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
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
  return row;
}

export async function conversationById(tx: Tx | Db, id: number): Promise<ConversationRow> {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, id));
  if (row === undefined) throw new Error(`Conversation ${id} is not stored`);
  return row;
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
  change: Partial<Omit<typeof conversations.$inferInsert, 'id'>>,
): Promise<void> {
  await tx.update(conversations).set(change).where(eq(conversations.id, id));
}

export interface ContactFacts {
  contactId: number;
  contactName: string | null;
  enterpriseId: number | null;
  enterpriseName: string | null;
  taxCode: string | null;
}

export async function contactFacts(tx: Tx | Db, contactId: number): Promise<ContactFacts | null> {
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
}

export async function insertContact(tx: Tx, name: string | null, at: Date): Promise<number> {
  const [row] = await tx.insert(contacts).values({ name, createdAt: at }).returning({ id: contacts.id });
  if (row === undefined) throw new Error('The contact was not stored');
  return row.id;
}

export async function recordConsent(tx: Tx, row: Omit<typeof consents.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(consents).values(row);
}

/** The person's latest word on what is kept; null before they were asked. */
export async function latestConsent(
  tx: Tx | Db,
  conversationId: number,
): Promise<'given' | 'declined' | 'withdrawn' | null> {
  const [row] = await tx
    .select({ answer: consents.answer })
    .from(consents)
    .where(eq(consents.conversationId, conversationId))
    .orderBy(desc(consents.id))
    .limit(1);
  return row?.answer ?? null;
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
