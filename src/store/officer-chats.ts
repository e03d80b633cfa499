import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { Db, Tx } from './database.ts';
import { alerts } from './schema/cases.ts';
import { conversations, messages, outbox } from './schema/conversations.ts';
import { officerChats, officers } from './schema/organisation.ts';

/** A chat belongs to one officer: linking it anew moves it. */
export async function bindOfficerChat(
  tx: Tx,
  row: { officerId: number; conversationId: number; linkedAt: Date },
): Promise<void> {
  await tx
    .insert(officerChats)
    .values(row)
    .onConflictDoUpdate({
      target: officerChats.conversationId,
      set: { officerId: row.officerId, linkedAt: row.linkedAt, unlinkedAt: null },
    });
}

/** Ends the link of a chat, if it is this officer's. */
export async function unbindOfficerChat(
  tx: Tx,
  { officerId, conversationId, at }: { officerId: number; conversationId: number; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(officerChats)
    .set({ unlinkedAt: at })
    .where(
      and(
        eq(officerChats.officerId, officerId),
        eq(officerChats.conversationId, conversationId),
        isNull(officerChats.unlinkedAt),
      ),
    )
    .returning({ id: officerChats.id });
  return rows.length > 0;
}

/** The officer whose chat this is; null once it is unlinked or the officer no longer works here. */
export async function officerOfChat(tx: Tx | Db, conversationId: number): Promise<number | null> {
  const [row] = await tx
    .select({ officerId: officerChats.officerId })
    .from(officerChats)
    .innerJoin(officers, and(eq(officers.id, officerChats.officerId), eq(officers.active, true)))
    .where(and(eq(officerChats.conversationId, conversationId), isNull(officerChats.unlinkedAt)));
  return row?.officerId ?? null;
}

export interface LinkedChat {
  conversationId: number;
  channel: ChannelName;
  displayName: string | null;
  linkedAt: Date;
  /** Since when the person keeps us from writing. */
  blockedAt: Date | null;
}

/** The chats in which the officer is told of things, the newest link first: alerts go to the first that can be reached. */
export async function chatsOfOfficer(tx: Tx | Db, officerId: number): Promise<LinkedChat[]> {
  return tx
    .select({
      conversationId: officerChats.conversationId,
      channel: conversations.channel,
      displayName: conversations.displayName,
      linkedAt: officerChats.linkedAt,
      blockedAt: conversations.blockedAt,
    })
    .from(officerChats)
    .innerJoin(conversations, eq(conversations.id, officerChats.conversationId))
    .where(and(eq(officerChats.officerId, officerId), isNull(officerChats.unlinkedAt)))
    .orderBy(desc(officerChats.linkedAt), desc(officerChats.id));
}

/** Takes back the alerts that still wait to be sent to a chat: whoever holds it next must not read them. */
export async function holdBackAlerts(tx: Tx, conversationId: number): Promise<void> {
  const carryAlerts = tx.select({ id: alerts.messageId }).from(alerts).where(isNotNull(alerts.messageId));
  const waiting = tx.select({ id: messages.id }).from(messages).where(eq(messages.conversationId, conversationId));
  await tx
    .update(outbox)
    .set({ state: 'failed', problem: 'chatUnlinked' })
    .where(
      and(
        eq(outbox.conversationId, conversationId),
        inArray(outbox.state, ['queued', 'held']),
        inArray(outbox.messageId, waiting),
        inArray(outbox.messageId, carryAlerts),
      ),
    );
}
