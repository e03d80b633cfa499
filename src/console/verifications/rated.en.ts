import type { ReasonCode } from '../../rules/rating/reasons.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';

/** Why a level was given, by the codes of the reasons. */
export const reasonsInEnglish: Readonly<Record<ReasonCode, string>> = {
  fast: 'fast',
  clear: 'clear guidance',
  polite: 'polite',
  helpful: 'helpful',
  slow: 'slow handling',
  unclear: 'unclear guidance',
  extraPapers: 'papers asked for beyond the rules',
  attitude: 'attitude not proper',
  mistake: 'professional mistake',
  harassed: 'trouble made',
  system: 'system error',
};

/** The steps of a declaration by their codes. */
export const stepsInEnglish: Readonly<Record<StepName, string>> = {
  registered: 'registration',
  documentCheck: 'document check',
  physicalInspection: 'physical inspection',
  channelChange: 'channel change',
  released: 'release',
  stored: 'into storage',
  cleared: 'clearance',
};
