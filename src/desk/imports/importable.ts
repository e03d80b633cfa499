import type { Noun } from '../../import/nouns/form.ts';
import type { Act } from '../act.ts';
import { takeListed } from '../declarations/take-declarations.ts';
import { takeOrganisation } from '../organisation/take-organisation.ts';
import { takeAgreements } from '../registry/take-agreements.ts';
import { takeAssociations } from '../registry/take-associations.ts';
import { takeEnterprises } from '../registry/take-enterprises.ts';
import type { Taken } from '../registry/taken.ts';
import { keptNouns } from './kept-nouns.ts';

/** What can be brought by file: how its rows are read, and the verb that takes them. */
export interface Importable<Row extends object> {
  noun: Noun<Row>;
  /** How many rows share a transaction. */
  batchRows: number;
  /** Begins one file: the verb that takes its rows, part by part. */
  begin(): (current: Act, rows: readonly Row[]) => Promise<Taken[]>;
}

export const enterprises = importable(keptNouns.enterprises, () => takeEnterprises);
export const agreements = importable(keptNouns.agreements, () => takeAgreements);
export const associations = importable(keptNouns.associations, () => takeAssociations);
export const declarations = importable(keptNouns.declarations, () => {
  const known = new Map<string, number>();
  return (current, rows) => takeListed(current, rows, known);
});

// All of it at once: a row may name a unit that stands far below it.
export const organisation = importable(keptNouns.organisation, () => takeOrganisation, 100_000);

function importable<Row extends object>(
  noun: Noun<Row>,
  begin: Importable<Row>['begin'],
  batchRows = 2000,
): Importable<Row> {
  return { noun, batchRows, begin };
}
