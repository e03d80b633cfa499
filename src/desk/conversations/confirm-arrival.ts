import { Conflict } from '../../errors.ts';
import { rowOfMessage, saveProven } from '../../store/outbox.ts';
import type { Act } from '../act.ts';
import { messageToSettle } from './send-again.ts';
import { settleArrived } from './settle-delivery.ts';

/** Somebody has made sure that a message of unknown outcome did arrive. What was unknown counts as sent from now on. */
export async function confirmArrival(current: Act, { messageId }: { messageId: number }): Promise<void> {
  const { tx, at } = current;
  const message = await messageToSettle(current, messageId);
  const row = await rowOfMessage(tx, messageId, ['unknown']);
  const change = { state: 'sent' as const, sentAt: at, problem: null, leasedUntil: null };
  if (row === null || !(await saveProven(tx, row, change)))
    throw new Conflict('notInDoubt', 'Tin nhắn này không còn ở trạng thái chưa rõ đã tới hay chưa.');
  await settleArrived(current, { ...message, conversationId: row.conversationId });
  current.wakes.add('outbox');
}
