import { NotFound, NotPermitted } from '../../errors.ts';
import { saveConversation } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { holdBackAlerts, unbindOfficerChat } from '../../store/officer-chats.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';

/**
 * Ends the link of one of the officer's own chats and says so there. Nothing about cases is said in it any more, not even
 * what is on its way.
 */
export async function unlinkChat(current: Act, { conversationId }: { conversationId: number }): Promise<void> {
  const { tx, at, by } = current;
  if (by.kind !== 'officer') throw new NotPermitted('bỏ liên kết cuộc trò chuyện');
  const { officerId } = by;
  if (!(await unbindOfficerChat(tx, { officerId, conversationId, at })))
    throw new NotFound('cuộc trò chuyện đã liên kết');
  await holdBackAlerts(tx, conversationId);
  await saveConversation(tx, conversationId, { officerId: null, answersConfirmedAt: null, dialogue: {} });
  await appendLedger(tx, 'access', [{ type: 'chatUnlinked', detail: { officerId, conversationId } }], by, at);
  await say(current, { conversationId, message: current.phrasing.toUnlinkedChat() });
}
