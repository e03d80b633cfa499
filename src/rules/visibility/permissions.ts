import { type CaseFacts, canSee, type Role, type Viewer } from './can-see.ts';

/**
 * How far a permission reaches: nowhere, to the person's own units (and those below, for managers), to the cases that
 * the person sees, or everywhere. A case that is not seen is reached by nobody: see `mayDoToCase`.
 */
export type Reach = 'nowhere' | 'ownUnits' | 'seenCases' | 'everywhere';

/** The order of the columns below. */
export const roles = [
  'officer',
  'teamLead',
  'unitHead',
  'departmentLeader',
  'internalControl',
  'administrator',
] as const satisfies readonly Role[];

type Row = readonly [Reach, Reach, Reach, Reach, Reach, Reach];

const no = 'nowhere';
const own = 'ownUnits';
const seen = 'seenCases';
const all = 'everywhere';

/**
 * The one table of what officers may do. Reading cases is not in it: `canSee` decides that alone, and every act on a case
 * asks it first. Programs with a key act for the office, within their scopes (`scopes.ts`).
 */
const table = {
  // officer, teamLead, unitHead, departmentLeader, internalControl, administrator
  /** Answer, note, take, hand over, transfer, wait, resolve. */
  workOnCases: [seen, seen, seen, seen, seen, seen],
  /** Keep somebody away from a case, and see who is. */
  decideExclusions: [no, no, no, seen, seen, no],
  /** Follow what comes of a finding without having verified it. */
  followFindings: [no, no, no, no, seen, no],
  /** Take the words of a message out of what is kept. */
  removeContent: [no, no, no, no, all, all],
  readRatingFlags: [no, no, no, no, all, no],
  /** How the work of others goes; each figure still counts only what the person sees. */
  seeFigures: [no, own, own, all, all, no],
  /** Share filters with a unit, and follow its corrective actions. */
  leadUnit: [no, own, own, all, no, no],
  keepCannedReplies: [no, own, own, own, no, all],
  /** Propose, correct and publish what customs promises. */
  keepLibrary: [no, no, all, all, no, all],
  /** Decide who speaks for an enterprise; a head, where the enterprise has to do with the unit. */
  keepLinks: [no, no, own, all, no, all],
  approvePolicies: [no, no, no, all, no, all],
  /** Units, officers, duty, responsibility, calendars, policies, keys, retention, sign-ins. */
  administer: [no, no, no, no, no, all],
  lookAfterDelivery: [no, no, no, no, no, all],
  readAuditLog: [no, no, no, no, no, all],
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof table;
export const permissions = Object.keys(table) as readonly Permission[];

/** How far the permission reaches for this role. */
export function reachOf(role: Role, permission: Permission): Reach {
  return table[permission][roles.indexOf(role)] ?? 'nowhere';
}

/** Whether the role has the permission anywhere at all. */
export function mayDo({ role }: Pick<Viewer, 'role'>, permission: Permission): boolean {
  return reachOf(role, permission) !== 'nowhere';
}

/** Whether the viewer has the permission for what belongs to any of these units. */
export function mayDoIn(viewer: Viewer, permission: Permission, unitIds: Iterable<number>): boolean {
  const reach = reachOf(viewer.role, permission);
  return reach === 'everywhere' || (reach === 'ownUnits' && [...unitIds].some((id) => viewer.unitIds.has(id)));
}

export type CaseAnswer = 'allowed' | 'refused' | 'unknownToThem';

/** Whether the viewer may do this to the case. Whoever may not see it is told that it is not there, never that it is. */
export function mayDoToCase(viewer: Viewer, permission: Permission, facts: CaseFacts): CaseAnswer {
  if (!canSee(viewer, facts)) return 'unknownToThem';
  const reach = reachOf(viewer.role, permission);
  if (reach === 'ownUnits') return viewer.unitIds.has(facts.unitId) ? 'allowed' : 'refused';
  return reach === 'nowhere' ? 'refused' : 'allowed';
}
