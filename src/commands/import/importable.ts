import { type DeclarationTold, takeDeclarations } from '../../desk/declarations/take-declarations.ts';
import { takeAgreements } from '../../desk/registry/take-agreements.ts';
import { takeAssociations } from '../../desk/registry/take-associations.ts';
import { takeEnterprises } from '../../desk/registry/take-enterprises.ts';
import type { Taken, Taking } from '../../desk/registry/taken.ts';
import type { DeclarationRow, DeclarationStepRow, RecordedStep } from '../../import/nouns/declaration-rows.ts';
import type { Noun } from '../../import/nouns/form.ts';
import { nouns } from '../../import/nouns/nouns.ts';
import type { DeclarationStep } from '../../rules/declarations/declaration.ts';

/** What can be brought by file: how its rows are read, and the verb that takes them. */
export interface Importable<Row extends object> {
  noun: Noun<Row>;
  take(current: Taking, rows: readonly Row[]): Promise<Taken[]>;
}

export const enterprises = importable(nouns.enterprises, takeEnterprises);
export const agreements = importable(nouns.agreements, takeAgreements);
export const associations = importable(nouns.associations, takeAssociations);
export const declarations = importable(nouns.declarations, (current, rows) =>
  takeDeclarations(current, rows.map(toldBy)),
);

function importable<Row extends object>(noun: Noun<Row>, take: Importable<Row>['take']): Importable<Row> {
  return { noun, take };
}

function toldBy(row: DeclarationRow | DeclarationStepRow): DeclarationTold {
  if (row.form === 'step') return { about: 'step', number: row.declarationNo, step: stepOf(row) };
  const { form: _, declarationNo: number, taxCode, ...rest } = row;
  return { about: 'declaration', taxCode, told: { ...rest, number, steps: row.steps.map(stepOf) } };
}

function stepOf({ step, at, officerEmail, actorName }: RecordedStep): DeclarationStep {
  return { step, at: at.toISOString(), officerEmail, team: actorName };
}
