import type { DeclarationRow, DeclarationStepRow, RecordedStep } from '../../import/nouns/declaration-rows.ts';
import { keepingNoun } from '../../import/nouns/keeping.ts';
import { nouns } from '../../import/nouns/nouns.ts';
import type { DeclarationStep } from '../../rules/declarations/declaration.ts';
import { isoInstant } from '../../store/instant-text.ts';
import { type DeclarationTold, type Listed, listed } from '../declarations/listed.ts';

/** The nouns, each row in the shape in which it is held until it is taken: of a declaration one text, for lists of a year. */
export const keptNouns = {
  ...nouns,
  declarations: keepingNoun(nouns.declarations, (row): Listed => listed(toldBy(row))),
};

function toldBy(row: DeclarationRow | DeclarationStepRow): DeclarationTold {
  if (row.form === 'step') return { about: 'step', number: row.declarationNo, step: stepOf(row) };
  const { form: _, declarationNo: number, taxCode, ...rest } = row;
  return { about: 'declaration', taxCode, told: { ...rest, number, steps: row.steps.map(stepOf) } };
}

function stepOf({ step, at, officerEmail, actorName }: RecordedStep): DeclarationStep {
  return { step, at: isoInstant(at), officerEmail, team: actorName };
}
