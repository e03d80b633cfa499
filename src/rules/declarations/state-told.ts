import type { StepName } from '../routing/step-in-question.ts';
import { type DeclarationState, stateAfter } from './declaration.ts';

/**
 * The state that a row tells of and since when: as it says itself, or else as its newest step shows. A state without a time
 * is as old as the step that leads to it, or else as the newest thing the row tells of. `steps` are oldest first.
 */
export function stateTold(row: {
  state: DeclarationState | null;
  stateAt: Date | null;
  registeredAt: Date;
  steps: readonly { step: StepName; at: Date }[];
}): { state: DeclarationState; stateAt: Date } {
  const last = row.steps.at(-1);
  const state = row.state ?? (last === undefined ? 'registered' : stateAfter[last.step]);
  const reached = row.steps.findLast(({ step }) => stateAfter[step] === state);
  return { state, stateAt: row.stateAt ?? reached?.at ?? last?.at ?? row.registeredAt };
}
