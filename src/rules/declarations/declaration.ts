import type { StepName } from '../routing/step-in-question.ts';

export type RiskChannel = 'green' | 'yellow' | 'red';
export type DeclarationState = 'registered' | 'inspecting' | 'released' | 'stored' | 'cleared' | 'cancelled';

export interface DeclarationStep {
  step: StepName;
  /** ISO instant. */
  at: string;
  officerEmail: string | null;
  /** The team, where the log names no officer. */
  team?: string | null;
}

/** What is known of a declaration. */
export interface Declaration {
  /** Twelve digits, the last as high as it was ever told. */
  number: string;
  officeCode: string | null;
  typeCode: string | null;
  channel: RiskChannel | null;
  registeredAt: Date;
  state: DeclarationState;
  /** When it came into this state. */
  stateAt: Date;
  /** Oldest first. */
  steps: readonly DeclarationStep[];
}

/** The state that each step leaves a declaration in. */
export const stateAfter: Readonly<Record<StepName, DeclarationState>> = {
  registered: 'registered',
  documentCheck: 'inspecting',
  physicalInspection: 'inspecting',
  channelChange: 'inspecting',
  released: 'released',
  stored: 'stored',
  cleared: 'cleared',
};
