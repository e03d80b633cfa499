import type { Outgoing } from '../../channel/port.ts';
import { noteChange } from '../../store/live.ts';
import { insertMessage } from '../../store/messages.ts';
import { enqueue } from '../../store/outbox.ts';
import type { Act } from '../act.ts';

export interface Saying {
  conversationId: number;
  message: Outgoing;
  caseId?: number | null;
  officerId?: number | null;
  /** An answer of the office, also where no officer signs it: its delivery counts for the clocks. */
  isAnswer?: boolean;
  /** When it goes out, for what can wait; left out, at once. */
  dueAt?: Date;
}

/**
 * Says something in a chat: the message and its place in the outbox are written together, and it goes out after the
 * commit, because a sent message cannot be rolled back.
 */
export async function say(
  current: Act,
  { conversationId, message, caseId, officerId, isAnswer = false, dueAt = current.at }: Saying,
): Promise<number> {
  const messageId = await insertMessage(current.tx, {
    conversationId,
    caseId: caseId ?? null,
    author: isAnswer ? 'officer' : 'bot',
    officerId: officerId ?? null,
    text: message.text,
    choices: message.choices ?? null,
    ...(message.asksForPhone === undefined ? {} : { detail: { kind: 'phoneQuestion', stands: message.asksForPhone } }),
    at: current.at,
  });
  await enqueue(current.tx, { messageId, conversationId, dueAt });
  await noteChange(current.tx, { topic: 'conversation', conversationId, caseId: caseId ?? null, at: current.at });
  current.wakes.add('outbox').add('live');
  return messageId;
}
