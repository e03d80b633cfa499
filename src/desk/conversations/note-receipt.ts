import type { ConversationRow } from '../../store/conversations.ts';
import { keepEarlyNews } from '../../store/early-news.ts';
import { noteChange } from '../../store/live.ts';
import { messageOfPart } from '../../store/message-parts.ts';
import { openRows } from '../../store/outbox.ts';
import { noteReceived } from '../../store/receipts.ts';
import type { Act } from '../act.ts';
import { settleArrived } from './settle-delivery.ts';

// As long as a platform repeats what it could not tell us.
const longestDoubtMilliseconds = 3_600_000;

interface Receipt {
  providerMessageIds: readonly string[];
  state: 'delivered' | 'read';
  at?: Date | null;
}

/**
 * What we said has reached the person, or was looked at. A receipt never takes back what an earlier one told, and it
 * settles a message whose outcome was unknown. One that comes before the answer to our own call waits for it.
 */
export async function noteReceipt(
  current: Act,
  conversation: Pick<ConversationRow, 'id'>,
  receipt: Receipt,
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
  if (received.length < new Set(receipt.providerMessageIds).size)
    await keepEarly(current, conversation.id, receipt, when);
}

async function keepEarly({ tx, at }: Act, conversationId: number, receipt: Receipt, when: Date): Promise<void> {
  const { state, providerMessageIds } = receipt;
  const unknown: string[] = [];
  for (const id of new Set(providerMessageIds))
    if ((await messageOfPart(tx, conversationId, id)) === null) unknown.push(id);
  if (unknown.length === 0) return;
  // With nothing under way there is no answer for it to be ahead of.
  const underWay = await openRows(tx, conversationId, new Date(at.getTime() - longestDoubtMilliseconds));
  if (underWay.length === 0) return;
  const told = { kind: state };
  await keepEarlyNews(tx, { conversationId, providerMessageIds: unknown, told, at: when }, at);
}
