import { hashOfRoot } from '../../rules/audit/root.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { appendLedger } from '../../store/ledger.ts';
import { headsOf, insertRoot, latestRoot, lockSealing, type StoredRoot, unsealedHeads } from '../../store/roots.ts';
import type { Act } from '../act.ts';

/**
 * Seals all ledgers as they stand, once a day: asked again on the same day, it answers the root that is there. The
 * caller exports the root after the commit.
 */
export async function sealDay(current: Act): Promise<StoredRoot> {
  const { tx, at, by, zone } = current;
  await lockSealing(tx);
  const date = localDate(at, zone);
  const last = await latestRoot(tx);
  if (last !== null && last.date >= date) return { ...last, heads: await headsOf(tx, last.date) };

  const root = { date, sealedAt: at, previousHash: last?.hash ?? '', ...(await unsealedHeads(tx)) };
  const sealed = { ...root, hash: hashOfRoot(root) };
  await insertRoot(tx, sealed);
  // The next root seals this row: a root deleted from the end is remembered by the ledger.
  await appendLedger(tx, 'audit', [{ type: 'sealed', detail: { date, hash: sealed.hash } }], by, at);
  return sealed;
}
