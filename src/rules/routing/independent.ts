import { isManager, type Role } from '../visibility/can-see.ts';
import { controlRole, leaderRole, leadingRoles } from '../visibility/ranks.ts';
import { type Candidate, chooseOfficer } from './route.ts';

export interface TreeUnit {
  id: number;
  parentId: number | null;
}

/** Somebody who could take a matter about conduct: internal control, or one who leads a unit. */
export interface Independent extends Candidate {
  unitId: number;
  role: Role;
  /** Who stands in while the officer is away. */
  substituteId: number | null;
}

export type IndependentChoice =
  | { to: 'officer'; officerId: number; unitId: number; because: 'internalControl' | 'independentAbove' }
  /** The department's queue. `tell` is the one who hears of it: somebody who may know of the case, or nobody. */
  | { to: 'queue'; unitId: number; because: 'nobodyEligible'; tell: number | null };

/**
 * Who takes a matter about conduct: internal control, nearest first; else the head of the nearest unit above everybody
 * concerned; else the department's queue. Nobody who is excluded is ever chosen or told, whatever the rank.
 */
export function chooseIndependent(input: {
  units: readonly TreeUnit[];
  people: readonly Independent[];
  /** The units of those who are excluded, and of the office that the matter is about. */
  concernedUnitIds: readonly number[];
}): IndependentChoice {
  const { people } = input;
  const tree = new Map(input.units.map((unit) => [unit.id, unit.parentId]));
  const concerned = [...new Set(input.concernedUnitIds)].map((id) => ancestry(tree, id));

  const control = people.filter(({ role }) => role === controlRole);
  const controlUnits = [...new Set(control.map(({ unitId }) => unitId))].toSorted(
    (a, b) => nearness(tree, concerned, b) - nearness(tree, concerned, a) || a - b,
  );
  for (const unitId of controlUnits) {
    const choice = chooseOfficer(control.filter((person) => person.unitId === unitId));
    if (choice.to === 'officer') return { ...choice, unitId, because: 'internalControl' };
  }

  const rootId = input.units.find(({ parentId }) => parentId === null)?.id;
  if (rootId === undefined) throw new RangeError('An organisation has a root unit');
  for (const unitId of [...above(concerned), rootId]) {
    const officerId = headOf(unitId, unitId === rootId, people, new Set(input.concernedUnitIds));
    if (officerId !== null) return { to: 'officer', officerId, unitId, because: 'independentAbove' };
  }
  return { to: 'queue', unitId: rootId, because: 'nobodyEligible', tell: whoMayKnow(people) };
}

/** The one present who leads the unit, or a substitute from a unit that is not concerned. At the root only its leader counts. */
function headOf(unitId: number, isRoot: boolean, people: readonly Independent[], concerned: ReadonlySet<number>) {
  const heads = people
    .filter((person) => person.unitId === unitId && !person.isExcluded)
    .filter(({ role }) => (isRoot ? role === leaderRole : isManager(role)))
    .toSorted((a, b) => leadingRoles.indexOf(a.role) - leadingRoles.indexOf(b.role) || a.officerId - b.officerId);
  const present = heads.find(({ isAbsent }) => !isAbsent);
  if (present !== undefined) return present.officerId;
  for (const { substituteId } of heads) {
    const substitute = people.find(({ officerId }) => officerId === substituteId);
    if (substitute === undefined || substitute.isAbsent || substitute.isExcluded) continue;
    if (isManager(substitute.role) && !concerned.has(substitute.unitId)) return substitute.officerId;
  }
  return null;
}

// They are away, or somebody would have been chosen; the alert waits for them.
function whoMayKnow(people: readonly Independent[]): number | null {
  const known = people.filter(({ isExcluded }) => !isExcluded);
  const told = known.find(({ role }) => role === leaderRole) ?? known.find(({ role }) => role === controlRole);
  return told?.officerId ?? null;
}

/** The unit and all above it, the root last. */
function ancestry(tree: ReadonlyMap<number, number | null>, unitId: number): number[] {
  const path: number[] = [];
  for (let id: number | null | undefined = unitId; id != null && !path.includes(id); id = tree.get(id)) path.push(id);
  return path;
}

/** Units above everybody concerned, the nearest first. */
function above(concerned: readonly (readonly number[])[]): number[] {
  const [first, ...others] = concerned.map((path) => path.slice(1));
  return (first ?? []).filter((id) => others.every((path) => path.includes(id)));
}

/** How many units above it a unit shares with those concerned: the more, the nearer. */
function nearness(
  tree: ReadonlyMap<number, number | null>,
  concerned: readonly (readonly number[])[],
  unitId: number,
): number {
  const path = ancestry(tree, unitId);
  return Math.max(0, ...concerned.map((other) => path.filter((id) => other.includes(id)).length));
}
