import type { Act } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import { type ConversationRow, saveConversation } from '../store/conversations.ts';
import { officerChat } from './phrases/officer-chat.ts';
import { vi } from './phrases/vi.ts';

/** A group is told once that matters are taken in private chats only. Nothing of what is said there is answered. */
export async function answerGroup(current: Act, conversation: ConversationRow): Promise<void> {
  const { id, isGroup, blockedAt } = conversation;
  // Whoever calls the bot has let it in again.
  if (!isGroup || blockedAt !== null) await saveConversation(current.tx, id, { isGroup: true, blockedAt: null });
  const text = conversation.channel === 'zaloBot' ? officerChat.groupNotice : vi.groupNotice;
  if (!isGroup) await say(current, { conversationId: id, message: { text } });
}
