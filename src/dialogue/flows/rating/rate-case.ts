import { rateCase } from '../../../desk/ratings/case-satisfaction.ts';
import { DeskError } from '../../../errors.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';
import { goOn } from './go-on.ts';
import { actOf } from './rated-declaration.ts';

/** How the handling of a closed case was, by a button or in words; words that follow are kept with it. */
export async function takeCaseRating(
  turn: Turn,
  reference: string,
  said: { level: RatingLevel } | { comment: string },
): Promise<void> {
  const say = ratingsIn(turn.phrases.language);
  try {
    const { id } = await rateCase(actOf(turn), { reference, ...said });
    if ('level' in said) {
      goOn(turn, { what: 'case', reference }, null);
      return await turn.say({ text: say.caseRated(reference, said.level) }, id);
    }
    turn.go({ at: 'idle' });
    await turn.say({ text: say.commentKept }, id);
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    turn.go({ at: 'idle' });
    await turn.say(menuMessage(turn.phrases, sentenceFor(turn, refusal.code, reference)));
  }
}

function sentenceFor({ phrases }: Turn, code: string, reference: string): string {
  const say = ratingsIn(phrases.language);
  if (code === 'notFound') return phrases.noSuchCase;
  return code === 'ratingStands' ? say.caseStands(reference) : say.caseNotAsked(reference);
}
