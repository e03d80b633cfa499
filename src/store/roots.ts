import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Root, SealedHead } from '../rules/audit/root.ts';
import type { Db, Tx } from './database.ts';
import { auditRoots, sealedHeads } from './schema/ledger.ts';

export type RootRow = typeof auditRoots.$inferSelect;

/** A root with its hash, as it was stored or exported. */
export interface StoredRoot extends Root {
  hash: string;
}

// Any number does, as long as every process uses the same one.
const sealingLock = 0x4d4b;
const rowsAtATime = 5000;

/** Makes processes that seal at the same time take turns until the transaction ends. */
export async function lockSealing(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sealingLock})`);
}

export async function latestRoot(db: Db | Tx): Promise<RootRow | null> {
  const [row] = await db.select().from(auditRoots).orderBy(desc(auditRoots.date)).limit(1);
  return row ?? null;
}

/** All roots, oldest first, without their heads. */
export async function rootRows(db: Db | Tx): Promise<RootRow[]> {
  return db.select().from(auditRoots).orderBy(asc(auditRoots.date));
}

/** The heads that a root names, by ledger. */
export async function headsOf(db: Db | Tx, date: string): Promise<SealedHead[]> {
  return db
    .select({ ledger: sealedHeads.ledger, ordinal: sealedHeads.ordinal, hash: sealedHeads.hash })
    .from(sealedHeads)
    .where(eq(sealedHeads.date, date))
    .orderBy(sql`${sealedHeads.ledger} collate "C"`);
}

export async function insertRoot(tx: Tx, { heads, ...row }: StoredRoot): Promise<void> {
  await tx.insert(auditRoots).values(row);
  for (let from = 0; from < heads.length; from += rowsAtATime) {
    const some = heads.slice(from, from + rowsAtATime);
    await tx.insert(sealedHeads).values(some.map((head) => ({ ...head, date: row.date })));
  }
}

/** Every ledger that ends where no root has sealed it yet, and the size of all of them, in one look. */
export async function unsealedHeads(tx: Tx): Promise<{ ledgers: number; rows: number; heads: SealedHead[] }> {
  const found = await tx.execute<
    { ledgers: number; rows: number } & { [Key in keyof SealedHead]: SealedHead[Key] | null }
  >(sql`
    with heads as materialized (
      select 'case/' || reference as ledger, last_ordinal as ordinal, last_hash as hash from cases where last_ordinal > 0
      union all select stream, ordinal, hash from ledger_heads where ordinal > 0
    ), moved as (
      select * from heads h
      where not exists (select 1 from sealed_heads s where s.ledger = h.ledger and s.ordinal = h.ordinal)
    ), size as (select count(*)::int as ledgers, coalesce(sum(ordinal), 0)::float8 as rows from heads)
    select size.ledgers, size.rows, moved.* from size left join moved on true order by moved.ledger collate "C"`);
  const heads = found.flatMap(({ ledger, ordinal, hash }) =>
    ledger === null || ordinal === null || hash === null ? [] : [{ ledger, ordinal, hash }],
  );
  return { ledgers: found[0]?.ledgers ?? 0, rows: found[0]?.rows ?? 0, heads };
}
