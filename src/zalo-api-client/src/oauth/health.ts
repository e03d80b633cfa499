import type { ZaloFault } from '../result.ts';
import { isDueForRefresh, type TokenPair } from './token-pair.ts';

/** How the grant of one account is doing, with the dates an administrator needs. */
export type TokenHealth =
  | { readonly state: 'noGrant' }
  | { readonly state: 'healthy'; readonly accessExpiresAt: Date; readonly refreshTokenExpiresAt: Date }
  | { readonly state: 'expiring'; readonly accessExpiresAt?: Date; readonly refreshTokenExpiresAt: Date }
  | { readonly state: 'refreshTokenExpiresSoon'; readonly refreshTokenExpiresAt: Date }
  | {
      readonly state: 'refreshFailing';
      readonly since: Date;
      readonly lastFault?: ZaloFault;
      /** Until then the old token goes on working, unless Zalo has already replaced it. */
      readonly accessExpiresAt?: Date;
    }
  | { readonly state: 'grantLost'; readonly at: Date; readonly because: GrantLoss; readonly instruction: string };

/** `answerLost`: the platform answered a refresh and the answer never reached the store. */
export type GrantLoss = 'refused' | 'answerLost' | 'refreshTokenExpired';

const day = 86_400_000;
// "Three months" is at least this long.
const refreshTokenLife = 89 * day;
const soon = 14 * day;
const longestRefresh = 5 * 60_000;

/** A pure reading of what is stored. A refresh that began over five minutes ago and left no trace counts as failing. */
export function tokenHealth(pair: TokenPair | undefined, now: Date): TokenHealth {
  if (pair === undefined) return { state: 'noGrant' };
  if (pair.grantLost !== undefined) return lost(pair.grantLost.at, pair.grantLost.because);

  const refreshTokenExpiresAt = new Date(pair.refreshTokenObtainedAt.getTime() + refreshTokenLife);
  if (now >= refreshTokenExpiresAt) return lost(refreshTokenExpiresAt, 'refreshTokenExpired');

  const expiry = pair.access === undefined ? {} : { accessExpiresAt: pair.access.expiresAt };
  if (pair.failing !== undefined) {
    const { since, lastFault } = pair.failing;
    return { state: 'refreshFailing', since, lastFault, ...expiry };
  }
  if (pair.refreshingSince !== undefined && now.getTime() - pair.refreshingSince.getTime() > longestRefresh) {
    return { state: 'refreshFailing', since: pair.refreshingSince, ...expiry };
  }
  if (refreshTokenExpiresAt.getTime() - now.getTime() < soon) {
    return { state: 'refreshTokenExpiresSoon', refreshTokenExpiresAt };
  }
  if (pair.access === undefined || isDueForRefresh(pair, now)) {
    return { state: 'expiring', ...expiry, refreshTokenExpiresAt };
  }
  return { state: 'healthy', accessExpiresAt: pair.access.expiresAt, refreshTokenExpiresAt };
}

const howItHappened: Record<GrantLoss, string> = {
  refused: 'Zalo no longer accepts the refresh token.',
  answerLost: 'Zalo renewed the tokens, but the new ones were lost before they could be stored.',
  refreshTokenExpired: 'The refresh token was not used for three months.',
};

/** What an administrator is told, whichever way the grant was lost. */
export function grantInstruction(because: GrantLoss): string {
  return (
    `${howItHappened[because]} Grant again: as an administrator of the Official Account open the authorization page ` +
    'and accept, or store a new refresh token from the API Explorer of developers.zalo.me.'
  );
}

function lost(at: Date, because: GrantLoss): TokenHealth {
  return { state: 'grantLost', at, because, instruction: grantInstruction(because) };
}
