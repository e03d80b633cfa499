import { noteAlertDelivered } from '../../store/alerts.ts';
import { noteChange } from '../../store/live.ts';
import type { MessageRow } from '../../store/messages.ts';
import type { Act } from '../act.ts';
import { recordDelivery } from '../cases/record-delivery.ts';

export type Said = Pick<MessageRow, 'id' | 'author' | 'caseId'> & { conversationId: number };

/** What follows once a message of ours is known to have reached the platform: the clock of an answered case, an alert. */
export async function settleArrived(current: Act, said: Said): Promise<void> {
  await noteAlertDelivered(current.tx, said.id, current.at);
  await tell(current, said, null);
}

/** What follows once it is known that it will not arrive by itself, or nothing can be known. */
export async function settleNotArrived(current: Act, said: Said, because: string): Promise<void> {
  await tell(current, said, because);
}

async function tell(current: Act, { id, author, caseId, conversationId }: Said, problem: string | null): Promise<void> {
  if (author === 'officer' && caseId !== null) await recordDelivery(current, { caseId, messageId: id, problem });
  await noteChange(current.tx, { topic: 'conversation', conversationId, caseId, at: current.at });
  current.wakes.add('live');
}
