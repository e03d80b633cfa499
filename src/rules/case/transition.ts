import type { CaseEventType } from './events.ts';
import type { CaseRefusal } from './refusals.ts';
import type { CaseState } from './words.ts';

export type Transition = { ok: true; state: CaseState } | { ok: false; refusal: CaseRefusal };

/**
 * The rule book of a case's life, for all four kinds. First what leaves a case where it stands, by how far it has come;
 * then what moves it. Whatever is written in neither is refused. What one kind refuses beyond that, and what depends on
 * the history, is in `decide.ts`.
 *
 * There is no event for "not ours": a case is passed on, never turned away (PL01 Điều 1 khoản 3).
 */
const staysWherever: readonly CaseEventType[] = [
  'noted',
  'replyDelivered',
  'replyNotDelivered',
  'alertAcknowledged',
  'redacted',
  'labelled',
  'unlabelled',
];
const staysUntilMerged: readonly CaseEventType[] = [
  'exclusionAdded',
  'verified',
  'exclusionLiftAsked',
  'exclusionLifted',
  // On a closed case only together with a reopening, which counts by the calendar in force.
  'calendarChanged',
];
// A word of thanks does not reopen an answered case; the enterprise says "not solved" when it is not.
const staysUntilClosed: readonly CaseEventType[] = [
  'enterpriseWrote',
  'replied',
  'clockBroken',
  'alerted',
  'absorbed',
  'checked',
];
const staysUntilResolved: readonly CaseEventType[] = [
  'assigned',
  'taken',
  'transferred',
  'raised',
  'interimReplied',
  'informationRequested',
];

const stays: Record<CaseState, ReadonlySet<CaseEventType>> = {
  open: new Set([...staysWherever, ...staysUntilMerged, ...staysUntilClosed, ...staysUntilResolved]),
  awaitingEnterprise: new Set([...staysWherever, ...staysUntilMerged, ...staysUntilClosed, ...staysUntilResolved]),
  awaitingResult: new Set([...staysWherever, ...staysUntilMerged, ...staysUntilClosed, ...staysUntilResolved]),
  resolved: new Set([...staysWherever, ...staysUntilMerged, ...staysUntilClosed]),
  closed: new Set([...staysWherever, ...staysUntilMerged]),
  merged: new Set(staysWherever),
};

type Moves = Partial<Record<CaseEventType, CaseState>>;

// The enterprise may close what nobody has answered: it knows best when its goods have left.
const ends: Moves = { resolved: 'resolved', closed: 'closed', merged: 'merged' };

const moves: Record<CaseState, Moves> = {
  open: { ...ends, informationRequested: 'awaitingEnterprise', resultAwaited: 'awaitingResult' },
  // A case that climbs while it waits is worked on again.
  awaitingEnterprise: { ...ends, enterpriseWrote: 'open', resultAwaited: 'awaitingResult', raised: 'open' },
  awaitingResult: { ...ends, resultArrived: 'open', informationRequested: 'awaitingEnterprise', raised: 'open' },
  resolved: { notSolved: 'open', raised: 'open', closed: 'closed' },
  closed: { reopened: 'open' },
  merged: {},
};

/** Where `event` leads from `state`, or why it is refused. */
export function transition(state: CaseState, event: CaseEventType): Transition {
  const next = moves[state][event];
  if (next !== undefined) return { ok: true, state: next };
  return stays[state].has(event) ? { ok: true, state } : { ok: false, refusal: whyNot(state, event) };
}

function whyNot(state: CaseState, event: CaseEventType): CaseRefusal {
  if (event === 'opened') return 'alreadyOpened';
  if (state === 'merged') return 'caseIsMerged';
  if (state === 'closed') return 'caseIsClosed';
  if (event === 'reopened') return 'notClosed';
  if (event === 'notSolved') return 'notResolved';
  if (state === 'awaitingResult' && event === 'resultAwaited') return 'resultAlreadyAwaited';
  if (event === 'resultArrived') return 'noResultAwaited';
  return state === 'resolved' ? 'alreadyResolved' : 'notAllowedFromHere';
}

/** Whether the case still asks something of somebody. */
export function isLive(state: CaseState): boolean {
  return state !== 'closed' && state !== 'merged';
}
