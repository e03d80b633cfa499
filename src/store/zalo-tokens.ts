import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { zaloTokens } from './schema/conversations.ts';

// The first half of the lock's key; the second half is made of the account's id.
const lockSpace = 0x5a41;

/**
 * Runs `work` while no other process does so for the same account. The lock lives as long as its transaction, which
 * outlasts any HTTP timeout, and ends with the process. `work` writes over other connections: what it saves is kept.
 */
export function lockZaloTokens<T>(db: Db, oaId: string, work: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${oaId}))`);
    return work();
  });
}

/** What is stored for the account, sealed; null when nothing is. Within a transaction it stays as it is until the end. */
export async function sealedZaloTokens(
  from: Db | Tx,
  oaId: string,
  options: { forUpdate?: boolean } = {},
): Promise<string | null> {
  const query = from.select({ sealed: zaloTokens.sealed }).from(zaloTokens).where(eq(zaloTokens.oaId, oaId));
  const [row] = options.forUpdate === true ? await query.for('update') : await query;
  return row?.sealed ?? null;
}

export async function saveSealedZaloTokens(tx: Tx, oaId: string, sealed: string, updatedAt: Date): Promise<void> {
  const row = { sealed, updatedAt };
  await tx
    .insert(zaloTokens)
    .values({ oaId, ...row })
    .onConflictDoUpdate({ target: zaloTokens.oaId, set: row });
}
