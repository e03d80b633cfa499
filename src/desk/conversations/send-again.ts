import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { lockCaseById } from '../../store/cases.ts';
import { noteChange } from '../../store/live.ts';
import { messageById } from '../../store/messages.ts';
import { excludedFrom } from '../../store/organisation.ts';
import { requeue } from '../../store/outbox.ts';
import type { Act } from '../act.ts';
import { mayOfficerSee, viewerOf } from '../visibility.ts';

/**
 * Puts a message that did not arrive back in the queue. Officers do so for cases they may see, administrators for any
 * message but those of a case they are kept away from: they look after delivery without reading the cases.
 */
export async function sendAgain(current: Act, { messageId }: { messageId: number }): Promise<void> {
  const { tx, at } = current;
  const message = await messageById(tx, messageId);
  if (message === null || !(await maySendAgain(current, message.caseId))) throw new NotFound('tin nhắn');
  if (!(await requeue(tx, messageId, at)))
    throw new Conflict('notUndelivered', 'Tin nhắn này đã được gửi hoặc đang chờ gửi.');
  const { conversationId, caseId } = message;
  await noteChange(tx, { topic: 'conversation', conversationId, caseId, at });
  current.wakes.add('outbox').add('live');
}

async function maySendAgain({ tx, by }: Act, caseId: number | null): Promise<boolean> {
  if (by.kind === 'apiKey') return true;
  if (by.kind !== 'officer') throw new NotPermitted('gửi lại tin nhắn');
  const viewer = await viewerOf(tx, by.officerId);
  const row = caseId === null ? null : await lockCaseById(tx, caseId);
  if (viewer?.role === 'administrator') return row === null || !(await excludedFrom(tx, row.id)).has(by.officerId);
  return row !== null && (await mayOfficerSee(tx, by.officerId, row));
}
