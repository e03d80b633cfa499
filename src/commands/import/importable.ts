import type { Act } from '../../desk/act.ts';
import { type DeclarationTold, type Listed, listed } from '../../desk/declarations/listed.ts';
import { takeListed } from '../../desk/declarations/take-declarations.ts';
import { takeOrganisation } from '../../desk/organisation/take-organisation.ts';
import { takeAgreements } from '../../desk/registry/take-agreements.ts';
import { takeAssociations } from '../../desk/registry/take-associations.ts';
import { takeEnterprises } from '../../desk/registry/take-enterprises.ts';
import type { Taken } from '../../desk/registry/taken.ts';
import type { DeclarationRow, DeclarationStepRow, RecordedStep } from '../../import/nouns/declaration-rows.ts';
import type { Noun } from '../../import/nouns/form.ts';
import { keepingNoun } from '../../import/nouns/keeping.ts';
import { nouns } from '../../import/nouns/nouns.ts';
import type { DeclarationStep } from '../../rules/declarations/declaration.ts';

/** What can be brought by file: how its rows are read, and the verb that takes them. */
export interface Importable<Row extends object> {
  noun: Noun<Row>;
  /** How many rows share a transaction. */
  batchRows: number;
  /** Begins one file: the verb that takes its rows, part by part. */
  begin(): (current: Act, rows: readonly Row[]) => Promise<Taken[]>;
}

export const enterprises = importable(nouns.enterprises, () => takeEnterprises);
export const agreements = importable(nouns.agreements, () => takeAgreements);
export const associations = importable(nouns.associations, () => takeAssociations);
export const declarations = importable(
  keepingNoun(nouns.declarations, (row): Listed => listed(toldBy(row))),
  () => {
    const known = new Map<string, number>();
    return (current, rows) => takeListed(current, rows, known);
  },
);

// All of it at once: a row may name a unit that stands far below it.
export const organisation = importable(nouns.organisation, () => takeOrganisation, 100_000);

function importable<Row extends object>(
  noun: Noun<Row>,
  begin: Importable<Row>['begin'],
  batchRows = 2000,
): Importable<Row> {
  return { noun, batchRows, begin };
}

function toldBy(row: DeclarationRow | DeclarationStepRow): DeclarationTold {
  if (row.form === 'step') return { about: 'step', number: row.declarationNo, step: stepOf(row) };
  const { form: _, declarationNo: number, taxCode, ...rest } = row;
  return { about: 'declaration', taxCode, told: { ...rest, number, steps: row.steps.map(stepOf) } };
}

function stepOf({ step, at, officerEmail, actorName }: RecordedStep): DeclarationStep {
  return { step, at: at.toISOString(), officerEmail, team: actorName };
}
