import type { ConversationRow } from '../../store/conversations.ts';
import { dropEarlyEdit, earlyEdits, takeEarlyReceipts } from '../../store/early-news.ts';
import { messageOfPart } from '../../store/message-parts.ts';
import type { Act } from '../act.ts';
import { noteEdit } from './note-edit.ts';
import { noteReceipt } from './note-receipt.ts';

/** A message of ours has just got its name on the platform: what was told of it before counts now. */
export async function applyEarlyReceipts(
  current: Act,
  conversationId: number,
  providerMessageId: string,
): Promise<void> {
  for (const { state, at } of await takeEarlyReceipts(current.tx, conversationId, providerMessageId))
    await noteReceipt(current, { id: conversationId }, { providerMessageIds: [providerMessageId], state, at });
}

/** A person's message has just come: an edit that was here before it changes it now, as it would have in order. */
export async function applyEarlyEdits(current: Act, conversation: ConversationRow): Promise<void> {
  const { tx } = current;
  for (const edit of await earlyEdits(tx, conversation.id)) {
    if ((await messageOfPart(tx, conversation.id, edit.providerMessageId)) === null) continue;
    await noteEdit(current, conversation, edit);
    await dropEarlyEdit(tx, conversation.id, edit.providerMessageId);
  }
}
