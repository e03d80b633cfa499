import { type ConversationRow, saveConversation } from '../../store/conversations.ts';
import { noteCasesOfChat, noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';

/** The person came, blocked us or allowed us again. Coming is something the person did: it opens the platform's window. */
export async function notePresence(
  { tx, at, wakes }: Act,
  conversation: ConversationRow,
  change: 'came' | 'blocked' | 'allowed',
): Promise<void> {
  await saveConversation(tx, conversation.id, {
    blockedAt: change === 'blocked' ? at : null,
    ...(change === 'came' ? { lastInteractionAt: at } : {}),
  });
  await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, at });
  // Whoever has one of its cases open sees at once whether an answer would still arrive.
  await noteCasesOfChat(tx, conversation.id, at);
  wakes.add('live').add('outbox');
}
