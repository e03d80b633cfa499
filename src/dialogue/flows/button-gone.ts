import type { Turn } from '../turn.ts';
import { askConsent } from './consent.ts';
import { menuMessage } from './menu.ts';

/** A button that was never given to this chat, or by a bot that had another token. What the person was doing stays. */
export async function sayButtonGone(turn: Turn): Promise<void> {
  const { phrases, state } = turn;
  if (turn.conversation.officerId !== null) return turn.say({ text: phrases.choiceGoneShort });
  if (turn.consent === null) {
    return askConsent(
      turn,
      state.at === 'consent' ? state : undefined,
      `${phrases.choiceGoneShort}\n\n${phrases.greeting}`,
    );
  }
  await turn.say(menuMessage(phrases, phrases.choiceGone));
}
