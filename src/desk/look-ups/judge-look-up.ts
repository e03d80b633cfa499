import { type LookupRow, lookupById, saveLookup } from '../../store/lookups.ts';
import type { Act } from '../act.ts';

/**
 * The person says whether what was shown helped; a later word replaces an earlier one. Null for a look-up of another
 * conversation: a button may come back typed by anybody. One kept without its conversation is known by `isLatest` alone.
 */
export async function judgeLookUp(
  { tx }: Act,
  {
    lookupId,
    conversationId,
    isLatest,
    helpful,
  }: { lookupId: number; conversationId: number; isLatest: boolean; helpful: boolean },
): Promise<LookupRow | null> {
  const row = await lookupById(tx, lookupId);
  const isOwn = row !== null && (row.conversationId === conversationId || (row.conversationId === null && isLatest));
  if (row === null || !isOwn) return null;
  await saveLookup(tx, lookupId, { helpful });
  return { ...row, helpful };
}
