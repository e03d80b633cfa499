import type { CaseKind } from '../case/words.ts';
import { type Permission, type Role, reachOf } from './permission-table.ts';

export type { Role } from './permission-table.ts';

/** Who is looking. `unitIds` are the units whose work the person may see: their own and, for managers, those below. */
export interface Viewer {
  officerId: number;
  role: Role;
  unitIds: ReadonlySet<number>;
}

export interface CaseFacts {
  kind: CaseKind;
  unitId: number;
  assigneeId: number | null;
  excludedOfficerIds: ReadonlySet<number>;
  /** Who was alerted to the case: a person who was told may read what they were told about. */
  toldOfficerIds: ReadonlySet<number>;
}

/**
 * Whether the viewer may know that the case exists. Exclusion comes first and nothing overrules it: the subject of a
 * report is not told by any rank. Then whoever was given or told of the case; then the table. `store/visibility.ts` says
 * the same in SQL and a test holds the two together.
 */
export function canSee(viewer: Viewer, facts: CaseFacts): boolean {
  if (facts.excludedOfficerIds.has(viewer.officerId)) return false;
  if (facts.assigneeId === viewer.officerId || facts.toldOfficerIds.has(viewer.officerId)) return true;
  const reach = reachOf(viewer.role, readingOf(facts.kind));
  return reach === 'everywhere' || (reach === 'ownUnits' && viewer.unitIds.has(facts.unitId));
}

/** Under which permission a case of this kind is read. */
export function readingOf(kind: CaseKind): Permission {
  return isAboutConduct(kind) ? 'readConduct' : 'readCases';
}

/**
 * Whether somebody may be told of the case, and by that come to see it. Nobody who is excluded; and of conduct, besides
 * those who see it already, only the leader to whom it goes by itself (PL07 Điều 5 khoản 3).
 */
export function mayBeTold(viewer: Viewer, facts: CaseFacts): boolean {
  if (facts.excludedOfficerIds.has(viewer.officerId)) return false;
  return !isAboutConduct(facts.kind) || reachOf(viewer.role, 'hearOfConduct') === 'everywhere' || canSee(viewer, facts);
}

/** Reports and verifications are read by internal control and whoever was given them (PL07 Điều 4 khoản 3). */
export function isAboutConduct(kind: CaseKind): boolean {
  return kind === 'report' || kind === 'verification';
}

/** Whether the person answers for the units below theirs: hears of broken promises there and sees the cases. */
export function isManager(role: Role): boolean {
  return role === 'teamLead' || role === 'unitHead' || role === 'departmentLeader';
}
