import type { CaseKind } from '../../../src/rules/case/words.ts';
import type { Deed, Where } from './deeds.ts';

/**
 * What somebody who knows the rules by heart expects of a case: written apart from the rule book, in other words, so
 * that the two can be held against one another.
 */
export interface Expectation {
  kind: CaseKind;
  where: Where;
  /** Words of an officer have arrived since the case came to this level. */
  hasAnswer: boolean;
  hasNewDate: boolean;
}

/** Whether the rules let this happen; null where only the calendar can tell. */
export function isAllowed(expected: Expectation, deed: Deed): boolean | null {
  const { kind, hasAnswer, hasNewDate, where } = expected;
  const { state, level, unit } = where;
  const worked = state === 'open' || state === 'awaitingEnterprise' || state === 'awaitingResult';
  const live = worked || state === 'resolved';
  const isVerification = kind === 'verification';
  switch (deed.do) {
    case 'take':
    case 'handOver':
    case 'mergeAway':
      return worked;
    case 'transfer':
      return worked && unit !== deed.to;
    case 'awaitResult':
      return state === 'open' || state === 'awaitingEnterprise';
    case 'resultArrived':
      return state === 'awaitingResult';
    case 'reply':
      if (deed.next === 'nothing') return live;
      return worked && !(deed.next === 'resolve' && isVerification);
    case 'resolve':
      return worked && !isVerification;
    case 'conclude':
      return worked;
    case 'interim':
      return worked && (level === 4 || !hasNewDate);
    case 'raise':
      return worked && level < 4;
    case 'ask':
      return live && level < 4 && hasAnswer;
    case 'write':
    case 'absorb':
      return live;
    case 'confirm':
      return isVerification ? state === 'resolved' : live;
    case 'notSolved':
      if (state === 'closed') return null;
      return state === 'resolved';
    case 'deliver':
    case 'acknowledge':
    case 'pass':
      return true;
  }
}

/** Where an allowed deed has to lead. */
export function stateAfter({ where: { state } }: Expectation, deed: Deed): Where['state'] {
  switch (deed.do) {
    case 'awaitResult':
      return 'awaitingResult';
    case 'resultArrived':
    case 'raise':
    case 'ask':
    case 'notSolved':
      return 'open';
    case 'reply':
      if (deed.next === 'awaitEnterprise') return 'awaitingEnterprise';
      return deed.next === 'resolve' ? 'resolved' : state;
    case 'resolve':
    case 'conclude':
      return 'resolved';
    case 'confirm':
      return 'closed';
    case 'mergeAway':
      return 'merged';
    case 'write':
      return state === 'awaitingEnterprise' ? 'open' : state;
    default:
      return state;
  }
}

/** Whether time alone may lead from one to the other: a silent level is passed over, a silent enterprise closes. */
export function mayTimeLead(from: Where, to: Where): boolean {
  if (to.level < from.level) return false;
  if (from.state === to.state) return true;
  if (from.state === 'closed' || from.state === 'merged') return false;
  return to.state === 'open' || (from.state === 'resolved' && to.state === 'closed');
}
