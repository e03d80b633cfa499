/** The words every rule about a case shares. */

export type CaseKind = 'issue' | 'report' | 'verification' | 'question';

export type CaseState =
  /** Somebody has to act: nobody has it yet, or an officer is working on it. */
  | 'open'
  /** Customs asked the enterprise something; the resolution clock stands. */
  | 'awaitingEnterprise'
  /** A result from elsewhere is needed (specialised inspection, laboratory); the resolution clock stands. */
  | 'awaitingResult'
  /** Answered for good; the enterprise confirms, or says nothing for three working days. */
  | 'resolved'
  | 'closed'
  | 'merged';

/** How high the case stands (PL01 Điều 5). Who answers at a level is data of the policy. */
export type Level = 1 | 2 | 3 | 4;

export const highestLevel: Level = 4;

/**
 * A promise being timed. `firstResponse` is also the answer clock of each level: it begins anew with the level's own time
 * whenever the case climbs, so its first run is the first response and every later one the answer that level owes.
 */
export type ClockKind = 'acknowledge' | 'firstResponse' | 'resolution';

/** Who did something. Every event names one. */
export type Actor =
  | { kind: 'officer'; officerId: number }
  | { kind: 'contact'; conversationId: number }
  | { kind: 'apiKey'; name: string }
  | { kind: 'schedule'; name: string }
  /** A step of the ladder fell due. */
  | { kind: 'clock' }
  | { kind: 'channel'; name: string };
