import type { Choice } from '../../../channel/port.ts';
import { type Rated, rate } from '../../../desk/ratings/rate.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import { reasonsFor } from '../../../rules/rating/reasons.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { RatingPhrases } from '../../phrases/ratings.vi.ts';
import type { Turn } from '../../turn.ts';
import { attempt } from './attempt.ts';
import { showNext } from './digest.ts';
import { digestOf, goOn } from './go-on.ts';
import { actOf, subjectLabel, subjectNamed, toBeRated } from './rated-declaration.ts';
import { ratingValues } from './values.ts';

export interface Answer {
  number: string;
  subjectCode: string;
  level: RatingLevel;
  /** What was said beside the level. */
  comment?: string;
}

/** The person gave a level: it is kept at once, and everything else may follow or not. */
export async function takeLevel(turn: Turn, { number, subjectCode, level, comment }: Answer): Promise<void> {
  const taken = await attempt(turn, number, async () => {
    const { declaration, snapshot } = await toBeRated(turn, number);
    const subject = subjectNamed(snapshot, subjectCode);
    const said = comment === undefined ? {} : { comment, messageIds: turn.files.length > 0 ? [turn.messageId] : [] };
    const rated = await rate(actOf(turn), { number, subject, level, ...said });
    return { rated, declaration, label: await subjectLabel(turn, snapshot, subject) };
  });
  if (taken === null) return;
  const { rated, declaration, label } = taken.result;
  const { number11 } = declaration;
  const digest = digestOf(turn);
  // Going through many, nobody is held up where all was well.
  if (digest !== null && level >= 4) return showNext(turn, digest);

  const code = label === null ? 'd' : subjectCode;
  const say = ratingsIn(turn.phrases.language);
  goOn(turn, { what: 'details', number11, subject: code, level });
  const text = say.rated({ ...factsOf(turn, rated), number: declaration.number, level, subject: label });
  await turn.say(
    level <= 3
      ? { text: `${text}\n\n${say.askWhy}`, choices: whyChoices(say, number11, code, level, []) }
      : { text, choices: moreChoices(say, number11, code) },
  );
}

function factsOf({ act }: Turn, { row, isNew, changeableUntil, verification }: Rated) {
  return { isChange: !isNew, counts: row.counts, changeableUntil, verification, now: act.at, zone: act.zone };
}

/** After a good level: more can be said, and need not. */
function moreChoices(say: RatingPhrases, number11: string, code: string): Choice[][] {
  return [
    [
      { value: ratingValues.more(number11, code), label: say.more },
      { value: ratingValues.done, label: say.done },
    ],
  ];
}

/** The reasons of a level that are not chosen yet, then whom it concerns. */
export function whyChoices(
  say: RatingPhrases,
  number11: string,
  code: string,
  level: RatingLevel,
  chosen: readonly string[],
): Choice[][] {
  const left = reasonsFor(level).filter((reason) => !chosen.includes(reason));
  const rows: Choice[][] = [];
  for (let from = 0; from < left.length; from += 2) {
    const pair = left.slice(from, from + 2);
    rows.push(
      pair.map((reason) => ({ value: ratingValues.reason(number11, code, reason), label: say.reasons[reason] })),
    );
  }
  return [
    ...rows,
    [{ value: ratingValues.subjects(number11), label: say.subjects }],
    [
      { value: ratingValues.mistaken(number11), label: say.mistaken },
      { value: ratingValues.done, label: say.done },
    ],
  ];
}
