import { eq } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { conversations, messages } from './schema/conversations.ts';

/** Lets nothing more go out to a chat before `at`. */
export async function pauseChat(tx: Tx, conversationId: number, at: Date): Promise<void> {
  await tx.update(conversations).set({ nextSendAt: at }).where(eq(conversations.id, conversationId));
}

/**
 * When the person last did something, with the chat locked: who writes at this moment is either seen here or finds
 * what this transaction leaves.
 */
export async function lockedInteractionAt(tx: Tx, conversationId: number): Promise<Date | null> {
  const [row] = await tx
    .select({ at: conversations.lastInteractionAt })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for('no key update');
  return row?.at ?? null;
}

/** Puts a message into the thread of another chat. */
export async function moveMessage(tx: Tx, messageId: number, conversationId: number): Promise<void> {
  await tx.update(messages).set({ conversationId }).where(eq(messages.id, messageId));
}
