import type { CaseKind } from '../../rules/case/words.ts';
import { conflictsOf, type Exclusion } from '../../rules/routing/conflict-of-interest.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { knownOfficers, recordedSteps } from '../../store/routing.ts';
import type { Act } from '../act.ts';

export interface PossibleConflict {
  kind: CaseKind;
  description: string;
  declarationNo: string | null;
  /** The officers the enterprise chose as subject of a report or rating. */
  subjectIds?: readonly number[];
  /** The step in question; left out, everybody who is recorded on the declaration is party. */
  step?: StepName | null;
}

/** Who must never meet the case that would be opened about this, and why. Nobody for what is not about conduct. */
export async function conflictsIn({ tx }: Pick<Act, 'tx'>, matter: PossibleConflict): Promise<Exclusion[]> {
  if (!isAboutConduct(matter.kind)) return [];
  const { description: text, declarationNo, subjectIds = [], step = null } = matter;
  const recorded = await recordedSteps(tx, declarationNo);
  return conflictsOf({ text, subjectIds, step, recorded }, await knownOfficers(tx));
}
