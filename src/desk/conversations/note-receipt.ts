import type { ConversationRow } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
import { noteReceived } from '../../store/receipts.ts';
import type { Act } from '../act.ts';
import { settleArrived } from './settle-delivery.ts';

/**
 * What we said has reached the person, or was looked at. A receipt never takes back what an earlier one told, and it
 * settles a message whose outcome was unknown.
 */
export async function noteReceipt(
  current: Act,
  conversation: ConversationRow,
  receipt: { providerMessageIds: readonly string[]; state: 'delivered' | 'read'; at?: Date | null },
): Promise<void> {
  const { tx, at } = current;
  // A platform's clock may be ahead of ours; nothing was read in the future.
  const when = receipt.at != null && receipt.at < at ? receipt.at : at;
  const received = await noteReceived(tx, conversation.id, receipt, when);
  for (const { wasInDoubt, ...said } of received) {
    if (wasInDoubt) await settleArrived(current, said);
    else await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, caseId: said.caseId, at });
  }
  if (received.length > 0) current.wakes.add('live').add('outbox');
}
