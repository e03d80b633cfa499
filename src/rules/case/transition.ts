import type { CaseEventType } from './events.ts';
import type { CaseState } from './words.ts';

/** Stable codes of what a case refuses; the sentences for people are in the phrases. */
export type CaseRefusal = 'notAllowedFromHere' | 'alreadyThere';

export type Transition = { ok: true; state: CaseState } | { ok: false; refusal: CaseRefusal };

const stays = 'stays';

/**
 * Which events a case accepts in each state, and where they lead. What is not written here is refused.
 * There is no event for "not ours": a case is passed on, never turned away (PL01 Điều 1 khoản 3).
 */
const moves: Record<CaseState, Partial<Record<CaseEventType, CaseState | typeof stays>>> = {
  open: {
    assigned: stays,
    transferred: stays,
    merged: 'merged',
    absorbed: stays,
    exclusionAdded: stays,
    exclusionLiftAsked: stays,
    exclusionLifted: stays,
    redacted: stays,
    taken: stays,
    enterpriseWrote: stays,
    replied: stays,
    replyDelivered: stays,
    replyNotDelivered: stays,
    noted: stays,
    informationRequested: 'awaitingEnterprise',
    resultAwaited: 'awaitingResult',
    interimReplied: stays,
    clockBroken: stays,
    raised: stays,
    resolved: 'resolved',
    closed: 'closed',
    alerted: stays,
    alertAcknowledged: stays,
  },
  awaitingEnterprise: {
    assigned: stays,
    transferred: stays,
    merged: 'merged',
    absorbed: stays,
    exclusionAdded: stays,
    exclusionLiftAsked: stays,
    exclusionLifted: stays,
    redacted: stays,
    taken: stays,
    enterpriseWrote: 'open',
    replied: stays,
    replyDelivered: stays,
    replyNotDelivered: stays,
    noted: stays,
    informationRequested: stays,
    resultAwaited: 'awaitingResult',
    interimReplied: stays,
    clockBroken: stays,
    raised: 'open',
    resolved: 'resolved',
    closed: 'closed',
    alerted: stays,
    alertAcknowledged: stays,
  },
  awaitingResult: {
    assigned: stays,
    transferred: stays,
    merged: 'merged',
    absorbed: stays,
    exclusionAdded: stays,
    exclusionLiftAsked: stays,
    exclusionLifted: stays,
    redacted: stays,
    taken: stays,
    enterpriseWrote: stays,
    replied: stays,
    replyDelivered: stays,
    replyNotDelivered: stays,
    noted: stays,
    informationRequested: 'awaitingEnterprise',
    resultArrived: 'open',
    interimReplied: stays,
    clockBroken: stays,
    raised: 'open',
    resolved: 'resolved',
    closed: 'closed',
    alerted: stays,
    alertAcknowledged: stays,
  },
  resolved: {
    absorbed: stays,
    exclusionAdded: stays,
    exclusionLiftAsked: stays,
    exclusionLifted: stays,
    redacted: stays,
    // A word of thanks does not reopen; the enterprise says "not solved" when it is not.
    enterpriseWrote: stays,
    replied: stays,
    replyDelivered: stays,
    replyNotDelivered: stays,
    noted: stays,
    clockBroken: stays,
    raised: 'open',
    notSolved: 'open',
    closed: 'closed',
    alerted: stays,
    alertAcknowledged: stays,
  },
  closed: {
    exclusionAdded: stays,
    exclusionLiftAsked: stays,
    exclusionLifted: stays,
    redacted: stays,
    reopened: 'open',
    noted: stays,
    replyDelivered: stays,
    replyNotDelivered: stays,
    alertAcknowledged: stays,
  },
  merged: { noted: stays, replyDelivered: stays, replyNotDelivered: stays, alertAcknowledged: stays },
};

/** Where `event` leads from `state`, or why it is refused. */
export function transition(state: CaseState, event: CaseEventType): Transition {
  const next = moves[state][event];
  if (next === undefined) return { ok: false, refusal: 'notAllowedFromHere' };
  return { ok: true, state: next === stays ? state : next };
}

/** Whether the case still asks something of somebody. */
export function isLive(state: CaseState): boolean {
  return state !== 'closed' && state !== 'merged';
}
