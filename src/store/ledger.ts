import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { chainOnto, type Head } from '../rules/audit/chain.ts';
import type { LedgerStream } from '../rules/audit/streams.ts';
import type { Actor } from '../rules/case/words.ts';
import type { Db, Tx } from './database.ts';
import { ledger, ledgerHeads } from './schema/ledger.ts';

export type LedgerRow = typeof ledger.$inferSelect;

export interface LedgerEntry {
  type: string;
  /** Ids, codes and figures; never what people wrote, which must stay removable. */
  detail: Record<string, unknown>;
}

/**
 * Adds to a stream. Whoever adds to the same stream waits until this transaction ends, so there is neither a gap nor a
 * fork. A transaction that adds to several streams does so in the order of their names, or two may wait for each other.
 */
export async function appendLedger(
  tx: Tx,
  stream: LedgerStream,
  entries: readonly LedgerEntry[],
  by: Actor,
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const { rows, head } = chainOnto(stream, await lockHead(tx, stream), entries, by, at);
  await tx.insert(ledger).values(rows.map((row) => ({ ...row, stream, by, at })));
  await tx.update(ledgerHeads).set(head).where(eq(ledgerHeads.stream, stream));
}

// The chain continues from the head and not from the last row: rows cut off leave a gap that never closes again.
async function lockHead(tx: Tx, stream: LedgerStream): Promise<Head> {
  const [head] = await tx
    .insert(ledgerHeads)
    .values({ stream, ordinal: 0, hash: '' })
    .onConflictDoUpdate({ target: ledgerHeads.stream, set: { stream: sql`excluded.stream` } })
    .returning({ ordinal: ledgerHeads.ordinal, hash: ledgerHeads.hash });
  if (head === undefined) throw new Error(`The ledger ${stream} has no head`);
  return head;
}

/** The newest `limit` rows of a stream that stand before `before`, newest first. */
export async function ledgerRows(
  db: Db | Tx,
  stream: LedgerStream,
  { before, limit }: { before: number | null; limit: number },
): Promise<LedgerRow[]> {
  return db
    .select()
    .from(ledger)
    .where(and(eq(ledger.stream, stream), before === null ? undefined : lt(ledger.ordinal, before)))
    .orderBy(desc(ledger.ordinal))
    .limit(limit);
}
