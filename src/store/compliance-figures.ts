import { type SQL, sql } from 'drizzle-orm';
import type { ClockKind } from '../rules/case/words.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { decidedIn } from './figure-filter.ts';
import { cases } from './schema/cases.ts';
import { byRole, visibleTo } from './visibility.ts';

/** Promises kept and broken among those that belong to one clock, unit, officer, enterprise or day. */
export interface Kept {
  met: number;
  missed: number;
}

export interface DecidedPromises {
  byClock: (Kept & { clock: ClockKind })[];
  byUnit: (Kept & { unitId: number })[];
  /** Null: nobody has the case. */
  byOfficer: (Kept & { officerId: number | null })[];
  /** Null: nobody knows which enterprise asks. */
  byEnterprise: (Kept & { enterpriseId: number | null })[];
  byDay: (Kept & { day: string })[];
}

interface Row extends Record<string, unknown>, Kept {
  part: 'clock' | 'unit' | 'officer' | 'enterprise' | 'day';
  clock: ClockKind;
  id: string | null;
  day: string;
}

interface Span {
  from: Date;
  until: Date;
  zone: string;
  unitId?: number | undefined;
}

/**
 * How the promises that were decided in a span of whole local days ended, grouped five ways. Only cases that the reader may
 * know of. Whole months come from sums; what the reader may see of single cases, or what changed since it was counted, is
 * taken off them and added one by one, so that the figures are those of the rows themselves at that moment.
 */
export async function decidedPromises(db: Db | Tx, sight: Sight, span: Span): Promise<DecidedPromises> {
  const { unitId } = span;
  const months = wholeMonths(localDate(span.from, span.zone), localDate(span.until, span.zone));
  const ofUnit = (column: SQL) => (unitId === undefined ? sql`true` : sql`${column} = ${unitId}`);
  const seen = (table: SQL) => roleSees(sight, sql`${table}.is_conduct`, sql`${table}.unit_id`);
  const officerId = sight === 'everything' ? 0 : sight.officerId;
  const cells = (part: string) => sql`promise_cells p where p.part = ${part}
    and p.on_day >= ${months.from}::date and p.on_day < ${months.until}::date and ${seen(sql`p`)} and ${ofUnit(sql`p.unit_id`)}`;
  const columns = sql`clock, unit_id, officer_id, enterprise_id, decided_on as day`;
  const rows = await db.execute<Row>(sql`
    with marked as (select distinct case_id from promise_marks),
    kept_away as (select case_id from case_exclusions where officer_id = ${officerId}),
    own as (select id as case_id from cases where assignee_id = ${officerId}
      union select case_id from alerts where officer_id = ${officerId}),
    uncounted as (select case_id from marked union select case_id from kept_away),
    single as (
      select ${columns}, (not is_missed)::int as met, is_missed::int as missed from promise_ends e
      where ${withinEdges(span, months)} and ${ofUnit(sql`e.unit_id`)}
        and (${seen(sql`e`)} or e.case_id in (select case_id from own)) and e.case_id not in (select case_id from uncounted)
      union all
      select ${columns}, -(not is_missed)::int, -is_missed::int from promise_ends e
      where e.case_id in (select case_id from uncounted) and ${within(months)} and ${ofUnit(sql`e.unit_id`)} and ${seen(sql`e`)}
      union all
      select ${columns}, (not is_missed)::int, is_missed::int from promise_ends e
      where e.case_id in (select case_id from own) and e.case_id not in (select case_id from uncounted)
        and ${within(months)} and ${ofUnit(sql`e.unit_id`)} and not ${seen(sql`e`)}
      union all
      select c.kind, ${cases.unitId}, ${cases.assigneeId}, ${cases.enterpriseId},
        (coalesce(c.broken_at, c.stopped_at) at time zone ${span.zone})::date,
        (c.broken_at is null)::int, (c.broken_at is not null)::int
      from marked join cases on cases.id = marked.case_id join clocks c on c.case_id = cases.id
      where ${decidedIn(span)} and ${ofUnit(sql`${cases.unitId}`)} and ${visibleTo(sight)}),
    work as (
      select clock, unit_id, officer_id, met, missed from single
      union all select p.clock, p.unit_id, nullif(p.key, 0), p.met, p.missed from ${cells('officer')}),
    grouped as (
      select case grouping(clock, unit_id, officer_id) when 3 then 'clock' when 5 then 'unit' else 'officer' end as part,
        clock, coalesce(unit_id, officer_id) as id, null::date as day, sum(met)::int as met, sum(missed)::int as missed
      from work group by grouping sets ((clock), (unit_id), (officer_id))
      union all
      select 'enterprise', null, enterprise_id, null, sum(met)::int, sum(missed)::int from (
        select enterprise_id, met, missed from single
        union all select nullif(p.key, 0), p.met, p.missed from ${cells('enterprise')}) e group by enterprise_id
      union all
      select 'day', null, null, day, sum(met)::int, sum(missed)::int from (
        select day, met, missed from single union all select p.on_day, p.met, p.missed from ${cells('day')}) d group by day)
    select part, clock, id, day::text, met, missed from grouped where met > 0 or missed > 0`);
  const of = (part: Row['part']) => rows.filter((row) => row.part === part);
  const kept = ({ met, missed }: Row): Kept => ({ met, missed });
  const key = (id: string | null) => (id === null ? null : Number(id));
  return {
    byClock: of('clock').map((row) => ({ clock: row.clock, ...kept(row) })),
    byUnit: of('unit').map((row) => ({ unitId: Number(row.id), ...kept(row) })),
    byOfficer: of('officer').map((row) => ({ officerId: key(row.id), ...kept(row) })),
    byEnterprise: of('enterprise').map((row) => ({ enterpriseId: key(row.id), ...kept(row) })),
    byDay: of('day')
      .map((row) => ({ day: row.day, ...kept(row) }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

interface Months {
  from: string;
  until: string;
}

/** The whole months of a period of days; empty where it has none. */
function wholeMonths(from: string, until: string): Months {
  const first = Temporal.PlainDate.from(from);
  const begins = (first.day === 1 ? first : first.with({ day: 1 }).add({ months: 1 })).toString();
  const ends = Temporal.PlainDate.from(until).with({ day: 1 }).toString();
  return { from: begins, until: ends < begins ? begins : ends };
}

function within(months: Months): SQL {
  return sql`decided_on >= ${months.from}::date and decided_on < ${months.until}::date`;
}

function withinEdges({ from, until, zone }: Span, months: Months): SQL {
  return sql`decided_on >= ${localDate(from, zone)}::date and decided_on < ${localDate(until, zone)}::date and not (${within(months)})`;
}

function roleSees(sight: Sight, isConduct: SQL, unitId: SQL): SQL {
  return sight === 'everything' ? sql`true` : byRole(sight, isConduct, unitId);
}

/** What these enterprises are called, with the agreement in force; the newest where several are. */
export async function agreementNames(db: Db | Tx, enterpriseIds: readonly number[]) {
  if (enterpriseIds.length === 0) return [];
  return db.execute<{ id: number; name: string; agreement: string | null }>(sql`
    select e.id::int as id, e.name, a.number as agreement from enterprises e
    left join lateral (select number from agreements g where g.enterprise_id = e.id and g.state = 'inForce'
      order by g.signed_on desc limit 1) a on true
    where e.id = any(${sql.param([...enterpriseIds])}::bigint[])`);
}

/** The names of units and officers by id, those who are gone as well. */
export async function workNames(db: Db | Tx) {
  const rows = await db.execute<{ kind: string; id: number; name: string; of: string | null }>(sql`
    select 'unit' as kind, id::int as id, name, null as of from units
    union all select 'officer', o.id::int, o.name, u.short_name from officers o join units u on u.id = o.unit_id`);
  const byKind = (kind: string) => new Map(rows.filter((row) => row.kind === kind).map((row) => [row.id, row]));
  return { units: byKind('unit'), officers: byKind('officer') };
}
