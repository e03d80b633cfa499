import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import type { LedgerRow } from './ledger.ts';
import { ledger } from './schema/ledger.ts';

/** How many ledgers there are and how many rows they have, by their heads. */
export async function ledgerSize(db: Db): Promise<{ ledgers: number; rows: number }> {
  const [row] = await db.execute<{ ledgers: number; rows: number }>(sql`
    select count(*)::int as ledgers, coalesce(sum(ordinal), 0)::float8 as rows from (
      select last_ordinal as ordinal from cases where last_ordinal > 0
      union all select ordinal from ledger_heads where ordinal > 0
    ) heads`);
  return { ledgers: row?.ledgers ?? 0, rows: row?.rows ?? 0 };
}

/** What the last verification found; null before the first. */
export async function lastVerification(db: Db): Promise<LedgerRow | null> {
  const [row] = await db
    .select()
    .from(ledger)
    .where(and(eq(ledger.stream, 'audit'), eq(ledger.type, 'verified')))
    .orderBy(desc(ledger.ordinal))
    .limit(1);
  return row ?? null;
}
