import type { RedactionReason } from '../privacy/redaction.ts';
import type { RoutingReason } from '../routing/reason.ts';
import type { Actor, CaseKind, ClockKind, Level } from './words.ts';

/** What can happen to a case. The ledger holds nothing else, and everything else is derived from it. */
export type CaseEventBody =
  | {
      type: 'opened';
      kind: CaseKind;
      category: string;
      urgent: boolean;
      officeCode: string | null;
      declarationNo: string | null;
      policyId: number;
      calendarId: number;
      level: Level;
    }
  /** `routing` is there where the rules decided and not a person. */
  | { type: 'assigned'; officerId: number | null; unitId: number; because: string; routing?: RoutingReason }
  /** The officer says: I have it. */
  | { type: 'taken'; officerId: number }
  | { type: 'enterpriseWrote'; messageId: number }
  /** `files` are the digests of what went along. */
  | { type: 'replied'; messageId: number; officerId: number | null; files?: readonly string[] }
  /** The platform accepted an officer's reply. Only this stops the first-response clock. */
  | { type: 'replyDelivered'; messageId: number }
  | { type: 'replyNotDelivered'; messageId: number; because: string }
  /** `mentioned` are the colleagues that the note names. */
  | { type: 'noted'; messageId: number; mentioned?: readonly number[]; files?: readonly string[] }
  | { type: 'informationRequested'; messageId: number }
  | { type: 'resultAwaited'; from: string }
  | { type: 'resultArrived' }
  /**
   * The enterprise was told a new date before it asked. For `resolution` an officer named it and it is the promise from
   * its delivery on; for `firstResponse` it is the date that the level's own clock already keeps.
   */
  | { type: 'interimReplied'; messageId: number; newDueAt: string; clock: ClockKind }
  | { type: 'clockBroken'; clock: ClockKind; cycle: number; dueAt: string }
  | {
      type: 'raised';
      fromLevel: Level;
      toLevel: Level;
      because: 'unanswered' | 'officer' | 'enterprise';
      reason?: string;
    }
  /** Answered for good. A verification names what it found. */
  | { type: 'resolved'; messageId: number | null; outcome?: 'substantiated' | 'unsubstantiated' | 'unclear' }
  | { type: 'notSolved' }
  /** `appealed`: it goes on under another number, one level up. */
  | { type: 'closed'; because: 'confirmed' | 'silence' | 'appealed' }
  | { type: 'reopened' }
  | { type: 'alerted'; alertId: number; officerId: number; reason: string }
  | { type: 'alertAcknowledged'; alertId: number; officerId: number }
  /** Passed to another unit. Policy and calendar are those of the new unit from here on. */
  | { type: 'transferred'; fromUnitId: number; toUnitId: number; policyId: number; calendarId: number; because: string }
  /** Another version of the working calendar was approved. It counts from here on; what was used stays used. */
  | { type: 'calendarChanged'; calendarId: number; version: string }
  /** The same matter stands under another number. */
  | { type: 'merged'; into: string }
  | { type: 'absorbed'; from: string }
  /** An officer looked through what was understood of the matter, and put right what was wrong. */
  | { type: 'checked'; confirmed: readonly CheckedField[]; corrected: readonly CorrectedField[] }
  /** The name as it was then: a label may be called otherwise later. */
  | { type: 'labelled'; labelId: number; name: string }
  | { type: 'unlabelled'; labelId: number; name: string }
  | { type: 'exclusionAdded'; officerId: number; because: string }
  /** Two people are needed to let an excluded officer in: one asks, another approves. */
  | { type: 'exclusionLiftAsked'; officerId: number; because: string }
  | { type: 'exclusionLifted'; officerId: number; askedBy: number; because: string }
  /** The person has shown that they speak for this enterprise; the case is its from here on. */
  | { type: 'verified'; enterpriseId: number }
  /** Words were removed; the hash of what they were stays. Without a message: the description of the case. */
  | { type: 'redacted'; messageId: number | null; sha256: string; because: RedactionReason };

/** What the bot takes out of a person's words, and an officer may put right. */
export type CheckedField = 'category' | 'office' | 'declaration';
export interface CorrectedField {
  field: CheckedField;
  from: string | null;
  to: string | null;
}

export type CaseEventType = CaseEventBody['type'];
type DetailOf<Body> = Body extends { type: string } ? Omit<Body, 'type'> : never;
export type CaseEventDetail = DetailOf<CaseEventBody>;

export type CaseEvent = CaseEventBody & { at: Date; by: Actor };
