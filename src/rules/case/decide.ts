import type { CaseEventBody } from './events.ts';
import type { CaseRefusal } from './refusals.ts';
import { type Standing, standingAfter } from './standing.ts';
import { transition } from './transition.ts';
import { highestLevel } from './words.ts';

export type Decision = { ok: true; standing: Standing } | { ok: false; refusal: CaseRefusal };

/**
 * Whether a case accepts `event` where it stands (null: before it is opened), and where that leaves it. Synchronous and
 * the only place where this is decided; whoever writes events asks here first.
 */
export function decide(standing: Standing | null, event: CaseEventBody): Decision {
  const refusal = standing === null ? whyNotYet(event) : whyNot(standing, event);
  if (refusal !== null) return { ok: false, refusal };
  const after = standingAfter(standing, event);
  return after === null ? { ok: false, refusal: 'notAllowedFromHere' } : { ok: true, standing: after };
}

function whyNotYet(event: CaseEventBody): CaseRefusal | null {
  return event.type === 'opened' ? null : 'notAllowedFromHere';
}

function whyNot(standing: Standing, event: CaseEventBody): CaseRefusal | null {
  const moved = transition(standing.state, event.type);
  if (!moved.ok) return moved.refusal;
  switch (event.type) {
    case 'resolved':
      return standing.kind === 'verification' && event.outcome === undefined ? 'needsOutcome' : null;
    case 'closed':
      // Resolved only with an outcome, a verification closes only from there.
      return standing.kind === 'verification' && standing.state !== 'resolved' ? 'needsOutcome' : null;
    case 'raised':
      return whyNotRaised(standing, event);
    case 'interimReplied':
      return whyNotRedated(standing, event);
    case 'transferred':
      return standing.unitId === event.toUnitId ? 'alreadyThere' : null;
    default:
      return null;
  }
}

/** A level that does not answer in time is always passed over; people need a reason, or an answer to be unhappy with. */
function whyNotRaised(standing: Standing, raised: Extract<CaseEventBody, { type: 'raised' }>): CaseRefusal | null {
  if (raised.because === 'unanswered') return null;
  if (standing.level === highestLevel) return 'alreadyAtTheTop';
  if (raised.because === 'officer') {
    if (standing.state === 'resolved') return 'alreadyResolved';
    return (raised.reason ?? '').trim() === '' ? 'reasonMissing' : null;
  }
  // PL01 Điều 7 khoản 3: once a level, after an answer at that level.
  if (standing.isAnswered) return null;
  return standing.wasAskedFor ? 'alreadyAskedAtThisLevel' : 'notAnsweredAtThisLevel';
}

/** One new date a level. At the top nobody is left to pass it to, and the enterprise hears again (PL01 Điều 6 khoản 4). */
function whyNotRedated(
  { isRedated, level }: Standing,
  { clock }: Extract<CaseEventBody, { type: 'interimReplied' }>,
): CaseRefusal | null {
  return clock === 'resolution' && isRedated && level < highestLevel ? 'newDateGivenAlready' : null;
}

/** Whether the enterprise may ask the next level to look at the case now: what decides if the chat offers it. */
export function mayAskForHigher(standing: Standing): boolean {
  const { level } = standing;
  if (level === highestLevel) return false;
  const event = { type: 'raised', fromLevel: level, toLevel: highestLevel, because: 'enterprise' } as const;
  return decide(standing, event).ok;
}
