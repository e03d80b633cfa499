import { noteChange } from '../../store/live.ts';
import { requeue } from '../../store/outbox.ts';
import { undeliveredBecause } from '../../store/troubles.ts';
import type { Act } from '../act.ts';
import { viewerOf } from '../visibility.ts';
import { looksAfterDelivery } from './looks-after-delivery.ts';

const atATime = 1000;

/**
 * Sends again everything that failed for one reason, as after an outage or a wrong setting. Messages in doubt are not
 * among them: each of those wants a look. Answers how many there were, a thousand at most.
 */
export async function sendAllAgain(current: Act, { problem }: { problem: string }): Promise<number> {
  await looksAfterDelivery(current, 'gửi lại tin nhắn');
  const { tx, by, at } = current;
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  const found = await undeliveredBecause(tx, viewer ?? 'everything', problem, atATime);
  let count = 0;
  for (const { messageId, conversationId, caseId } of found) {
    if (!(await requeue(tx, messageId, at))) continue;
    count += 1;
    await noteChange(tx, { topic: 'conversation', conversationId, caseId, at });
  }
  if (count > 0) current.wakes.add('outbox').add('live');
  return count;
}
