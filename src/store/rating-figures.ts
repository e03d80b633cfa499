import { type SQL, sql } from 'drizzle-orm';
import type { Distribution } from '../rules/rating/figures.ts';
import type { DayRange } from '../rules/rating/figures-period.ts';
import type { UnitSpan } from '../rules/rating/figures-units.ts';
import type { Db, Tx } from './database.ts';
import type { RatingDimension } from './schema/rating-figures.ts';

/** What is counted: everything, or what one key of a dimension was given; in all units or where these stretches say. */
export interface FigureFilter extends DayRange {
  spans: readonly UnitSpan[] | null;
  only?: { dimension: RatingDimension; key: string } | undefined;
}

export interface Counted {
  distribution: Distribution;
  /** Null where declarations do not belong to what is counted. */
  declarations: number | null;
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The sums of a period by its parts, the whole as one where `grain` is null. Parts in which nothing was are left out. */
export async function figuresByTime(
  db: Db | Tx,
  filter: FigureFilter,
  grain: Grain | null,
): Promise<({ from: string } & Counted)[]> {
  const start = grain === null ? sql`${filter.from}::date` : sql`date_trunc(${grain}, d.day::timestamp)::date`;
  const rated = await db.execute<LevelRow & { at: string }>(sql`
    select ${start}::text as at, ${levelSums} from rating_days d
    where ${ratedIn(filter)} and ${inSpans(sql`d.unit_id`, filter.spans)} group by 1 order by 1`);
  const concluded = countsDeclarations(filter)
    ? await db.execute<{ at: string; n: number }>(sql`
        select ${start}::text as at, sum(d.declarations)::int as n from declaration_days d
        where ${concludedIn(filter)} group by 1 order by 1`)
    : null;
  const declarations = concluded === null ? null : new Map(concluded.map(({ at, n }) => [at, n]));
  const levels = new Map(rated.map((row) => [row.at, distributionIn(row)]));
  const starts = new Set([...levels.keys(), ...(declarations?.keys() ?? [])]);
  return [...starts].toSorted().map((from) => ({
    from,
    distribution: levels.get(from) ?? [0, 0, 0, 0, 0],
    declarations: declarations === null ? null : (declarations.get(from) ?? 0),
  }));
}

/** The sums of a period by the keys of a dimension. */
export async function figuresByKey(
  db: Db | Tx,
  dimension: Exclude<RatingDimension, 'unit'>,
  { from, until, spans }: Omit<FigureFilter, 'only'>,
): Promise<({ key: string } & Counted)[]> {
  const rated = await db.execute<LevelRow & { key: string }>(sql`
    select d.key, ${levelSums} from rating_days d
    where ${ratedIn({ from, until, spans, only: { dimension, key: '' } }, false)}
      and ${inSpans(sql`d.unit_id`, spans)} group by 1`);
  if (dimension !== 'association' || spans !== null)
    return rated.map((row) => ({ key: row.key, distribution: distributionIn(row), declarations: null }));
  const concluded = await db.execute<{ key: string; n: number }>(sql`
    select d.key, sum(d.declarations)::int as n from declaration_days d
    where d.dimension = 'association' and d.day >= ${from}::date and d.day < ${until}::date group by 1`);
  const levels = new Map(rated.map((row) => [row.key, distributionIn(row)]));
  const declarations = new Map(concluded.map(({ key, n }) => [key, n]));
  return [...new Set([...levels.keys(), ...declarations.keys()])].map((key) => ({
    key,
    distribution: levels.get(key) ?? [0, 0, 0, 0, 0],
    declarations: declarations.get(key) ?? 0,
  }));
}

/** The sums of a period for several units with what is below each. A unit in several groups counts in each. */
export async function figuresByUnits(
  db: Db | Tx,
  { from, until }: DayRange,
  groups: readonly { id: number; spans: readonly UnitSpan[] }[],
): Promise<({ id: number } & Counted)[]> {
  const spans = spanTable(groups.flatMap(({ id, spans: own }) => own.map((span) => ({ ...span, groupId: id }))));
  const rated = await db.execute<LevelRow & { id: string }>(sql`
    select s."groupId" as id, ${levelSums} from ${spans} join rating_days d on d.unit_id = s."unitId" and ${dayInSpan}
    where d.dimension = 'unit' and d.day >= ${from}::date and d.day < ${until}::date group by 1`);
  const concluded = await db.execute<{ id: string; n: number }>(sql`
    select s."groupId" as id, sum(d.declarations)::int as n
    from ${spans} join office_codes o on o.unit_id = s."unitId"
    join declaration_days d on d.dimension = 'office' and d.key = o.code and ${dayInSpan}
    where d.day >= ${from}::date and d.day < ${until}::date group by 1`);
  const levels = new Map(rated.map((row) => [Number(row.id), distributionIn(row)]));
  const declarations = new Map(concluded.map(({ id, n }) => [Number(id), n]));
  return groups.map(({ id }) => ({
    id,
    distribution: levels.get(id) ?? [0, 0, 0, 0, 0],
    declarations: declarations.get(id) ?? 0,
  }));
}

export interface LoopFigures {
  low: number;
  verified: number;
  contacted: number;
  decided: number;
  told: number;
  acted: number;
  checked: number;
  /** Medians of working time since the rating, in milliseconds. */
  contactedMs: number | null;
  decidedMs: number | null;
  toldMs: number | null;
}

/** What became of the low ratings given in a period. */
export async function loopFigures(
  db: Db | Tx,
  { from, until, spans }: Omit<FigureFilter, 'only'>,
): Promise<LoopFigures> {
  const median = (column: string) =>
    sql`(percentile_cont(0.5) within group (order by ${sql.raw(column)}))::float8 as ${sql.raw(column)}`;
  const [row] = await db.execute<Record<string, number | null>>(sql`
    select count(*)::int as low, count(case_id)::int as verified, count(contacted_ms)::int as contacted,
      count(decided_ms)::int as decided, count(told_ms)::int as told, (count(*) filter (where has_action))::int as acted,
      (count(*) filter (where is_checked))::int as checked,
      ${median('contacted_ms')}, ${median('decided_ms')}, ${median('told_ms')}
    from rating_loops d
    where rated_on >= ${from}::date and rated_on < ${until}::date
      and ${inSpans(sql`d.unit_id`, spans, sql`d.rated_on`)}`);
  return {
    low: row?.low ?? 0,
    verified: row?.verified ?? 0,
    contacted: row?.contacted ?? 0,
    decided: row?.decided ?? 0,
    told: row?.told ?? 0,
    acted: row?.acted ?? 0,
    checked: row?.checked ?? 0,
    contactedMs: row?.contacted_ms ?? null,
    decidedMs: row?.decided_ms ?? null,
    toldMs: row?.told_ms ?? null,
  };
}

/** Low ratings whose answer fell due in the period, and those of them that were answered in time. */
export async function answersDueIn(
  db: Db | Tx,
  { from, until, spans }: Omit<FigureFilter, 'only'>,
): Promise<{ due: number; inTime: number }> {
  const [row] = await db.execute<{ due: number; in_time: number }>(sql`
    select (count(*) filter (where is_told_in_time is not null))::int as due,
      (count(*) filter (where is_told_in_time))::int as in_time
    from rating_loops d
    where due_on >= ${from}::date and due_on < ${until}::date and ${inSpans(sql`d.unit_id`, spans, sql`d.due_on`)}`);
  return { due: row?.due ?? 0, inTime: row?.in_time ?? 0 };
}

type LevelRow = { level1: number; level2: number; level3: number; level4: number; level5: number };

const levelSums = sql`sum(d.level1)::int as level1, sum(d.level2)::int as level2, sum(d.level3)::int as level3,
  sum(d.level4)::int as level4, sum(d.level5)::int as level5`;

export function distributionIn({ level1, level2, level3, level4, level5 }: LevelRow): Distribution {
  return [level1, level2, level3, level4, level5];
}

function ratedIn({ from, until, only }: FigureFilter, isOneKey = true): SQL {
  const key = only !== undefined && isOneKey ? sql`d.key = ${only.key}` : sql`true`;
  return sql`d.dimension = ${only?.dimension ?? 'unit'} and ${key}
    and d.day >= ${from}::date and d.day < ${until}::date`;
}

function countsDeclarations({ only, spans }: FigureFilter): boolean {
  return only === undefined || (only.dimension === 'association' && spans === null);
}

function concludedIn({ from, until, spans, only }: FigureFilter): SQL {
  const period = sql`d.day >= ${from}::date and d.day < ${until}::date`;
  if (only !== undefined) return sql`d.dimension = ${only.dimension} and d.key = ${only.key} and ${period}`;
  if (spans === null) return sql`d.dimension = 'office' and ${period}`;
  return sql`d.dimension = 'office' and ${period}
    and exists (select 1 from office_codes o where o.code = d.key and ${inSpans(sql`o.unit_id`, spans)})`;
}

const dayInSpan = sql`(s."from" is null or d.day >= s."from") and (s."until" is null or d.day < s."until")`;

function inSpans(unitId: SQL, spans: readonly UnitSpan[] | null, day: SQL = sql`d.day`): SQL {
  if (spans === null) return sql`true`;
  return sql`exists (select 1 from ${spanTable(spans)} where s."unitId" = ${unitId}
    and (s."from" is null or ${day} >= s."from") and (s."until" is null or ${day} < s."until"))`;
}

function spanTable(spans: readonly (UnitSpan & { groupId?: number })[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(spans)}::text::jsonb)
    as s("groupId" bigint, "unitId" bigint, "from" date, "until" date)`;
}
