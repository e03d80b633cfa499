import type { DeclarationState } from '../../rules/declarations/declaration.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import type { ReasonCode } from '../../rules/rating/reasons.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { sayWhen } from '../../rules/working-time/say-when.ts';
import type { RatingPhrases } from './ratings.vi.ts';
import { onItsDay, type RatedFacts } from './ratings-facts.ts';

const levels: Record<RatingLevel, string> = {
  5: '5 ⭐ Very satisfied',
  4: '4 ⭐ Satisfied',
  3: '3 ⭐ Neutral',
  2: '2 ⭐ Dissatisfied',
  1: '1 ⭐ Very dissatisfied',
};

const reasons: Record<ReasonCode, string> = {
  fast: 'Fast',
  clear: 'Clear guidance',
  polite: 'Polite',
  helpful: 'Helpful',
  slow: 'Slow, long wait',
  unclear: 'Unclear guidance',
  extraPapers: 'Extra papers asked for',
  attitude: 'Improper attitude',
  mistake: 'Professional mistake',
  harassed: 'Trouble made',
  system: 'System fault',
};

const states: Record<DeclarationState, string> = {
  registered: 'registered',
  inspecting: 'under inspection',
  released: 'released',
  stored: 'brought to storage',
  cleared: 'cleared',
  cancelled: 'cancelled',
};

const steps: Record<StepName, string> = {
  registered: 'registration',
  documentCheck: 'document check',
  physicalInspection: 'physical inspection',
  channelChange: 'channel change',
  released: 'release',
  stored: 'storage',
  cleared: 'clearance',
};

export const ratingsEn: RatingPhrases = {
  levels,
  reasons,
  invitation: ({ number, state, stateAt, enterprise, isReminder }, zone) =>
    [
      `${isReminder ? 'One reminder: declaration' : 'Declaration'} *${number}* of ${enterprise} was ${states[state]} at ${onItsDay(stateAt, zone, 'en')}.`,
      'How satisfied are you with how the procedure was handled?',
      'The officers never learn who rated. To stop invitations, type *mute invitations*.',
    ].join('\n'),
  digest: (count, enterprise, isReminder) =>
    [
      `${isReminder ? 'One reminder: there are still' : 'There are'} *${count} declarations* of ${enterprise} whose procedure is done and that have no rating yet.`,
      'How satisfied are you? Rate all at once, go through them one by one, or pick only those with a problem.',
      'To stop invitations, type *mute invitations*.',
    ].join('\n'),
  allVerySatisfied: 'All: 5 ⭐ Very satisfied',
  allSatisfied: 'All: 4 ⭐ Satisfied',
  oneByOne: 'One by one',
  onlyProblems: 'Only those with a problem',
  ratedAll: (count, level) =>
    `Noted *${levels[level]}* for ${count} declarations. Thank you. For 24 hours each can still be changed: type /rate and its number.`,
  nothingLeft: 'All of these declarations have been rated. Thank you.',
  whichProblem: (count) => `Which declaration had a problem? ${count} have no rating yet.`,
  next: (number, left, hasButtons) =>
    `Declaration *${number}*${left > 0 ? ` (${left} more after it)` : ''}: how satisfied are you?${hasButtons ? '' : ' Type *skip* for the next one, *stop* to end.'}`,
  skip: 'Skip',
  stop: 'Stop',
  stopped: 'All right. You can rate the others at any time with /rate.',

  askLevel: (number, subject, before) =>
    `How satisfied are you with ${subject === null ? 'the handling' : `*${subject}*`} of declaration *${number}*?${before === null ? '' : ` Noted so far: ${levels[before]}.`}`,
  rated: ({ number, level, subject, isChange, counts, changeableUntil, verification, now, zone }) =>
    [
      `${isChange ? 'Changed to' : 'Noted:'} *${levels[level]}* for ${subject === null ? '' : `${subject}, `}declaration *${number}*. Thank you.`,
      counts
        ? `You can change it ${sayWhen(changeableUntil, now, zone, 'en')}.`
        : 'More than 15 days have passed since clearance: your opinion is kept but not counted in the monthly figures (PL08 Điều 5).',
      ...(verification === null ? [] : ['', ...whatHappens(verification, now, zone)]),
    ].join('\n'),
  whatHappens,
  askWhy: 'What was not good? Choose a reason, write a comment or send a photo; then press *Done*.',
  askMore: 'What would you like to add? Choose a reason, write a comment or send a photo; then press *Done*.',
  noted: (chosen, hasWords) =>
    `Noted: ${[...chosen.map((code) => reasons[code].toLowerCase()), ...(hasWords ? ['your comment'] : [])].join('; ')}. Choose or write more, or press *Done*.`,
  more: 'Add a comment',
  subjects: 'Choose a unit, step or officer',
  done: 'Done',
  mistaken: 'Wrong declaration',
  thanks: 'Thank you for rating.',
  whichSubject: (number) => `Declaration *${number}*: whom or which step would you like to rate?`,
  step: (step) => `Step: ${steps[step]}`,
  officer: (name, of) => `${name} (${of.map((step) => steps[step]).join(', ')})`,
  noContact: 'No contact with an officer',
  noContactNoted: 'Noted: no contact with an officer.',
  mistakenNoted: (number) =>
    `Noted: the rating of declaration *${number}* was a mistake and is not counted any more; the original is kept, and whoever verifies it (if anybody) notes that, as PL08 Điều 6 asks. Which declaration would you like to rate?`,
  choose: (isTooMany) =>
    `Which declaration would you like to rate? Press one or send its number (12 digits).${isTooMany ? ' The newest come first.' : ''}`,
  declaration: (number, state, level) => `${number} ${level === null ? states[state] : `${level} ⭐`}`,
  none: 'There is no declaration of your enterprise to rate yet. One registered just now may not be here.',
  notOwn:
    'This declaration is not among those of the enterprises you speak for, so it cannot be rated. Please check the 12 digits.',
  stands: (number) =>
    `The rating of declaration *${number}* was sent more than 24 hours ago and stands (PL08 Điều 5). If something has to be solved, press *Report a problem*.`,
  cancelled: (number) => `Declaration *${number}* is cancelled and cannot be rated.`,
  representsNobody:
    'To rate a declaration, please verify your enterprise first: enter the code in the letter from Customs or type /verify.',
  muted:
    'Invitations are off; we will not ask again. You can still rate with /rate. To get them again, type *invite me again*.',
  wanted: 'Invitations are on again.',
  preferred: 'From now on invitations come here.',
  want: 'Invite me again',
  reportToo:
    'This is kept with your rating. As it accuses an officer, we have also prepared a report that only internal control can read:',

  caseClosed: (reference) => `How satisfied are you with the way case *${reference}* was handled?`,
  caseRated: (reference, level) =>
    `Noted *${levels[level]}* for case *${reference}*. Thank you. You can add a comment right here.`,
  caseNotAsked: (reference) => `Case *${reference}* cannot be rated now.`,
  caseStands: (reference) => `The rating of case *${reference}* was sent more than 24 hours ago and stands.`,
  commentKept: 'Your comment is kept. Thank you.',
};

function whatHappens(
  { reference, contactBy, answerBy }: NonNullable<RatedFacts['verification']>,
  now: Date,
  zone: string,
): string[] {
  const contact = contactBy === null ? 'will contact you' : `will contact you *${sayWhen(contactBy, now, zone, 'en')}*`;
  const answer = answerBy === null ? '' : ` and give you the result ${sayWhen(answerBy, now, zone, 'en')}`;
  return [
    `We are sorry. Verification *${reference}* has been opened: an independent person ${contact}${answer} (PL08 Điều 6). Whoever was rated does not see your name.`,
  ];
}
