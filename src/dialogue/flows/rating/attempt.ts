import { DeskError } from '../../../errors.ts';
import { declarationKey } from '../../../rules/identity/declaration-number.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';
import { goOn } from './go-on.ts';
import { levelChoices } from './invitation-message.ts';
import { toBeRated } from './rated-declaration.ts';

/**
 * Does what a person wants about a declaration; null, with the reason said, where the desk refuses. Another's declaration,
 * an unknown and a mistyped number get the same words.
 */
export async function attempt<Result>(
  turn: Turn,
  number: string,
  deed: () => Promise<Result>,
): Promise<{ result: Result } | null> {
  try {
    return { result: await deed() };
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    if (refusal.code === 'levelMissing') await askForLevel(turn, number);
    else {
      turn.go({ at: 'idle' });
      await turn.say(menuMessage(turn.phrases, await sentenceFor(turn, refusal.code, number)));
    }
    return null;
  }
}

async function sentenceFor(turn: Turn, code: string, number: string): Promise<string> {
  const say = ratingsIn(turn.phrases.language);
  if (code !== 'ratingStands' && code !== 'declarationCancelled') return say.notOwn;
  const { declaration } = await toBeRated(turn, number);
  return code === 'ratingStands' ? say.stands(declaration.number) : say.cancelled(declaration.number);
}

/** Words or a reason came before the level. */
async function askForLevel(turn: Turn, number: string): Promise<void> {
  const say = ratingsIn(turn.phrases.language);
  const number11 = declarationKey(number);
  goOn(turn, { what: 'level', number11, subject: 'd' });
  await turn.say({ text: say.askLevel(number, null, null), choices: levelChoices(say, number11, 'd') });
}
