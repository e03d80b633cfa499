import { NotFound } from '../errors.ts';
import { canSeeInChat } from '../rules/linking/chat-sight.ts';
import { type CaseFacts, canSee, isManager, mayBeTold, type Viewer } from '../rules/visibility/can-see.ts';
import { officersTold } from '../store/alerts.ts';
import type { CaseRow } from '../store/cases.ts';
import { lockCase } from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { officerSight } from '../store/officer-sight.ts';
import { excludedFrom, type Officer, unitsBelow } from '../store/organisation.ts';
import { chatSight } from '../store/represented.ts';
import type { Act } from './act.ts';

/** Who an officer is to the rules of visibility; null for somebody who no longer works here. */
export async function viewerOf(tx: Tx | Db, officerId: number): Promise<Viewer | null> {
  const officer = await officerSight(tx, officerId);
  if (officer === null || !officer.active) return null;
  const { role, unitId, unitsBelow: below } = officer;
  return { officerId, role, unitIds: isManager(role) ? below : new Set([unitId]) };
}

/** Whether this officer may know of the case. */
export async function mayOfficerSee(tx: Tx | Db, officerId: number, row: CaseRow): Promise<boolean> {
  const viewer = await viewerOf(tx, officerId);
  return viewer !== null && canSee(viewer, await factsOf(tx, row));
}

/** Whether this officer may be told of the case: never one who is excluded or no longer works here. */
export async function mayOfficerBeTold(tx: Tx | Db, officerId: number, row: CaseRow): Promise<boolean> {
  const viewer = await viewerOf(tx, officerId);
  return viewer !== null && mayBeTold(viewer, await factsOf(tx, row));
}

/** Those of the officers who may know of the case: one look at the case for all of them. */
export async function whoMaySee<Person extends Pick<Officer, 'id' | 'role' | 'unitId' | 'active'>>(
  tx: Tx | Db,
  row: CaseRow,
  people: readonly Person[],
): Promise<Person[]> {
  const facts = await factsOf(tx, row);
  const below = new Map<number, ReadonlySet<number>>();
  const seeing: Person[] = [];
  for (const person of people) {
    const { id: officerId, role, unitId, active } = person;
    if (!active) continue;
    if (isManager(role) && !below.has(unitId)) below.set(unitId, await unitsBelow(tx, unitId));
    const unitIds = (isManager(role) ? below.get(unitId) : undefined) ?? new Set([unitId]);
    if (canSee({ officerId, role, unitIds }, facts)) seeing.push(person);
  }
  return seeing;
}

async function factsOf(tx: Tx | Db, row: CaseRow): Promise<CaseFacts> {
  return {
    ...row,
    excludedOfficerIds: await excludedFrom(tx, row.id),
    toldOfficerIds: await officersTold(tx, row.id),
  };
}

/** The case, locked, if the one who acts may see it. Otherwise it is not found, exactly as if it did not exist. */
export async function visibleCase(current: Act, reference: string): Promise<CaseRow> {
  const row = await lockCase(current.tx, reference);
  if (row === null) throw new NotFound(`vụ việc ${reference}`);
  const { by } = current;
  if (by.kind === 'officer' && !(await mayOfficerSee(current.tx, by.officerId, row)))
    throw new NotFound(`vụ việc ${reference}`);
  if (by.kind === 'contact' && !canSeeInChat(await chatSight(current.tx, by.conversationId, current.at), row))
    throw new NotFound(`vụ việc ${reference}`);
  return row;
}
