import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { saveConversation } from '../../store/conversations.ts';
import { commandValues } from '../command-values.ts';
import { phrasesIn } from '../phrases/in-language.ts';
import type { Turn } from '../turn.ts';
import { askConsent } from './consent.ts';
import { menuMessage } from './menu.ts';

export async function offerLanguages(turn: Turn): Promise<void> {
  await turn.say({
    text: turn.phrases.chooseLanguage,
    choices: [
      [
        { value: commandValues.speak('vi'), label: 'Tiếng Việt' },
        { value: commandValues.speak('en'), label: 'English' },
        { value: commandValues.speak('ko'), label: '한국어' },
      ],
    ],
  });
}

/** The bot speaks this language from now on. A form in progress stays as it is. */
export async function speak(turn: Turn, language: SpokenLanguage): Promise<void> {
  await saveConversation(turn.act.tx, turn.conversation.id, { language });
  const phrases = phrasesIn(language);
  if (turn.state.at === 'consent') {
    await askConsent({ ...turn, phrases }, turn.state);
    return;
  }
  await turn.say(menuMessage(phrases, `${phrases.languageSet} ${phrases.menu}`));
}
