import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { streamsKeptFromOfficers } from '../rules/audit/streams.ts';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import type { LedgerRow } from './ledger.ts';
import { ledger } from './schema/ledger.ts';
import { notExcluded } from './visibility.ts';

/**
 * How many ledgers there are and how many rows they have, by their heads, without those of which the reader must not
 * hear: a count that grows tells the subject of a report that there is one.
 */
export async function ledgerSize(db: Db, sight: Sight): Promise<{ ledgers: number; rows: number }> {
  const [row] = await db.execute<{ ledgers: number; rows: number }>(sql`
    select count(*)::int as ledgers, coalesce(sum(ordinal), 0)::float8 as rows from (
      select last_ordinal as ordinal from cases where last_ordinal > 0 and ${notExcluded(sight)}
      union all select ordinal from ledger_heads where ordinal > 0 and not ${isKeptFrom(sight)}
    ) heads`);
  return { ledgers: row?.ledgers ?? 0, rows: row?.rows ?? 0 };
}

/** How many of the rows written by `until` are of ledgers of which the reader must not hear. */
export async function unseenRows(db: Db, sight: Sight, until: Date): Promise<number> {
  if (sight === 'everything') return 0;
  const at = until.toISOString();
  const [row] = await db.execute<{ rows: number }>(sql`
    select ((select count(*) from case_exclusions x join case_events e on e.case_id = x.case_id
              where x.officer_id = ${sight.officerId} and e.at <= ${at})
          + (select count(*) from ledger where ${isKeptFrom(sight)} and at <= ${at}))::float8 as rows`);
  return row?.rows ?? 0;
}

/** How many of the rows under a day's root are of ledgers of which the reader must not hear: by what was sealed, row by row. */
export async function unseenSealedRows(db: Db, sight: Sight, date: string): Promise<number> {
  if (sight === 'everything') return 0;
  const [row] = await db.execute<{ rows: number }>(sql`
    select coalesce(sum(sealed.rows), 0)::float8 as rows from (
      select max(s.ordinal) as rows from (
        select 'case/' || c.reference as ledger from case_exclusions x join cases c on c.id = x.case_id
          where x.officer_id = ${sight.officerId}
        union select stream from ledger_heads where ${isKeptFrom(sight)}
      ) hidden join sealed_heads s on s.ledger = hidden.ledger and s.date <= ${date}
      group by s.ledger
    ) sealed`);
  return row?.rows ?? 0;
}

/** How many ledgers that had begun by `until` the reader must not hear of. */
export async function unseenLedgers(db: Db, sight: Sight, until: Date): Promise<number> {
  if (sight === 'everything') return 0;
  const at = until.toISOString();
  const [row] = await db.execute<{ ledgers: number }>(sql`
    select ((select count(*) from case_exclusions x join cases c on c.id = x.case_id
              where x.officer_id = ${sight.officerId} and c.opened_at <= ${at})
          + (select count(distinct stream) from ledger where ${isKeptFrom(sight)} and at <= ${at}))::int as ledgers`);
  return row?.ledgers ?? 0;
}

function isKeptFrom(sight: Sight): SQL {
  if (sight === 'everything') return sql`false`;
  const streams = streamsKeptFromOfficers.map((stream) => sql`${stream}`);
  return sql`stream in (${sql.join(streams, sql`, `)})`;
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
