import type { Choice } from '../../../channel/port.ts';
import { type Rated, type RatingWish, rate } from '../../../desk/ratings/rate.ts';
import { sayMistaken } from '../../../desk/ratings/say-mistaken.ts';
import { reasonsKept } from '../../../rules/rating/reasons.ts';
import { rateable, type Subject, subjectCode, wholeDeclaration } from '../../../rules/rating/subjects.ts';
import { ratingOf } from '../../../store/ratings.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';
import { attempt } from './attempt.ts';
import { showNext } from './digest.ts';
import { digestOf, goOn } from './go-on.ts';
import { actOf, subjectLabel, subjectNamed, toBeRated } from './rated-declaration.ts';
import { listDeclarations } from './start.ts';
import { whyChoices } from './take-level.ts';
import { ratingValues } from './values.ts';

/** Something beside the level of an answer that is there. */
type Addition = Pick<RatingWish, 'comment' | 'messageIds' | 'hadNoContact'> & { reason?: string };

/** "More": the reasons of a good level, and whom it concerns. */
export async function askMore(turn: Turn, number11: string, code: string): Promise<void> {
  const said = await answerOn(turn, number11, code);
  if (said === null) return;
  const say = ratingsIn(turn.phrases.language);
  goOn(turn, { what: 'details', number11, subject: code, level: said.level });
  await turn.say({ text: say.askMore, choices: whyChoices(say, number11, code, said.level, said.reasons) });
}

/** Adds a reason, words, photos, or that no officer was met; and asks for nothing more than what people want to say. */
export async function addDetail(turn: Turn, number11: string, code: string, addition: Addition): Promise<void> {
  const { reason, ...more } = addition;
  const taken = await attempt(turn, number11, async () => {
    const { snapshot, enterpriseId } = await toBeRated(turn, number11);
    const subject = subjectNamed(snapshot, code);
    const before = await ratingOf(turn.act.tx, { number11, enterpriseId, subject });
    const reasons = reason === undefined ? {} : { reasons: [...(before?.reasons ?? []), reason] };
    return rate(actOf(turn), { number: number11, subject, ...reasons, ...more });
  });
  if (taken === null) return;
  const { row, verification } = taken.result;
  const say = ratingsIn(turn.phrases.language);
  goOn(turn, { what: 'details', number11, subject: code, level: row.level });
  const hasWords = row.comment !== null || row.messageIds.length > 0;
  const noted =
    addition.hadNoContact === true ? say.noContactNoted : say.noted(reasonsKept(row.reasons, row.level), hasWords);
  const { at, zone } = turn.act;
  const next = verification === null ? [] : ['', ...say.whatHappens(verification, at, zone)];
  await turn.say({
    text: [noted, ...next].join('\n'),
    choices: whyChoices(say, number11, code, row.level, row.reasons),
  });
}

/** Who and what of the declaration's handling can be rated by itself, as its steps are recorded. */
export async function showSubjects(turn: Turn, number11: string): Promise<void> {
  const found = await attempt(turn, number11, () => toBeRated(turn, number11));
  if (found === null) return;
  const { declaration, snapshot } = found.result;
  const say = ratingsIn(turn.phrases.language);
  const choices: Choice[][] = [];
  for (const subject of rateable(snapshot).filter(({ kind }) => kind !== 'declaration')) {
    const label = (await subjectLabel(turn, snapshot, subject)) ?? '';
    choices.push([{ value: ratingValues.on(number11, subjectCode(subject)), label }]);
  }
  choices.push([{ value: ratingValues.noContact(number11), label: say.noContact }]);
  choices.push([{ value: ratingValues.done, label: say.done }]);
  await turn.say({ text: say.whichSubject(declaration.number), choices });
}

/** The person meant another declaration: nothing is deleted, and the right one can be chosen at once. */
export async function noteMistaken(turn: Turn, number11: string): Promise<void> {
  const taken = await attempt(turn, number11, async () => {
    const { declaration } = await toBeRated(turn, number11);
    const count = await sayMistaken(actOf(turn), { number: number11 });
    return { count, number: declaration.number };
  });
  if (taken === null) return;
  const { count, number } = taken.result;
  const say = ratingsIn(turn.phrases.language);
  if (count === 0) return turn.say(menuMessage(turn.phrases, say.stands(number)));
  await listDeclarations(turn, undefined, say.mistakenNoted(number));
}

/** Nothing more to say. */
export async function finish(turn: Turn): Promise<void> {
  const digest = digestOf(turn);
  if (digest !== null) return showNext(turn, digest);
  turn.go({ at: 'idle' });
  await turn.say(menuMessage(turn.phrases, ratingsIn(turn.phrases.language).thanks));
}

async function answerOn(turn: Turn, number11: string, code: string): Promise<Rated['row'] | null> {
  const found = await attempt(turn, number11, async () => {
    const { snapshot, enterpriseId } = await toBeRated(turn, number11);
    const subject: Subject = code === 'd' ? wholeDeclaration : subjectNamed(snapshot, code);
    return ratingOf(turn.act.tx, { number11, enterpriseId, subject });
  });
  return found?.result ?? null;
}
