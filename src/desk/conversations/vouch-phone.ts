import { type ConversationRow, saveConversation } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';

/** Keeps the number that the platform says is the person's own. The same number again changes nothing. */
export async function vouchPhone(
  { tx, at, by, wakes }: Act,
  conversation: Pick<ConversationRow, 'id' | 'vouchedPhone'>,
  phone: string,
): Promise<void> {
  if (conversation.vouchedPhone === phone) return;
  await saveConversation(tx, conversation.id, { vouchedPhone: phone });
  const detail = { conversationId: conversation.id, isFirst: conversation.vouchedPhone === null };
  await appendLedger(tx, 'access', [{ type: 'phoneVouched', detail }], by, at);
  await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, at });
  wakes.add('live');
}
