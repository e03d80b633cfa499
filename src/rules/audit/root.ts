import { canonicalText, type Head, sha256 } from './chain.ts';

/** Where a ledger ended when it was sealed: `case/VM-2026-000123` or the name of a stream. */
export interface SealedHead extends Head {
  ledger: string;
}

/**
 * The seal of one day over all ledgers. It names the heads that moved since the root before and carries that root's
 * hash, so its own hash vouches for every head ever sealed: one root that is kept elsewhere is enough to find a change
 * in any row up to that day.
 */
export interface Root {
  date: string;
  sealedAt: Date;
  /** How many ledgers there were, and how many rows in all of them. */
  ledgers: number;
  rows: number;
  previousHash: string;
  heads: readonly SealedHead[];
}

/** The same whatever the order of the heads. */
export function hashOfRoot({ date, sealedAt, ledgers, rows, previousHash, heads }: Root): string {
  const lines = heads.map(({ ledger, ordinal, hash }) => `${ledger}\t${ordinal}\t${hash}\n`).sort();
  return sha256(canonicalText([date, sealedAt, ledgers, rows, previousHash, sha256(lines.join(''))]));
}
