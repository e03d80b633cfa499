import { declarationByRow } from './declaration-columns.ts';
import type { DeclarationRow, DeclarationStepRow } from './declaration-rows.ts';
import { stepByRow } from './declaration-step-columns.ts';
import type { Noun } from './form.ts';

/** Declarations with their steps in columns, or one step a row: the headers say which. */
export const declarations: Noun<DeclarationRow | DeclarationStepRow> = {
  name: 'declarations',
  title: 'tờ khai',
  forms: [declarationByRow, stepByRow],
};
