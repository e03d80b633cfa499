import { type ConversationRow, findConversation, saveConversation } from '../../store/conversations.ts';
import type { Act } from '../act.ts';

/** The platform gave the chat another address. Where a conversation stands there already, this one only ends. */
export async function moveChat({ tx, at }: Act, conversation: ConversationRow, to: string): Promise<void> {
  const { channel, account, isGroup } = conversation;
  const there = await findConversation(tx, { channel, account, address: to });
  if (there === null) return saveConversation(tx, conversation.id, { address: to });
  if (there.id === conversation.id) return;
  await saveConversation(tx, conversation.id, { blockedAt: at });
  // A group that was told once is not told again under its new address.
  if (isGroup && !there.isGroup) await saveConversation(tx, there.id, { isGroup });
}
