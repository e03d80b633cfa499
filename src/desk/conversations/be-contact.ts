import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { contactFacts, conversationById, saveConversation } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';

/**
 * Lets whoever holds this chat speak as a known contact without any proof: the way into a demonstration, refused
 * everywhere else. A chat that is this contact's already stays as it is; one of another contact is never turned over.
 */
export async function beContact(
  current: Act,
  input: { conversationId: number; contactId: number; isDemonstration: boolean },
): Promise<void> {
  if (!input.isDemonstration) throw new NotPermitted('chọn người liên hệ mà không xác minh');
  const contact = await contactFacts(current.tx, input.contactId);
  if (contact === null) throw new NotFound('người liên hệ này');

  const { id, contactId } = await conversationById(current.tx, input.conversationId);
  if (contactId === input.contactId) return;
  if (contactId !== null) throw new Conflict('otherContact', 'Cuộc trò chuyện này đã thuộc về người khác.');

  await saveConversation(current.tx, id, { contactId: input.contactId, displayName: contact.contactName });
  await noteChange(current.tx, { topic: 'conversation', conversationId: id, at: current.at });
  current.wakes.add('live');
}
