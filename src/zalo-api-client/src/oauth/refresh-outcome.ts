import type { ZaloFault } from '../result.ts';
import type { TokenPair } from './token-pair.ts';

/** The pair after a refresh that brought no answer: the old pair stays, and the mark with it if anything left. */
export function afterSilence(
  before: TokenPair,
  fault: ZaloFault,
  { startedAt, answeredAt }: { startedAt: Date; answeredAt: Date },
): TokenPair {
  const after = { ...before, failing: failingSince(before, fault, answeredAt) };
  const refreshingSince = before.refreshingSince ?? (fault.category === 'unknownOutcome' ? startedAt : undefined);
  return refreshingSince === undefined ? after : { ...after, refreshingSince };
}

/**
 * The pair after the platform said no. The grant is lost if it says so, or if an earlier refresh with the same token
 * never got its answer stored and nothing points elsewhere; any other refusal may pass.
 */
export function afterRefusal(before: TokenPair, fault: ZaloFault, answeredAt: Date): TokenPair {
  const after = { ...before, failing: failingSince(before, fault, answeredAt) };
  if (!refusesTheToken(fault, before.refreshingSince !== undefined)) return after;
  const because = before.refreshingSince === undefined ? 'refused' : 'answerLost';
  return { ...after, grantLost: { at: answeredAt, because } };
}

const certain = new Set([-14014, -14024]);

// Which number a spent refresh token gets is undocumented, and at times there is none: so words and the mark count too.
function refusesTheToken(fault: ZaloFault, hasEarlierMark: boolean): boolean {
  if (fault.category === 'account' || fault.category === 'rate') return false;
  if (fault.code !== undefined && certain.has(fault.code)) return true;
  if (/refresh[ _-]?token|grant/i.test(fault.message)) return true;
  return hasEarlierMark && !/secret|app[ _-]?id/i.test(fault.message);
}

function failingSince(before: TokenPair, lastFault: ZaloFault, at: Date): TokenPair['failing'] & object {
  return { since: before.failing?.since ?? at, lastAttemptAt: at, lastFault };
}
