import { officersNamed, postsNamed } from './named-officers.ts';
import type { RecordedStep, StepName } from './step-in-question.ts';

export interface Exclusion {
  officerId: number;
  because: ExclusionReason;
}

/** Why an officer must never meet a case. Internal control may add others in words of its own. */
export type ExclusionReason =
  | 'subject'
  | 'namedInReport'
  | 'superiorNamed'
  | 'recordedOnDeclaration'
  /** Who verified a matter does not look at it a second time. */
  | 'verifiedFirst'
  | `recordedOnStep:${StepName}`;

export interface ConductMatter {
  text: string;
  /** The officers a rating or report is about, where the enterprise chose them. */
  subjectIds: readonly number[];
  /** The step in question; null excludes everybody who is recorded on the declaration. */
  step: StepName | null;
  recorded: readonly RecordedStep[];
}

export interface KnownOfficer {
  id: number;
  name: string;
  title: string;
  isManager: boolean;
  unitNames: readonly string[];
}

/**
 * Who must never be assigned, asked, shown or told a matter about conduct (PL07 Điều 3 khoản 3): the subject, those
 * recorded on the declaration for the step in question, and the superior if named. Each officer once, by the first reason.
 */
export function conflictsOf(matter: ConductMatter, officers: readonly KnownOfficer[]): Exclusion[] {
  const { step } = matter;
  const recorded = step === null ? matter.recorded : matter.recorded.filter((each) => each.step === step);
  const managers = officers.filter(({ isManager }) => isManager);
  const found: Exclusion[] = [
    ...matter.subjectIds.map((officerId): Exclusion => ({ officerId, because: 'subject' })),
    ...officersNamed(matter.text, officers).map(({ id }): Exclusion => ({ officerId: id, because: 'namedInReport' })),
    ...recorded.map(
      ({ officerId }): Exclusion => ({
        officerId,
        because: step === null ? 'recordedOnDeclaration' : `recordedOnStep:${step}`,
      }),
    ),
    ...postsNamed(matter.text, managers).map(({ id }): Exclusion => ({ officerId: id, because: 'superiorNamed' })),
  ];
  return eachOnce(found);
}

/** Each officer once, by the first reason. */
export function eachOnce(exclusions: readonly Exclusion[]): Exclusion[] {
  return [...new Map(exclusions.toReversed().map((each) => [each.officerId, each])).values()].toReversed();
}
