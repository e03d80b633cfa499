import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';
import { conversations } from './schema/conversations.ts';
import { contacts } from './schema/enterprises.ts';

export interface UnnamedChat {
  id: number;
  address: string;
}

/** Chats of people who agreed to being known and whose name the platform did not tell, those who wrote last first. */
export async function unnamedChats(db: Db, key: AccountKey, since: Date, limit: number): Promise<UnnamedChat[]> {
  return db
    .select({ id: conversations.id, address: conversations.address })
    .from(conversations)
    .where(
      and(
        eq(conversations.channel, key.channel),
        eq(conversations.account, key.account),
        isNotNull(conversations.contactId),
        isNull(conversations.displayName),
        gte(conversations.lastMessageAt, since),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt))
    .limit(limit);
}

/** Gives the chat its name, and the person as well where nobody has named them better. False when that happened meanwhile. */
export async function nameChat(tx: Tx, id: number, name: string): Promise<boolean> {
  const [row] = await tx
    .update(conversations)
    .set({ displayName: name })
    .where(and(eq(conversations.id, id), isNull(conversations.displayName), isNotNull(conversations.contactId)))
    .returning({ contactId: conversations.contactId });
  if (row?.contactId == null) return false;
  await tx
    .update(contacts)
    .set({ name })
    .where(and(eq(contacts.id, row.contactId), isNull(contacts.name)));
  return true;
}
