import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '../rules/rating/anonymity.ts';
import type { Distribution } from '../rules/rating/figures.ts';
import type { DayRange } from '../rules/rating/figures-period.ts';
import type { RatingLevel } from '../rules/rating/rating.ts';
import type { Db, Tx } from './database.ts';
import { isVerdict } from './rating-days.ts';
import { ratingCells, ratingPublications } from './schema/rating-figures.ts';

export type RatingCell = typeof ratingCells.$inferSelect;
export type RatingPublication = typeof ratingPublications.$inferSelect;

/** The months that came out, the newest first. */
export async function publications(db: Db | Tx): Promise<RatingPublication[]> {
  return db.select().from(ratingPublications).orderBy(desc(ratingPublications.month));
}

/** Notes that a month came out. False for whoever comes second. */
export async function insertPublication(tx: Tx, row: RatingPublication): Promise<boolean> {
  const inserted = await tx.insert(ratingPublications).values(row).onConflictDoNothing().returning();
  return inserted.length > 0;
}

export async function insertCells(tx: Tx, cells: readonly (typeof ratingCells.$inferInsert)[]): Promise<void> {
  for (let from = 0; from < cells.length; from += 500) {
    await tx.insert(ratingCells).values(cells.slice(from, from + 500));
  }
}

/** The cells that lie in the period as a whole; of one owner, or of one officer, where that is given. */
export async function cellsWithin(
  db: Db | Tx,
  kind: RatingCell['kind'],
  { from, until }: DayRange,
  officerId?: number,
): Promise<RatingCell[]> {
  const own =
    officerId === undefined ? undefined : sql`${ratingCells.ids} @> ${JSON.stringify([officerId])}::text::jsonb`;
  return db
    .select()
    .from(ratingCells)
    .where(and(eq(ratingCells.kind, kind), gte(ratingCells.fromDay, from), lte(ratingCells.untilDay, until), own))
    .orderBy(asc(ratingCells.fromDay), asc(ratingCells.id));
}

/** The first month in which anything was rated; null before that. */
export async function firstMonth(db: Db | Tx): Promise<string | null> {
  const [row] = await db.execute<{ month: string | null }>(sql`
    select to_char(min(day), 'YYYY-MM') as month from rating_days where dimension = 'unit'`);
  return row?.month ?? null;
}

/** The distribution of each unit's own ratings in a period; 0 is no unit. */
export async function ratedByUnit(tx: Tx, { from, until }: DayRange): Promise<Map<number, Distribution>> {
  const rows = await tx.execute<Record<'id' | 'n1' | 'n2' | 'n3' | 'n4' | 'n5', string>>(sql`
    select unit_id as id, sum(level1) as n1, sum(level2) as n2, sum(level3) as n3, sum(level4) as n4, sum(level5) as n5
    from rating_days where dimension = 'unit' and day >= ${from}::date and day < ${until}::date group by 1`);
  return new Map(
    rows.map(({ id, n1, n2, n3, n4, n5 }) => [
      Number(id),
      [Number(n1), Number(n2), Number(n3), Number(n4), Number(n5)] as const,
    ]),
  );
}

/** The declarations concluded in a period by the unit of their office; 0 is no unit. */
export async function concludedByUnit(tx: Tx, { from, until }: DayRange): Promise<Map<number, number>> {
  const rows = await tx.execute<{ id: string; n: number }>(sql`
    select coalesce(o.unit_id, 0) as id, sum(d.declarations)::int as n
    from declaration_days d left join office_codes o on o.code = d.key
    where d.dimension = 'office' and d.day >= ${from}::date and d.day < ${until}::date group by 1`);
  return new Map(rows.map(({ id, n }) => [Number(id), n]));
}

export interface NamingAnswer extends Answer {
  levels: Readonly<Record<number, RatingLevel>>;
}

/**
 * Every counted answer of a period, with the officers it names and how each was rated. Naming belongs to the period of
 * the answer, whenever it was added: an answer is in one period only.
 */
export async function answersNaming(tx: Tx, range: DayRange, zone: string): Promise<NamingAnswer[]> {
  const rows = await tx.execute<{ unit_id: string; month: string; named: Record<string, RatingLevel> | null }>(sql`
    with verdicts as materialized (
      select r.number11, r.enterprise_id, coalesce(r.unit_id, 0) as unit_id,
        to_char(r.rated_at at time zone ${zone}, 'YYYY-MM') as month
      from ratings r where ${ratedWithin(range, zone)} and ${isVerdict}
    ), named as (
      select n.number11, n.enterprise_id, jsonb_object_agg(n.subject_key, n.level) as named
      from ratings n where n.counts and n.subject_kind = 'officer'
        and (n.number11, n.enterprise_id) in (select v.number11, v.enterprise_id from verdicts v)
      group by 1, 2
    )
    select v.unit_id::text, v.month, n.named
    from verdicts v left join named n on n.number11 = v.number11 and n.enterprise_id = v.enterprise_id`);
  return rows.map(({ unit_id, month, named }) => {
    const levels: Record<number, RatingLevel> = named ?? {};
    return { unitId: Number(unit_id), month, officerIds: Object.keys(levels).map(Number), levels };
  });
}

function ratedWithin({ from, until }: DayRange, zone: string): SQL {
  return sql`r.rated_at >= ${from}::date::timestamp at time zone ${zone}
    and r.rated_at < ${until}::date::timestamp at time zone ${zone}`;
}
