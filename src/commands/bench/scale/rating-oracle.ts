import type { Sql } from 'postgres';

/** Figures as plain SQL over the rows that people and systems wrote, without any of our tables between. */
export interface OracleRow {
  key: string;
  distribution: number[];
  declarations: number | null;
}

interface Period {
  from: string;
  until: string;
  zone: string;
}

/**
 * The whole department and each unit with all that is below it now, by id; the key of the whole is empty. What belongs to
 * no unit belongs to the top.
 */
export async function oracleByUnit(sql: Sql, { from, until, zone }: Period): Promise<OracleRow[]> {
  const rows = await sql<{ key: string; levels: number[]; n: number }[]>`
    with recursive tree as (
      select id as top, id from units
      union all select tree.top, u.id from tree join units u on u.parent_id = tree.id
    ), scopes as (
      select top::text as key, id as unit_id from tree
      union all select '', id from units union all select '', null
      union all select min(id)::text, null from units where parent_id is null
    ), verdicts as (
      select distinct on (number11, enterprise_id) unit_id, level, rated_at
      from ratings where counts
      order by number11, enterprise_id, (subject_kind = 'declaration') desc, level, id
    ), rated as (
      select s.key, v.level from verdicts v join scopes s on s.unit_id is not distinct from v.unit_id
      where (v.rated_at at time zone ${zone})::date >= ${from}::text::date and (v.rated_at at time zone ${zone})::date < ${until}::text::date
    ), concluded as (
      select declaration_id, (array_agg(at order by id))[1] as at from declaration_changes
      where "to" in ('released', 'stored', 'cleared') group by 1
      union all
      select id, state_at from declarations
      where state in ('released', 'stored', 'cleared') and id not in (select declaration_id from declaration_changes)
    ), declared as (
      select s.key, count(*)::int as n from concluded c join declarations d on d.id = c.declaration_id
      left join office_codes o on o.code = d.office_code
      join scopes s on s.unit_id is not distinct from o.unit_id
      where (c.at at time zone ${zone})::date >= ${from}::text::date and (c.at at time zone ${zone})::date < ${until}::text::date
      group by 1
    )
    select k.key, coalesce(d.n, 0) as n, array[count(*) filter (where level = 1), count(*) filter (where level = 2),
      count(*) filter (where level = 3), count(*) filter (where level = 4), count(*) filter (where level = 5)]::int[] as levels
    from (select distinct key from scopes) k left join rated r on r.key = k.key left join declared d on d.key = k.key
    group by 1, 2`;
  return rows.map(({ key, levels, n }) => ({ key, distribution: levels, declarations: n }));
}

/** The answers about one kind of part, by which. */
export async function oracleByPart(sql: Sql, kind: 'step' | 'team' | 'officer', period: Period): Promise<OracleRow[]> {
  const { from, until, zone } = period;
  const rows = await sql<{ key: string; levels: number[] }[]>`
    select subject_key as key, array[count(*) filter (where level = 1), count(*) filter (where level = 2),
      count(*) filter (where level = 3), count(*) filter (where level = 4), count(*) filter (where level = 5)]::int[] as levels
    from ratings
    where counts and subject_kind = ${kind}
      and (rated_at at time zone ${zone})::date >= ${from}::text::date and (rated_at at time zone ${zone})::date < ${until}::text::date
    group by 1`;
  return rows.map(({ key, levels }) => ({ key, distribution: levels, declarations: null }));
}

/** The whole answers of members of each association. */
export async function oracleByAssociation(sql: Sql, { from, until, zone }: Period): Promise<OracleRow[]> {
  const rows = await sql<{ key: string; levels: number[] }[]>`
    with verdicts as (
      select distinct on (number11, enterprise_id) enterprise_id, level, (rated_at at time zone ${zone})::date as day
      from ratings where counts
      order by number11, enterprise_id, (subject_kind = 'declaration') desc, level, id
    )
    select m.association_id::text as key, array[count(*) filter (where level = 1), count(*) filter (where level = 2),
      count(*) filter (where level = 3), count(*) filter (where level = 4), count(*) filter (where level = 5)]::int[] as levels
    from verdicts v join association_members m on m.enterprise_id = v.enterprise_id
      and m.valid_from <= v.day and (m.valid_until is null or v.day < m.valid_until)
    where v.day >= ${from}::text::date and v.day < ${until}::text::date group by 1`;
  return rows.map(({ key, levels }) => ({ key, distribution: levels, declarations: null }));
}

/** How many answers are low, how many of them were told, and the median days of the calendar until then. */
export async function oracleLoop(sql: Sql, { from, until, zone }: Period): Promise<{ low: number; told: number }> {
  const [row] = await sql<{ low: number; told: number }[]>`
    with low as (
      select number11, enterprise_id, min(rated_at) as rated_at, array_agg(id) as ids from ratings
      where counts and (level <= 2 or (level = 3 and (reasons <> '[]'::jsonb or coalesce(comment, '') <> '')))
      group by 1, 2
    )
    select count(*)::int as low, count(*) filter (where exists (
      select 1 from verification_ratings l join verifications v on v.case_id = l.case_id
      where l.rating_id = any(low.ids) and v.told_at is not null))::int as told
    from low where (rated_at at time zone ${zone})::date >= ${from}::text::date
      and (rated_at at time zone ${zone})::date < ${until}::text::date`;
  return row ?? { low: 0, told: 0 };
}
