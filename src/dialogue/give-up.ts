import type { Act } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import type { ConversationRow } from '../store/conversations.ts';
import { phrasesIn } from './phrases/in-language.ts';

/** Tells the person that their last message could not be handled and is kept for somebody to look at. */
export async function giveUpOn(current: Act, conversation: ConversationRow): Promise<void> {
  const { failed } = phrasesIn(conversation.language);
  await say(current, { conversationId: conversation.id, message: { text: failed } });
}
