import type { Choice, Outgoing } from '../channel/port.ts';
import type { OutcomeNotice } from '../desk/ratings/verification/notices.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import { commandValues } from './command-values.ts';
import { verificationIn } from './phrases/verification.ts';

/** The outcome of a verification, with the way to accept it and, once, the way up. */
export function outcomeMessage(notice: OutcomeNotice, language: SpokenLanguage): Outgoing {
  const phrases = verificationIn(language);
  const agree: Choice = { value: commandValues.solved(notice.reference), label: phrases.agree };
  const appeal: Choice = { value: commandValues.appeal(notice.reference), label: phrases.appeal };
  const text = phrases.outcome(notice);
  return notice.mayAppeal
    ? { text, choices: [[agree, appeal]] }
    : { text: `${text}\n\n${phrases.finalOutcome}`, choices: [[agree]] };
}
