import type { Choice, Outgoing } from '../../../channel/port.ts';
import type { RaterNotice } from '../../../desk/notices.ts';
import { ratingLevels } from '../../../rules/rating/levels.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import type { SpokenLanguage } from '../../../rules/working-time/say-when.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { RatingPhrases } from '../../phrases/ratings.vi.ts';
import { ratingValues } from './values.ts';

/** What people are asked to rate, as they read it. */
export function invitationMessage(notice: RaterNotice, language: SpokenLanguage, zone: string): Outgoing {
  const say = ratingsIn(language);
  switch (notice.kind) {
    case 'invitation':
      return { text: say.invitation(notice, zone), choices: levelChoices(say, notice.number11, 'd') };
    case 'digest':
      return {
        text: say.digest(notice.count, notice.enterprise, notice.isReminder),
        choices: digestChoices(say, notice.digestId),
      };
    case 'caseClosed':
      return {
        text: say.caseClosed(notice.reference),
        choices: eachLevel(say, (level) => ratingValues.caseLevel(notice.reference, level)),
      };
  }
}

/** The five labelled buttons. Five and no more: with a sixth Zalo shows numbers, and a typed "5" would mean the last. */
export function levelChoices(say: RatingPhrases, number11: string, subject: string): Choice[][] {
  return eachLevel(say, (level) => ratingValues.level(number11, subject, level));
}

function eachLevel(say: RatingPhrases, carries: (level: RatingLevel) => string): Choice[][] {
  return ratingLevels.map((level) => [{ value: carries(level), label: say.levels[level] }]);
}

export function digestChoices(say: RatingPhrases, digestId: number): Choice[][] {
  return [
    [{ value: ratingValues.all(digestId, 5), label: say.allVerySatisfied }],
    [{ value: ratingValues.all(digestId, 4), label: say.allSatisfied }],
    [
      { value: ratingValues.each(digestId), label: say.oneByOne },
      { value: ratingValues.some(digestId), label: say.onlyProblems },
    ],
  ];
}
