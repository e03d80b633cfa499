import type { Choice } from '../../../channel/port.ts';
import { openInDigest, rateDigest } from '../../../desk/ratings/rate-digest.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import { linkingIn } from '../../phrases/linking.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { isNumbered } from '../../typed-choice.ts';
import { menuMessage } from '../menu.ts';
import { goOn } from './go-on.ts';
import { levelChoices } from './invitation-message.ts';
import { actOf } from './rated-declaration.ts';
import type { RatingState } from './state.ts';
import { ratingValues } from './values.ts';

type Digest = NonNullable<RatingState['digest']>;

const shownAtOnce = 8;

/** One level for everything in the message that has none yet. */
export async function rateAll(turn: Turn, digestId: number, level: RatingLevel): Promise<void> {
  const say = ratingsIn(turn.phrases.language);
  const count = await rateDigest(actOf(turn), { digestId, level });
  turn.go({ at: 'idle' });
  await turn.say(menuMessage(turn.phrases, count === 0 ? say.nothingLeft : say.ratedAll(count, level)));
}

/** The next declaration after one that was rated or skipped; or, of those with a problem, the rest to choose from. */
export async function showNext(turn: Turn, digest: Digest): Promise<void> {
  if (digest.way === 'some') return showProblems(turn, digest.id, 0);
  const say = ratingsIn(turn.phrases.language);
  const open = (await openInDigest(actOf(turn), digest.id)).filter(({ invitationId }) => invitationId > digest.after);
  const [next] = open;
  if (next === undefined) {
    turn.go({ at: 'idle' });
    return turn.say(menuMessage(turn.phrases, say.nothingLeft));
  }
  const { number, number11, invitationId } = next;
  const levels = levelChoices(say, number11, 'd');
  const more: Choice[] = [
    { value: ratingValues.skip, label: say.skip },
    { value: ratingValues.stop, label: say.stop },
  ];
  // Where buttons run out numbers would stand instead of them, and "5" would mean the fifth of seven.
  const choices = isNumbered(turn.conversation.channel, [...levels, more]) ? levels : [...levels, more];
  goOn(turn, { what: 'level', number11, subject: 'd' }, { ...digest, after: invitationId });
  await turn.say({ text: say.next(number, open.length - 1, choices.length > levels.length), choices });
}

/** Which of the message's declarations had a problem? */
export async function showProblems(turn: Turn, digestId: number, page: number): Promise<void> {
  const say = ratingsIn(turn.phrases.language);
  const open = await openInDigest(actOf(turn), digestId);
  if (open.length === 0) {
    turn.go({ at: 'idle' });
    return turn.say(menuMessage(turn.phrases, say.nothingLeft));
  }
  const from = page * shownAtOnce < open.length ? page * shownAtOnce : 0;
  const choices = open
    .slice(from, from + shownAtOnce)
    .map(({ number, number11 }): Choice[] => [{ value: ratingValues.pick(number11), label: number }]);
  if (from + shownAtOnce < open.length) {
    const value = ratingValues.somePage(digestId, from / shownAtOnce + 1);
    choices.push([{ value, label: linkingIn(turn.phrases.language).more }]);
  }
  choices.push([{ value: ratingValues.all(digestId, 5), label: say.allVerySatisfied }]);
  choices.push([
    { value: ratingValues.all(digestId, 4), label: say.allSatisfied },
    { value: ratingValues.stop, label: say.stop },
  ]);
  goOn(turn, { what: 'problems' }, { id: digestId, way: 'some', after: 0 });
  await turn.say({ text: say.whichProblem(open.length), choices });
}

export async function stop(turn: Turn): Promise<void> {
  turn.go({ at: 'idle' });
  await turn.say(menuMessage(turn.phrases, ratingsIn(turn.phrases.language).stopped));
}
