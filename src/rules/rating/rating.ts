import type { StepName } from '../routing/step-in-question.ts';

/** 5 Rất hài lòng, 4 Hài lòng, 3 Bình thường, 2 Không hài lòng, 1 Rất không hài lòng (PL08 Điều 2). */
export type RatingLevel = 1 | 2 | 3 | 4 | 5;

/** What is rated (PL08 Điều 3): the declaration as a whole, or somebody or something in its handling. */
export type SubjectKind = 'declaration' | 'unit' | 'team' | 'step' | 'officer';

/** What was rated, with the name of the unit, the team or the officer or the code of the step; null where none is told. */
export interface RatedSubject {
  kind: SubjectKind;
  name: string | null;
}

/** Who did what on the declaration when it was rated, with the unit the officer was in at the time of the step. */
export interface RatedSnapshot {
  unitId: number | null;
  steps: readonly RatedStep[];
}

export interface RatedStep {
  step: StepName;
  /** ISO instant. */
  at: string;
  officerId: number | null;
  unitId: number | null;
  team: string | null;
}
