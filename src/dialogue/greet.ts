import type { Incoming } from '../channel/port.ts';
import type { Act } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import { type ConversationRow, latestConsent } from '../store/conversations.ts';
import { commandValues } from './command-values.ts';
import { phrasesIn } from './phrases/in-language.ts';

/** Welcomes a person who came without saying anything, once: who has met the bot before is not greeted again. */
export async function greet(
  current: Act,
  conversation: ConversationRow,
  sender: Pick<Incoming['sender'], 'languageHint'>,
): Promise<void> {
  const isKnown = conversation.officerId !== null || (await latestConsent(current.tx, conversation.id)) !== null;
  if (isKnown || conversation.lastInteractionAt !== null) return;
  const phrases = phrasesIn(conversation.language ?? (sender.languageHint?.startsWith('en') === true ? 'en' : null));
  await say(current, {
    conversationId: conversation.id,
    message: {
      text: phrases.greeting,
      choices: [
        [
          { value: commandValues.agree, label: phrases.agree },
          { value: commandValues.decline, label: phrases.decline },
        ],
        [{ value: commandValues.language, label: phrases.menuLanguage }],
      ],
    },
  });
}
