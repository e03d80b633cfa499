import type { OutcomeNotice } from '../../desk/ratings/verification/notices.ts';
import { sayWhen } from '../../rules/working-time/say-when.ts';
import type { verificationVi } from './verification.vi.ts';

const outcomes: Record<OutcomeNotice['outcome'], string> = {
  substantiated: 'We found your rating *substantiated*.',
  unsubstantiated: 'We *did not find* what the rating says.',
  unclear: 'With what we know, the matter *could not be settled*.',
};

/** `verification.vi.ts` in English. */
export const verificationEn: typeof verificationVi = {
  outcome: ({ reference, outcome, told, officerTitle, unitName, silenceDays }) =>
    [
      `*Result of the verification of your rating* – ${reference}`,
      outcomes[outcome],
      told,
      '',
      `– ${officerTitle}, ${unitName}`,
      '',
      `Your rating stays as you gave it. Do you agree with this result? Without an answer the case closes after ${silenceDays} working days.`,
    ].join('\n'),
  finalOutcome:
    'This is the result of the second look, one level up. If you do not agree, your company may file a written complaint under the Law on Complaints within 90 days of learning of the matter.',
  agree: 'I agree',
  appeal: 'Ask for a second look',
  appealed: ({ reference, contactBy, answerBy }, now, zone) =>
    [
      `The level above looks at it again under *${reference}*. Whoever verified it first takes no part.`,
      ...(contactBy === null ? [] : [`We contact you *${sayWhen(contactBy, now, zone, 'en')}*.`]),
      ...(answerBy === null ? [] : [`Result *${sayWhen(answerBy, now, zone, 'en')}*.`]),
      'Please write what was not right with the first result.',
    ].join('\n'),
  notAppealed: {
    notDecided: (reference) =>
      `*${reference}* is being verified; there is no result to look at again yet. We will tell you here.`,
    appealedAlready: (reference) =>
      `You have asked for a second look at *${reference}*. Each matter is looked at again once; you will hear here.`,
    noFurtherLevel: (reference) =>
      `*${reference}* is the second look already. If you do not agree, your company may file a written complaint under the Law on Complaints.`,
    tooLate: (reference) => `The time to ask for a second look at *${reference}* is over.`,
  },
};
