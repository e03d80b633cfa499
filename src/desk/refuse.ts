import { Conflict } from '../errors.ts';
import { type CaseRefusal, refusalSentences } from '../rules/case/refusals.ts';

/** What a rule refuses, on its way to the person who asked. */
export function refused(refusal: CaseRefusal): Conflict {
  return new Conflict(refusal, refusalSentences[refusal].vi);
}
