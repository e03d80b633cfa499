import type { CaseKind } from '../case/words.ts';

export type Role = 'officer' | 'teamLead' | 'unitHead' | 'departmentLeader' | 'internalControl' | 'administrator';

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
 * report is not told by any rank. `store/visibility.ts` says the same in SQL and a test holds the two together.
 */
export function canSee(viewer: Viewer, facts: CaseFacts): boolean {
  if (facts.excludedOfficerIds.has(viewer.officerId)) return false;
  if (facts.assigneeId === viewer.officerId || facts.toldOfficerIds.has(viewer.officerId)) return true;
  if (isAboutConduct(facts.kind)) return viewer.role === 'internalControl';
  if (viewer.role === 'departmentLeader' || viewer.role === 'internalControl') return true;
  // Administrators look after the system, not the cases.
  if (viewer.role === 'administrator') return false;
  return viewer.unitIds.has(facts.unitId);
}

/**
 * Whether somebody may be told of the case, and by that come to see it. Nobody who is excluded; and of conduct, besides
 * those who see it already, only the leader to whom it goes by itself (PL07 Điều 5 khoản 3).
 */
export function mayBeTold(viewer: Viewer, facts: CaseFacts): boolean {
  if (facts.excludedOfficerIds.has(viewer.officerId)) return false;
  return !isAboutConduct(facts.kind) || viewer.role === 'departmentLeader' || canSee(viewer, facts);
}

/** Reports and verifications are read by internal control and whoever was given them (PL07 Điều 4 khoản 3). */
export function isAboutConduct(kind: CaseKind): boolean {
  return kind === 'report' || kind === 'verification';
}

/** Whether the person answers for the units below theirs: hears of broken promises there and sees the cases. */
export function isManager(role: Role): boolean {
  return role === 'teamLead' || role === 'unitHead' || role === 'departmentLeader';
}
