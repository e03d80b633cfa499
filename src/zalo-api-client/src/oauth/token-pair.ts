import type { ZaloFault } from '../result.ts';
import type { Granted } from './client.ts';

/** All that is known about the grant of one account. Kept by the store, which had better encrypt it. */
export interface TokenPair {
  readonly refreshToken: string;
  readonly refreshTokenObtainedAt: Date;
  /** Absent until the first refresh when only a refresh token was given at first. */
  readonly access?: { readonly token: string; readonly obtainedAt: Date; readonly expiresAt: Date };
  /** A refresh with this refresh token has left and no answer was stored: it may be spent. */
  readonly refreshingSince?: Date;
  /** A run of refreshes that failed. */
  readonly failing?: { readonly since: Date; readonly lastAttemptAt: Date; readonly lastFault: ZaloFault };
  /** The refresh token was refused for good: an administrator has to grant again. */
  readonly grantLost?: { readonly at: Date; readonly because: 'refused' | 'answerLost' };
}

/** The pair that Zalo has just handed out. */
export function pairFromGrant(granted: Granted, now: Date): TokenPair {
  const expiresAt = new Date(now.getTime() + granted.expiresInSeconds * 1000);
  return {
    refreshToken: granted.refreshToken,
    refreshTokenObtainedAt: now,
    access: { token: granted.accessToken, obtainedAt: now, expiresAt },
  };
}

/** A pair to start from when only a refresh token is known, as copied from Zalo's API Explorer. */
export function pairFromRefreshToken(refreshToken: string, now: Date): TokenPair {
  return { refreshToken, refreshTokenObtainedAt: now };
}

/** Usable until, and not at, the instant it expires. */
export function isUsable(pair: TokenPair, now: Date): boolean {
  return pair.access !== undefined && now < pair.access.expiresAt;
}

/** True as soon as less than half of the access token's life is left. */
export function isDueForRefresh(pair: TokenPair, now: Date): boolean {
  if (pair.access === undefined) return true;
  const { obtainedAt, expiresAt } = pair.access;
  return expiresAt.getTime() - now.getTime() < (expiresAt.getTime() - obtainedAt.getTime()) / 2;
}
