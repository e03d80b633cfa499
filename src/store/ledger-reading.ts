import { type SQL, sql } from 'drizzle-orm';
import { caseLedger } from '../rules/audit/breaks.ts';
import type { ChainRow, Head } from '../rules/audit/chain.ts';
import type { SealedHead } from '../rules/audit/root.ts';
import type { Db, Tx } from './database.ts';
import { hiddenReferencesGiven } from './hidden-references.ts';

/** A ledger with where it ends, and one of its rows; null where it has none. */
export interface ReadRow {
  ledger: string;
  head: Head;
  row: (ChainRow & { hash: string }) | null;
}

const rowsAtATime = 5000;

/** Runs `read` on the database as it stands at this moment: what is written meanwhile does not disturb it. */
export async function asOfNow<Result>(db: Db, read: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

/** How many rows there are to read in all ledgers. */
export async function countLedgerRows(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ rows: number }>(
    sql`select ((select count(*) from case_events) + (select count(*) from ledger))::float8 as rows`,
  );
  return row?.rows ?? 0;
}

/** Every row of every ledger, ledger by ledger and in the order of the chain, a few thousand at a time. */
export async function* readLedgers(tx: Tx): AsyncGenerator<ReadRow[]> {
  for await (const rows of readAll(tx, 'case_rows', ofCases))
    yield rows.map((row) => asRead(row, caseLedger(row.name)));
  for await (const rows of readAll(tx, 'stream_rows', ofStreams)) yield rows.map((row) => asRead(row, row.name));
}

interface StoredRow extends Record<string, unknown> {
  name: string;
  lastOrdinal: number;
  lastHash: string;
  ledger: number | string;
  ordinal: number | null;
  type: string;
  by: unknown;
  at: Date;
  detail: unknown;
  previousHash: string;
  hash: string;
}

const ofCases = sql`
  select c.reference as name, c.last_ordinal as "lastOrdinal", c.last_hash as "lastHash", c.id::float8 as ledger,
    e.ordinal, e.type, e.by, e.at, e.detail, e.previous_hash as "previousHash", e.hash
  from cases c left join case_events e on e.case_id = c.id
  order by c.id, e.ordinal`;

// A stream whose head was deleted is read as one that should be empty.
const ofStreams = sql`
  select s.stream as name, coalesce(h.ordinal, 0) as "lastOrdinal", coalesce(h.hash, '') as "lastHash", s.stream as ledger,
    l.ordinal, l.type, l.by, l.at, l.detail, l.previous_hash as "previousHash", l.hash
  from (select stream from ledger_heads union select stream from ledger) s
  left join ledger_heads h on h.stream = s.stream
  left join ledger l on l.stream = s.stream
  order by s.stream collate "C", l.ordinal`;

function asRead({ name: _, lastOrdinal, lastHash, ordinal, ...row }: StoredRow, ledger: string): ReadRow {
  return {
    ledger,
    head: { ordinal: lastOrdinal, hash: lastHash },
    row: ordinal === null ? null : { ...row, ordinal },
  };
}

// The next rows are already on their way while these are looked at.
async function* readAll(tx: Tx, name: string, query: SQL): AsyncGenerator<StoredRow[]> {
  // All rows are wanted, not the first few soon.
  await tx.execute(sql`set local cursor_tuple_fraction = 1`);
  await tx.execute(sql`declare ${sql.identifier(name)} no scroll cursor for ${query}`);
  const fetchSome = async () => tx.execute<StoredRow>(sql.raw(`fetch ${rowsAtATime} from ${name}`));
  let ahead = fetchSome();
  for (;;) {
    const rows = await ahead;
    if (rows.length === 0) break;
    ahead = fetchSome();
    yield [...rows];
  }
  await tx.execute(sql.raw(`close ${name}`));
}

/** Rows of a case's ledger whose case is gone, the first of each. */
export async function rowsWithoutCase(tx: Tx): Promise<{ caseId: number; ordinal: number }[]> {
  const rows = await tx.execute<{ caseId: number; ordinal: number }>(sql`
    select e.case_id::float8 as "caseId", min(e.ordinal) as ordinal from case_events e
    where not exists (select 1 from cases c where c.id = e.case_id) group by e.case_id order by e.case_id`);
  return [...rows];
}

/**
 * Numbers that were given to a case that is not there: each of these was deleted. Those with a hidden prefix are scattered,
 * the others in a row; none is left out.
 */
export async function referencesMissing(tx: Tx, hiddenPrefixes: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ reference: string }>(sql`
    select given.reference from (
      select r.prefix || '-' || r.year || '-' || case when n < 1000000 then lpad(n::text, 6, '0') else n::text end as reference
      from reference_counters r cross join lateral generate_series(1, r.last) n
      where r.prefix not in (select jsonb_array_elements_text(${JSON.stringify(hiddenPrefixes)}::text::jsonb))
    ) given
    where not exists (select 1 from cases c where c.reference = given.reference) order by given.reference`);
  const hidden = await tx.execute<{ reference: string }>(sql`
    select coalesce(given.scattered, given."inRow") as reference
    from jsonb_to_recordset(${JSON.stringify(await hiddenReferencesGiven(tx, hiddenPrefixes))}::text::jsonb)
      as given("inRow" text, scattered text)
    where not exists (select 1 from cases c where c.reference in (given."inRow", given.scattered)) order by 1`);
  return [...rows, ...hidden].map(({ reference }) => reference);
}

/** Those of the sealed heads whose row is gone or has another hash now, in the order given. */
export async function headsNotKept(
  tx: Tx,
  heads: readonly SealedHead[],
): Promise<{ ledger: string; ordinal: number; isMissing: boolean }[]> {
  const found = [];
  for (let from = 0; from < heads.length; from += rowsAtATime) {
    const some = heads.slice(from, from + rowsAtATime);
    const rows = await tx.execute<{ ledger: string; ordinal: number; isMissing: boolean }>(sql`
      select h.ledger, h.ordinal, coalesce(e.hash, l.hash) is null as "isMissing"
      from json_to_recordset(${JSON.stringify(some)}::text::json) as h(ledger text, ordinal int, hash text)
      left join cases c on h.ledger like 'case/%' and c.reference = substr(h.ledger, 6)
      left join case_events e on e.case_id = c.id and e.ordinal = h.ordinal
      left join ledger l on l.stream = h.ledger and l.ordinal = h.ordinal
      where coalesce(e.hash, l.hash) is distinct from h.hash
      order by h.ledger collate "C", h.ordinal`);
    found.push(...rows);
  }
  return found;
}

/** The seals that the audit ledger remembers, oldest first. */
export async function sealsRemembered(tx: Tx): Promise<{ date: string; hash: string }[]> {
  const rows = await tx.execute<{ date: string; hash: string }>(sql`
    select detail->>'date' as date, detail->>'hash' as hash from ledger
    where stream = 'audit' and type = 'sealed' order by ordinal`);
  return [...rows];
}
