import type { Declaration, DeclarationStep } from './declaration.ts';
import { stateAfter } from './declaration.ts';

/** One step told by itself, as a telling of the whole: of what stands elsewhere it says nothing new. */
export function tellingOf(step: DeclarationStep, known: Declaration): Declaration {
  const { number, registeredAt } = known;
  const nothing = { officeCode: null, typeCode: null, channel: null };
  return { ...nothing, number, registeredAt, state: stateAfter[step.step], stateAt: new Date(step.at), steps: [step] };
}
