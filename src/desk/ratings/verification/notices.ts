import type { VerificationOutcome } from '../../../store/schema/ratings.ts';

/** What the enterprise is told of the verification of its rating. Nobody who was rated is named. */
export interface OutcomeNotice {
  reference: string;
  outcome: VerificationOutcome;
  told: string;
  officerTitle: string;
  unitName: string;
  mayAppeal: boolean;
  /** Working days of silence after which the matter is closed. */
  silenceDays: number;
}

/**
 * What an officer is told around a verification without being let into it: no case number, no enterprise, no declaration,
 * except to those who look whether an action helped and who may see the case.
 */
export type ActionNotice =
  | { kind: 'ordered' | 'dueSoon' | 'overdue'; what: string; dueOn: string }
  | { kind: 'overdueAbove'; what: string; dueOn: string; ownerName: string }
  | { kind: 'checkDue'; what: string; checkDueOn: string; reference: string }
  /** To the head of a rated unit who is no party to it (PL08 Điều 6 khoản 1). */
  | { kind: 'lowRatingInUnit'; unitName: string };
