import { type ConversationRow, latestConsent, recordConsent } from '../../store/conversations.ts';
import { forgetCorrectionsOf } from '../../store/understanding-corrections.ts';
import type { Act } from '../act.ts';
import { keepRequest } from './ask-about-data.ts';
import { recordPrivacy } from './record.ts';

/**
 * The person withdrew consent, here or on the platform. What was said outside of a case is deleted with the next round of
 * deleting. False where there is none to withdraw.
 */
export async function withdrawConsent(
  current: Act,
  conversation: ConversationRow,
  textVersion = 'platform',
): Promise<boolean> {
  const { tx, at } = current;
  if ((await latestConsent(tx, conversation.id)) !== 'given') return false;
  await recordConsent(tx, { conversationId: conversation.id, textVersion, answer: 'withdrawn', at });
  await forgetCorrectionsOf(tx, [conversation.id]);
  const { id: requestId } = await keepRequest(current, conversation, 'withdrawal', 'done');
  await recordPrivacy(current, 'consentWithdrawn', { requestId });
  return true;
}
