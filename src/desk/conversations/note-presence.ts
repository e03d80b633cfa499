import { type ConversationRow, saveConversation } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
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
  wakes.add('live').add('outbox');
}
