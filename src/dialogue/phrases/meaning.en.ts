import type { MeaningPhrases } from './meaning.vi.ts';

export const meaningEn: MeaningPhrases = {
  ask: 'I am not sure that I understood you. Would you like to:',
  meanings: {
    raise_issue: 'Report this problem',
    case_status: 'Ask about a case',
    lookup_appendix: 'Look up the appendices',
    rate_service: 'Rate a service',
    talk_to_officer: 'Talk to an officer',
    complaint_officer: 'Report an officer',
  },
  other: 'Something else',
  kept: 'What you wrote is kept. Press *Send to an officer* and an officer reads it, or choose one of these.',
  questionGone: 'That question is over. Choose what you need, or just write.',

  unsure: (label) => `${label} (not sure)`,
  chooseCategory: 'I am not sure of the subject; if one below is right, please press it.',
  urgentBecause: {
    perishableGoods: 'goods that spoil',
    vesselCutOff: 'the vessel leaves soon',
    storageCharges: 'storage is being charged',
    productionStop: 'production is about to stop',
    saidSo: 'as you asked',
  },

  asideKept: 'The form you were filling in is kept.',
  goOn: 'Continue my form',
  drop: 'Drop the form',
  dropped: 'The form is dropped. Nothing in it was sent.',
  noneKept: 'There is no unfinished form.',
  expired: (description) =>
    `Your unfinished form${description === '' ? '' : ` (“${description}”)`} is more than a day old and is no longer kept. If you still need it, please write again.`,

  twoMatters: (second) =>
    `There seem to be *two matters* in this message. The second: “${second}”. If so, press *Split into two* and each gets somebody of its own.`,
  split: 'Split into two',
  secondWaits: (second) => `The second matter is kept and follows once this form is sent: “${second}”.`,
  nowSecond: 'Now to the second matter you mentioned.',

  answersInVietnamese:
    'Officers answer in Vietnamese. If any part of an answer is unclear, write here in English and the officer will explain.',
};
