/** The ledgers that are not a case's: one chain for each kind of thing that administrators and the system do. */
export const ledgerStreams = [
  /** Units, officers, roster, absences, responsibility rules. */
  'organisation',
  'policies',
  'calendars',
  /** Administrators, sign-ins, API keys, link codes. */
  'access',
  /** What was removed of what people wrote. */
  'privacy',
  /** Ratings, invitations, what follows a low one. */
  'ratings',
  /** Who began and stopped watching which case. */
  'watching',
  /** Who opened a report or a verification. */
  'views',
  /** Enterprises, agreements, associations, who speaks for whom, imports. */
  'registry',
  /** The appendices: proposed, corrected, published and withdrawn versions. */
  'library',
  /** Seals and verifications of the ledgers themselves. */
  'audit',
] as const;

export type LedgerStream = (typeof ledgerStreams)[number];

/**
 * What no officer reads as a ledger: whoever reads may be rated, or the subject of a report, and would learn here that
 * somebody rated, watches or opened it.
 */
export const streamsKeptFromOfficers: readonly LedgerStream[] = ['ratings', 'watching', 'views'];
