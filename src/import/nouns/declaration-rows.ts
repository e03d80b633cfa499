import type { DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';

/** Who did a step: by e-mail where the file gives one, or as the file names the officer or team. */
export interface StepActor {
  officerEmail: string | null;
  actorName: string | null;
}

export interface RecordedStep extends StepActor {
  step: StepName;
  at: Date;
}

export interface DeclarationRow {
  form: 'declaration';
  /** Twelve digits. */
  declarationNo: string;
  taxCode: string;
  officeCode: string | null;
  typeCode: string | null;
  channel: RiskChannel | null;
  registeredAt: Date;
  /** As the file says, or else as the steps show. */
  state: DeclarationState;
  /** As the file says, or else the time of the latest step that it tells of. */
  stateAt: Date;
  /** Oldest first; the registration is always the first of those at one time. */
  steps: readonly RecordedStep[];
}

/** One step of a declaration that is told of elsewhere. */
export interface DeclarationStepRow extends RecordedStep {
  form: 'step';
  declarationNo: string;
}
