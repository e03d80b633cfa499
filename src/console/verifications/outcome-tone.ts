import type { VerificationOutcome } from '../../store/schema/ratings.ts';
import type { Tone } from '../time/clock-face.ts';

/** The colour of a finding; the word beside it says the same. */
export const outcomeTone: Readonly<Record<VerificationOutcome, Tone>> = {
  substantiated: 'overdue',
  unsubstantiated: 'met',
  unclear: 'soon',
};
