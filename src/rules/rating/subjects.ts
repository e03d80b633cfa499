import { hash } from 'node:crypto';
import type { DeclarationStep } from '../declarations/declaration.ts';
import { asOf, type Span } from '../organisation/spans.ts';
import { localDate } from '../working-time/local-date.ts';
import type { RatedSnapshot, SubjectKind } from './rating.ts';

/** Who or what is rated. `key` is a unit's or officer's id, a team's name, a step; empty for the declaration as a whole. */
export interface Subject {
  kind: SubjectKind;
  key: string;
}

export const wholeDeclaration: Subject = { kind: 'declaration', key: '' };

/** An officer with every post held so far. */
export interface PostedOfficer {
  officerId: number;
  posts: readonly (Span & { unitId: number })[];
}

/**
 * Who did what on a declaration, with the unit in which each officer was on the day of the step. Made when somebody rates;
 * whoever moves afterwards takes none of it along.
 */
export function snapshotOf(
  steps: readonly DeclarationStep[],
  officeUnitId: number | null,
  officerOf: (email: string) => PostedOfficer | undefined,
  zone: string,
): RatedSnapshot {
  return {
    unitId: officeUnitId,
    steps: steps.map(({ step, at, officerEmail, team = null }) => {
      const officer = officerEmail === null ? undefined : officerOf(officerEmail.toLowerCase());
      const post = officer === undefined ? null : asOf(officer.posts, localDate(new Date(at), zone));
      return { step, at, officerId: officer?.officerId ?? null, unitId: post?.unitId ?? officeUnitId, team };
    }),
  };
}

/** Everything that can be rated on a declaration, each once (PL08 Điều 3): the whole, then units, teams, steps, officers. */
export function rateable(snapshot: RatedSnapshot): Subject[] {
  const { unitId, steps } = snapshot;
  const units = [unitId, ...steps.map((step) => step.unitId)].filter((id) => id !== null);
  const teams = steps.flatMap(({ team }) => team ?? []);
  const officers = steps.flatMap(({ officerId }) => officerId ?? []);
  const each = (kind: SubjectKind, keys: readonly (string | number)[]): Subject[] =>
    [...new Set(keys)].map((key) => ({ kind, key: String(key) }));
  return [
    wholeDeclaration,
    ...each('unit', units),
    ...each('team', teams),
    ...each(
      'step',
      steps.map(({ step }) => step),
    ),
    ...each('officer', officers),
  ];
}

/** The unit for which a rating counts: the one that did the rated thing, else the one of the office. */
export function unitOfSubject({ unitId, steps }: RatedSnapshot, { kind, key }: Subject): number | null {
  if (kind === 'unit') return Number(key);
  const done = steps.find(
    ({ step, team, officerId }) =>
      (kind === 'step' && step === key) ||
      (kind === 'team' && team === key) ||
      (kind === 'officer' && String(officerId) === key),
  );
  return done?.unitId ?? unitId;
}

const letters: Readonly<Record<SubjectKind, string>> = {
  declaration: 'd',
  unit: 'u',
  team: 't',
  step: 's',
  officer: 'o',
};

/** A subject in a few characters for a button: a team's name, which may be long and has marks, by its digest. */
export function subjectCode({ kind, key }: Subject): string {
  return `${letters[kind]}${kind === 'team' ? hash('sha256', key, 'base64url').slice(0, 10) : key}`;
}

/** The subject of the declaration that a code stands for; null for one that is not (or no longer) on it. */
export function subjectOfCode(snapshot: RatedSnapshot, code: string): Subject | null {
  return rateable(snapshot).find((subject) => subjectCode(subject) === code) ?? null;
}
