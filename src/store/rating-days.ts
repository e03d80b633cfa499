import { eq, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { declarationDays, type FigureMark, ratingDays, ratingFigureMarks } from './schema/rating-figures.ts';

const figuresLock = 0x5246;

/** Makes those who bring the figures to date take turns until the transaction ends. */
export async function lockFigures(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${figuresLock})`);
}

/**
 * That no answer stands before this one (`r`) for its declaration and enterprise: a declaration counts once, by the
 * answer about the whole, and without one by the lowest of those about its parts.
 */
export const isVerdict: SQL = sql`r.counts and not exists (
  select 1 from ratings b
  where b.number11 = r.number11 and b.enterprise_id = r.enterprise_id and b.counts
    and ((b.subject_kind <> 'declaration')::int, b.level, b.id) < ((r.subject_kind <> 'declaration')::int, r.level, r.id))`;

/** PL08 Điều 6 khoản 1, 2: what `needsVerification` says, for `r`. */
export const isLow: SQL = sql`(r.level <= 2 or (r.level = 3
  and (jsonb_array_length(r.reasons) > 0 or btrim(coalesce(r.comment, '')) <> '')))`;

export async function readMark(tx: Tx, name: FigureMark) {
  const [mark] = await tx.select().from(ratingFigureMarks).where(eq(ratingFigureMarks.name, name));
  return mark ?? null;
}

export async function saveMark(tx: Tx, mark: typeof ratingFigureMarks.$inferInsert): Promise<void> {
  await tx.insert(ratingFigureMarks).values(mark).onConflictDoUpdate({ target: ratingFigureMarks.name, set: mark });
}

/** The days on which something is counted that may have changed: of each answer given or changed since, all its days. */
export async function daysTouchedSince(tx: Tx, since: Date, zone: string): Promise<string[]> {
  const rows = await tx.execute<{ day: string }>(sql`
    select distinct (r.rated_at at time zone ${zone})::date::text as day
    from ratings changed
    join ratings r on r.number11 = changed.number11 and r.enterprise_id = changed.enterprise_id
    where changed.changed_at >= ${since.toISOString()}::timestamptz
    order by day`);
  return rows.map(({ day }) => day);
}

/** Counts these days anew, or all there are. The same again changes nothing. */
export async function recountRatingDays(tx: Tx, days: readonly string[] | null, zone: string): Promise<void> {
  if (days?.length === 0) return;
  const list = JSON.stringify(days ?? []);
  const isWanted =
    days === null
      ? sql`true`
      : sql`(r.rated_at at time zone ${zone})::date in (select jsonb_array_elements_text(${list}::text::jsonb)::date)
          and r.rated_at >= ${days[0]}::date::timestamp at time zone ${zone}
          and r.rated_at < (${days.at(-1)}::date + 1)::timestamp at time zone ${zone}`;
  await (days === null
    ? tx.delete(ratingDays)
    : tx.execute(sql`
        delete from rating_days where day in (select jsonb_array_elements_text(${list}::text::jsonb)::date)`));
  const day = sql`(r.rated_at at time zone ${zone})::date`;
  await tx.execute(sql`
    with verdicts as materialized (
      select r.enterprise_id, r.unit_id, ${day} as day, r.level from ratings r where ${isWanted} and ${isVerdict}
    ), counted as (
      select 'unit' as dimension, coalesce(unit_id, 0)::text as key, unit_id, day, level from verdicts
      union all
      select 'association', m.association_id::text, v.unit_id, v.day, v.level
      from verdicts v
      join association_members m on m.enterprise_id = v.enterprise_id
        and m.valid_from <= v.day and (m.valid_until is null or m.valid_until > v.day)
      union all
      select r.subject_kind, r.subject_key, r.unit_id, ${day}, r.level
      from ratings r where ${isWanted} and r.counts and r.subject_kind in ('team', 'step', 'officer')
    )
    insert into rating_days (dimension, key, unit_id, day, level1, level2, level3, level4, level5)
    select dimension, key, coalesce(unit_id, 0), day, count(*) filter (where level = 1),
      count(*) filter (where level = 2), count(*) filter (where level = 3), count(*) filter (where level = 4),
      count(*) filter (where level = 5)
    from counted group by 1, 2, 3, 4`);
}

export async function dropDeclarationDays(tx: Tx): Promise<void> {
  await tx.delete(declarationDays);
}

/** The newest declaration and the newest change of one, by their keys. */
export interface DeclaredUpTo {
  declaration: number;
  change: number;
}

/**
 * Adds the declarations that were concluded behind `after`, each at its first conclusion, and answers how far it came. A
 * declaration that was history when it came has no change of its own until it moves: it counts by its state when it is
 * first seen, and the change that is written for it later does not count again. Both get their ids one writer at a time, so
 * none comes in later with a lower one.
 */
export async function addConcluded(tx: Tx, after: DeclaredUpTo, zone: string): Promise<DeclaredUpTo> {
  const [newest] = await tx.execute<{ declaration: string | null; change: string | null }>(sql`
    select (select max(id)::text from declarations) as declaration,
      (select max(id)::text from declaration_changes) as change`);
  const upTo = {
    declaration: Number(newest?.declaration ?? after.declaration),
    change: Number(newest?.change ?? after.change),
  };
  if (upTo.change === after.change && upTo.declaration === after.declaration) return upTo;
  const conclusions = sql`('released', 'stored', 'cleared')`;
  // From the beginning every first one counts, and nothing before has to be looked for one by one.
  const concluded =
    after.change === 0
      ? sql`select declaration_id, min(id) as id from declaration_changes
          where id <= ${upTo.change} and "to" in ${conclusions} group by declaration_id`
      : sql`select n.declaration_id, min(n.id) as id from declaration_changes n
          where n.id > ${after.change} and n.id <= ${upTo.change} and n."to" in ${conclusions}
            and not exists (select 1 from declaration_changes e
              where e.declaration_id = n.declaration_id and e.id <= ${after.change} and e."to" in ${conclusions})
          group by n.declaration_id`;
  await tx.execute(sql`
    with first as (${concluded}), days as materialized (
      select d.enterprise_id, coalesce(d.office_code, '') as office, (c.at at time zone ${zone})::date as day
      from first join declaration_changes c on c.id = first.id join declarations d on d.id = first.declaration_id
      where c."from" is not null or d.id > ${after.declaration}
      union all
      select d.enterprise_id, coalesce(d.office_code, ''), (d.state_at at time zone ${zone})::date
      from declarations d
      where d.id > ${after.declaration} and d.id <= ${upTo.declaration} and d.state in ${conclusions}
        and not exists (
          select 1 from declaration_changes c where c.declaration_id = d.id and c.id <= ${upTo.change})
    ), counted as (
      select 'office' as dimension, office as key, day, count(*)::int as n from days group by 2, 3
      union all
      select 'association', m.association_id::text, day, count(*)::int
      from days join association_members m on m.enterprise_id = days.enterprise_id
        and m.valid_from <= day and (m.valid_until is null or m.valid_until > day)
      group by 2, 3
    )
    insert into declaration_days as known (dimension, key, day, declarations)
    select dimension, key, day, n from counted
    on conflict (dimension, key, day) do update set declarations = known.declarations + excluded.declarations`);
  return upTo;
}

/** Whether the officer is recorded on a rated declaration, or was rated by name: one whom figures could tell of. */
export async function isRecordedOnRatings(db: Db | Tx, officerId: number): Promise<boolean> {
  const recorded = JSON.stringify([{ officerId }]);
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (select 1 from ratings where (snapshot -> 'steps') @> ${recorded}::text::jsonb)
      or exists (select 1 from ratings where subject_kind = 'officer' and subject_key = ${String(officerId)}) as found`);
  return row?.found === true;
}
