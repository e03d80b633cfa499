import type { Act } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import type { ConversationRow } from '../store/conversations.ts';
import { insertMessage } from '../store/messages.ts';
import { phrasesIn } from './phrases/in-language.ts';

/** Tells the person that a message could not be handled and is kept for somebody to look at. It keeps its place in the thread. */
export async function giveUpOn(current: Act, conversation: ConversationRow, inboxId: number): Promise<void> {
  const { failed, unhandled } = phrasesIn(conversation.language);
  await insertMessage(current.tx, {
    conversationId: conversation.id,
    author: 'person',
    text: unhandled,
    inboxId,
    at: current.at,
  });
  await say(current, { conversationId: conversation.id, message: { text: failed } });
}
