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
  | { type: 'assigned'; officerId: number | null; unitId: number; because: string }
  /** The officer says: I have it. */
  | { type: 'taken'; officerId: number }
  | { type: 'enterpriseWrote'; messageId: number }
  | { type: 'replied'; messageId: number; officerId: number | null }
  /** The platform accepted an officer's reply. Only this stops the first-response clock. */
  | { type: 'replyDelivered'; messageId: number }
  | { type: 'replyNotDelivered'; messageId: number; because: string }
  | { type: 'noted'; messageId: number }
  | { type: 'informationRequested'; messageId: number }
  | { type: 'resultAwaited'; from: string }
  | { type: 'resultArrived' }
  | { type: 'interimReplied'; messageId: number; newDueAt: string; clock: ClockKind }
  | { type: 'clockBroken'; clock: ClockKind; cycle: number; dueAt: string }
  | {
      type: 'raised';
      fromLevel: Level;
      toLevel: Level;
      because: 'unanswered' | 'officer' | 'enterprise';
      reason?: string;
    }
  | { type: 'resolved'; messageId: number | null }
  | { type: 'notSolved' }
  | { type: 'closed'; because: 'confirmed' | 'silence' }
  | { type: 'reopened' }
  | { type: 'alerted'; alertId: number; officerId: number; reason: string }
  | { type: 'alertAcknowledged'; alertId: number; officerId: number }
  /** Passed to another unit. Policy and calendar are those of the new unit from here on. */
  | { type: 'transferred'; fromUnitId: number; toUnitId: number; policyId: number; calendarId: number; because: string }
  /** The same matter stands under another number. */
  | { type: 'merged'; into: string }
  | { type: 'absorbed'; from: string }
  | { type: 'exclusionAdded'; officerId: number; because: string }
  /** Two people are needed to let an excluded officer in: one asks, another approves. */
  | { type: 'exclusionLiftAsked'; officerId: number; because: string }
  | { type: 'exclusionLifted'; officerId: number; askedBy: number; because: string }
  /** Words were removed on a person's demand; the hash of what they were stays. */
  | { type: 'redacted'; messageId: number; sha256: string; because: string };

export type CaseEventType = CaseEventBody['type'];
type DetailOf<Body> = Body extends { type: string } ? Omit<Body, 'type'> : never;
export type CaseEventDetail = DetailOf<CaseEventBody>;

export type CaseEvent = CaseEventBody & { at: Date; by: Actor };
