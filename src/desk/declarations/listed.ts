import { firstTold } from '../../rules/declarations/absorb.ts';
import type { Declaration, DeclarationStep } from '../../rules/declarations/declaration.ts';
import { declarationKey } from '../../rules/identity/declaration-number.ts';
import { declarationIn, lineOf } from '../../store/declaration-lines.ts';

/** A declaration as a row tells of it, or one step of one that is known. */
export type DeclarationTold =
  | { about: 'declaration'; taxCode: string; told: Declaration }
  | { about: 'step'; number: string; step: DeclarationStep };

/** The same as a long list holds it: of a declaration one text, and what decides about it. */
export type Listed = ListedDeclaration | Extract<DeclarationTold, { about: 'step' }>;

export interface ListedDeclaration {
  about: 'declaration';
  taxCode: string;
  /** The first eleven digits. */
  key: string;
  stateAt: Date;
  /** The latest instant that the row names. */
  latestAt: Date;
  line: string;
}

export function listed(row: DeclarationTold): Listed {
  if (row.about === 'step') return row;
  const told = firstTold(row.told);
  return {
    about: 'declaration',
    taxCode: row.taxCode,
    key: declarationKey(told.number),
    stateAt: told.stateAt,
    latestAt: latestOf(told),
    line: lineOf(told),
  };
}

export function keyOf(row: Listed): string {
  return row.about === 'step' ? declarationKey(row.number) : row.key;
}

export function toldBy({ line }: ListedDeclaration): Declaration {
  return declarationIn(line);
}

function latestOf({ registeredAt, stateAt, steps }: Declaration): Date {
  const latest = registeredAt > stateAt ? registeredAt : stateAt;
  // Steps are in order.
  const last = steps.at(-1)?.at;
  if (last === undefined) return latest;
  const lastAt = new Date(last);
  return lastAt > latest ? lastAt : latest;
}
