import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { lockCaseById } from '../../store/cases.ts';
import { noteChange } from '../../store/live.ts';
import { type MessageRow, messageById } from '../../store/messages.ts';
import { excludedFrom } from '../../store/organisation.ts';
import { requeue, rowOfMessage } from '../../store/outbox.ts';
import type { Act } from '../act.ts';
import { mayOfficerSee, viewerOf } from '../visibility.ts';

/** Puts a message that did not arrive, or perhaps not, back in the queue of the chat it was written for. */
export async function sendAgain(current: Act, { messageId }: { messageId: number }): Promise<void> {
  const { tx, at } = current;
  const { conversationId, caseId } = await messageToSettle(current, messageId);
  if (!(await requeue(tx, messageId, at))) {
    const isStuck = (await rowOfMessage(tx, messageId, ['failed', 'unknown', 'held'])) !== null;
    throw isStuck
      ? new Conflict('chatUnlinked', 'Người ở cuộc trò chuyện này không còn là người nhận tin này.')
      : new Conflict('notUndelivered', 'Tin nhắn này đã được gửi hoặc đang chờ gửi.');
  }
  await noteChange(tx, { topic: 'conversation', conversationId, caseId, at });
  current.wakes.add('outbox').add('live');
}

/**
 * A message whose delivery the one who acts may decide on; otherwise it is not found. Officers decide for cases they may
 * see, administrators for any message but those of a case they are kept away from: they look after delivery without
 * reading the cases.
 */
export async function messageToSettle(current: Act, messageId: number): Promise<MessageRow> {
  const message = await messageById(current.tx, messageId);
  if (message === null || !(await maySettle(current, message.caseId))) throw new NotFound('tin nhắn');
  return message;
}

async function maySettle({ tx, by }: Act, caseId: number | null): Promise<boolean> {
  if (by.kind === 'apiKey') return true;
  if (by.kind !== 'officer') throw new NotPermitted('gửi lại tin nhắn');
  const viewer = await viewerOf(tx, by.officerId);
  const row = caseId === null ? null : await lockCaseById(tx, caseId);
  if (viewer !== null && mayDo(viewer, 'lookAfterDelivery'))
    return row === null || !(await excludedFrom(tx, row.id)).has(by.officerId);
  return row !== null && (await mayOfficerSee(tx, by.officerId, row));
}
