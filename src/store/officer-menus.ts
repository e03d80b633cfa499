import { and, eq, sql } from 'drizzle-orm';
import type { ChatKey } from './conversations.ts';
import type { Db } from './database.ts';
import { conversations } from './schema/conversations.ts';
import { officerChats, officers } from './schema/organisation.ts';

export interface MenuToChange {
  /** The link whose chat it is. */
  id: number;
  address: string;
  /** Whether the chat is an officer's now; else it is to have everybody's menu again. */
  isOfficers: boolean;
}

/** Chats of this account whose menu is not that of whoever has the chat now. */
export async function menusToChange(
  db: Db,
  { channel, account }: Omit<ChatKey, 'address'>,
  limit: number,
): Promise<MenuToChange[]> {
  const isOfficers = sql<boolean>`(${officerChats.unlinkedAt} is null and ${officers.active})`;
  return db
    .select({ id: officerChats.id, address: conversations.address, isOfficers })
    .from(officerChats)
    .innerJoin(officers, eq(officers.id, officerChats.officerId))
    .innerJoin(conversations, eq(conversations.id, officerChats.conversationId))
    .where(
      and(
        eq(conversations.channel, channel),
        eq(conversations.account, account),
        sql`${officerChats.hasMenu} <> ${isOfficers}`,
      ),
    )
    .limit(limit);
}

/** Notes which menu the platform shows in the chat. */
export async function noteMenu(db: Db, { id, isOfficers }: Pick<MenuToChange, 'id' | 'isOfficers'>): Promise<void> {
  await db.update(officerChats).set({ hasMenu: isOfficers }).where(eq(officerChats.id, id));
}
