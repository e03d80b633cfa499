import type { Stage } from '../../rules/rating/verification-funnel.ts';

// The pages know the server's types only; the compiler holds this list to them.
const stages = ['opened', 'contacted', 'decided', 'told', 'action', 'checked'] as const satisfies readonly Stage[];

export const boxes = ['open', 'overdue', 'decided', 'all'] as const;
export const periods = ['all', '30', '90', '365'] as const;

/** What the address of the list says. */
export interface VerificationSearch {
  show?: (typeof boxes)[number];
  reached?: Stage;
  /** So many days back. */
  days?: (typeof periods)[number];
}

/** Reads the address; what nobody can have chosen is left out. */
export function readVerificationSearch({ show, reached, days }: Record<string, unknown>): VerificationSearch {
  const knownBox = boxes.find((each) => each === show);
  const knownStage = stages.find((each) => each === reached);
  const knownDays = periods.find((each) => each === String(days));
  return {
    ...(knownBox === undefined ? {} : { show: knownBox }),
    ...(knownStage === undefined ? {} : { reached: knownStage }),
    ...(knownDays === undefined || knownDays === 'all' ? {} : { days: knownDays }),
  };
}
