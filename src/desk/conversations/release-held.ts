import { queueHeld } from '../../store/outbox.ts';
import type { Act } from '../act.ts';

/** The person did something, so what waited for that goes out. */
export async function releaseHeld(current: Act, conversationId: number): Promise<void> {
  if (await queueHeld(current.tx, conversationId, current.at)) current.wakes.add('outbox').add('live');
}
