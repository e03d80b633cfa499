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
  /** Enterprises, agreements, associations, who speaks for whom, imports. */
  'registry',
  /** The appendices: proposed, corrected, published and withdrawn versions. */
  'library',
  /** Seals and verifications of the ledgers themselves. */
  'audit',
] as const;

export type LedgerStream = (typeof ledgerStreams)[number];
