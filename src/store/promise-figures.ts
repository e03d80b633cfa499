import { eq, like, or, type SQL, sql } from 'drizzle-orm';
import { printAddress } from '../knowledge/address.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { clauseClocks } from './schema/library.ts';
import { visibleTo } from './visibility.ts';

export type ClauseClockRow = typeof clauseClocks.$inferSelect;

export async function hasClauseClocks(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: clauseClocks.id }).from(clauseClocks).limit(1)).length > 0;
}

export async function insertClauseClocks(tx: Tx, rows: readonly Omit<ClauseClockRow, 'id'>[]): Promise<void> {
  if (rows.length > 0) await tx.insert(clauseClocks).values([...rows]);
}

// Fewer say more about single cases than about the promise, and single cases are nobody else's.
const fewestToTell = 10;

/**
 * How often what a clause promises was kept and broken among the clocks that were decided in a local month
 * (`2026-11`); for a whole article, what its clauses promise together. Null where nothing is timed, or too little was.
 */
export async function keptInMonth(
  tx: Tx | Db,
  { code, article, clause }: { code: string; article: string; clause: string | null },
  month: string,
  zone: string,
): Promise<{ kept: number; broken: number } | null> {
  const address = printAddress({ code, article, clause, point: null });
  const named =
    clause === null
      ? or(eq(clauseClocks.address, address), like(clauseClocks.address, `${address} khoản %`))
      : eq(clauseClocks.address, address);
  const timed = await tx.select({ id: clauseClocks.id }).from(clauseClocks).where(named);
  if (timed.length === 0) return null;
  const ids = timed.map(({ id }) => id);
  const [row] = await tx.execute<{ kept: number; broken: number }>(sql`
    select count(*) filter (where c.broken_at is null)::int as kept, count(c.broken_at)::int as broken
    from clause_clocks p join clocks c on ${isTimedBy} join cases on cases.id = c.case_id and ${isOfKind}
    where p.id = any(${sql.param(ids)}::bigint[]) and ${decidedIn(monthOf(month, zone))}`);
  const { kept = 0, broken = 0 } = row ?? {};
  return kept + broken < fewestToTell ? null : { kept, broken };
}

export type PromiseGroup = 'clause' | 'unit' | 'agreement';

export interface PromiseFigure {
  address: string;
  /** The unit's name or the agreement's number; null where figures are by clause alone, and for cases of nobody's agreement. */
  of: string | null;
  kept: number;
  broken: number;
}

/** How promises were kept in a month, by clause and whose. Counts only cases that the viewer may know of; small groups are left out. */
export async function promisesKept(
  db: Db | Tx,
  sight: Sight,
  { month, zone, by, fewest }: { month: string; zone: string; by: PromiseGroup; fewest: number },
): Promise<PromiseFigure[]> {
  const of = { clause: sql`null::text`, unit: sql`u.name`, agreement: sql`a.number` }[by];
  const rows = await db.execute<PromiseFigure & Record<string, unknown>>(sql`
    select p.address, ${of} as of, count(*) filter (where c.broken_at is null)::int as kept,
      count(c.broken_at)::int as broken
    from clause_clocks p join clocks c on ${isTimedBy} join cases on cases.id = c.case_id and ${isOfKind}
      ${joinedBy(by, zone)}
    where ${decidedIn(monthOf(month, zone))} and ${visibleTo(sight)}
    group by 1, 2 having count(*) >= ${fewest} order by count(c.broken_at) desc, 1, 2`);
  return rows.map(({ address, of: whose, kept, broken }) => ({ address, of: whose, kept, broken }));
}

function joinedBy(group: PromiseGroup, zone: string): SQL {
  if (group === 'clause') return sql``;
  if (group === 'unit') return sql`join units u on u.id = ${cases.unitId}`;
  // The one that held on the local day on which the case was opened, whatever has become of it since; the newest of several.
  const openedOn = sql`(${cases.openedAt} at time zone ${zone})::date`;
  return sql`left join lateral (select number from agreements g where g.enterprise_id = ${cases.enterpriseId}
    and g.signed_on <= ${openedOn} and (g.valid_until > ${openedOn} or (g.valid_until is null and g.state = 'inForce'))
    order by g.signed_on desc limit 1) a on true`;
}

const isTimedBy = sql`c.kind = p.clock and (p.level is null or p.level = c.level)`;
const isOfKind = sql`p.case_kinds ? ${sql`${cases.kind}`} and (p.urgent is null or p.urgent = ${cases.urgent})`;

/** Decided: kept or broken, whichever came first, within the span. */
function decidedIn({ from, until }: { from: Date; until: Date }): SQL {
  return sql.join(
    [
      sql`(c.broken_at is not null or c.state = 'met')`,
      sql`coalesce(c.broken_at, c.stopped_at) >= ${from.toISOString()}::timestamptz`,
      sql`coalesce(c.broken_at, c.stopped_at) < ${until.toISOString()}::timestamptz`,
    ],
    sql` and `,
  );
}

function monthOf(month: string, zone: string): { from: Date; until: Date } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const at = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: at(first), until: at(first.add({ months: 1 })) };
}
