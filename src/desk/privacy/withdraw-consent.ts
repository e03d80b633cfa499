import { type ConversationRow, latestConsent, recordConsent } from '../../store/conversations.ts';
import type { Act } from '../act.ts';

/** The person withdrew consent on the platform. What was said outside of a case is deleted with the next round of deleting. */
export async function withdrawConsent({ tx, at }: Act, conversation: ConversationRow): Promise<void> {
  if ((await latestConsent(tx, conversation.id)) !== 'given') return;
  await recordConsent(tx, { conversationId: conversation.id, textVersion: 'platform', answer: 'withdrawn', at });
}
