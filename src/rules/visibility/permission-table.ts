export type Role = 'officer' | 'teamLead' | 'unitHead' | 'departmentLeader' | 'internalControl' | 'administrator';

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
 * The one table of what officers may do and see. Whoever is kept away from a case is reached by no row of it, and whoever
 * was given or told of a case sees that one whatever the first rows say: `canSee` says both. Programs with a key act for
 * the office, within their scopes (`scopes.ts`).
 */
const table = {
  // officer, teamLead, unitHead, departmentLeader, internalControl, administrator
  /** Problems and questions. */
  readCases: [own, own, own, all, all, no],
  /** Reports and verifications (PL07 Điều 4 khoản 3). */
  readConduct: [no, no, no, no, all, no],
  /** Be alerted to conduct that goes up by itself (PL07 Điều 5 khoản 3). */
  hearOfConduct: [no, no, no, all, all, no],
  /** Answer, note, take, hand over, transfer, wait, resolve. */
  workOnCases: [seen, seen, seen, seen, seen, seen],
  /** Keep somebody away from a case, and see who is. */
  decideExclusions: [no, no, no, seen, seen, no],
  /** Follow what comes of a finding without having verified it. */
  followFindings: [no, no, no, no, seen, no],
  /** What became of low ratings, all that one may know of in one list. */
  followVerifications: [no, no, no, all, all, no],
  /** Who opened which case, and when. */
  readViews: [no, no, no, no, all, no],
  /** Take the words of a message out of what is kept. */
  removeContent: [no, no, no, no, all, all],
  /** What enterprises said of the service; of a unit, of its own people, or of everybody. */
  readRatings: [own, own, own, all, all, no],
  /** Day by day and in any period, not only what came out; never for whoever is recorded on what was rated. */
  readExactRatings: [no, no, no, all, all, no],
  /** By the name of an officer; one's own is everybody's. */
  readRatingsByName: [no, own, own, all, all, no],
  readRatingFlags: [no, no, no, no, all, no],
  /** How the work of others goes; each figure still counts only what the person sees. */
  seeFigures: [no, own, own, all, all, no],
  /** Who has how much in hand and who is away. */
  seeWorkloads: [no, own, own, all, own, no],
  /** Share filters with a unit, and follow its corrective actions. */
  leadUnit: [no, own, own, all, no, no],
  /** The answers that one may insert; those of everybody and of the units above are offered to all. */
  readCannedReplies: [own, own, own, own, own, all],
  keepCannedReplies: [no, own, own, own, no, all],
  /** The labels in which cases are sorted; those of everybody and of the units above are offered to all. */
  keepLabels: [no, own, own, own, no, all],
  /** Propose, correct and publish what customs promises. */
  keepLibrary: [no, no, all, all, no, all],
  /** Decide who speaks for an enterprise; a head, where the enterprise has to do with the unit. */
  keepLinks: [no, no, own, all, no, all],
  /** Meet enterprises and declarations in the search: those of cases that one sees, or any. */
  findEnterprises: [seen, seen, seen, all, seen, all],
  approvePolicies: [no, no, no, all, no, all],
  /** This table as people read it. */
  readPermissions: [no, no, no, no, all, all],
  /** Units, officers, duty, responsibility, calendars, policies, keys, retention, sign-ins. */
  administer: [no, no, no, no, no, all],
  lookAfterDelivery: [no, no, no, no, no, all],
  readAuditLog: [no, no, no, no, no, all],
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof table;
// The keys of a record that is written out right above are its own.
export const permissions = Object.keys(table) as readonly Permission[];

/** How far the permission reaches for this role. */
export function reachOf(role: Role, permission: Permission): Reach {
  return table[permission][roles.indexOf(role)] ?? 'nowhere';
}
