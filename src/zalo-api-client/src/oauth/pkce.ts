import { createHash, randomBytes } from 'node:crypto';

/**
 * Whether and how the grant is protected by a code verifier. Zalo's own sources differ: none at all, one pair stored in
 * the developer console, or a fresh pair for each grant.
 */
export type PkceMode =
  | { readonly kind: 'none' }
  | { readonly kind: 'static'; readonly verifier: string }
  | { readonly kind: 'perRequest' };

export interface Pkce {
  /** Kept until the code is exchanged. */
  readonly verifier?: string;
  /** Goes into the address. */
  readonly challenge?: string;
}

export function preparePkce(mode: PkceMode): Pkce {
  if (mode.kind === 'none') return {};
  const verifier = mode.kind === 'static' ? mode.verifier : createVerifier();
  return { verifier, challenge: challengeOf(verifier) };
}

/** 43 characters, as Zalo demands: 32 random bytes in base64url. */
export function createVerifier(): string {
  return randomBytes(32).toString('base64url');
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
