import { sql } from 'drizzle-orm';
import type { ClockKind } from '../rules/case/words.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { decidedIn } from './figure-filter.ts';
import { cases } from './schema/cases.ts';
import { visibleTo } from './visibility.ts';

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

interface Part extends Record<string, unknown>, Kept {
  part: number;
  clock: ClockKind;
  unit_id: string | null;
  officer_id: string | null;
  enterprise_id: string | null;
  day: string;
}

// What `grouping` answers for each of the five sets below.
const parts = { clock: 15, unit: 23, officer: 27, enterprise: 29, day: 30 };

/** How the promises that were decided in a span ended, counted once and grouped five ways. Only cases that the reader may know of. */
export async function decidedPromises(
  db: Db | Tx,
  sight: Sight,
  { from, until, zone, unitId }: { from: Date; until: Date; zone: string; unitId?: number | undefined },
): Promise<DecidedPromises> {
  const ofUnit = unitId === undefined ? sql`true` : sql`${cases.unitId} = ${unitId}`;
  const rows = await db.execute<Part>(sql`
    with decided as (
      select c.kind as clock, c.broken_at is not null as is_missed, ${cases.unitId} as unit_id,
        ${cases.assigneeId} as officer_id, ${cases.enterpriseId} as enterprise_id,
        (coalesce(c.broken_at, c.stopped_at) at time zone ${zone})::date as day
      from clocks c join cases on cases.id = c.case_id
      where ${decidedIn({ from, until })} and ${ofUnit} and ${visibleTo(sight)})
    select grouping(clock, unit_id, officer_id, enterprise_id, day)::int as part,
      clock, unit_id, officer_id, enterprise_id, day::text,
      count(*) filter (where not is_missed)::int as met, count(*) filter (where is_missed)::int as missed
    from decided group by grouping sets ((clock), (unit_id), (officer_id), (enterprise_id), (day))`);
  const of = (part: number) => rows.filter((row) => row.part === part);
  const kept = ({ met, missed }: Part): Kept => ({ met, missed });
  const key = (id: string | null) => (id === null ? null : Number(id));
  return {
    byClock: of(parts.clock).map((row) => ({ clock: row.clock, ...kept(row) })),
    byUnit: of(parts.unit).map((row) => ({ unitId: Number(row.unit_id), ...kept(row) })),
    byOfficer: of(parts.officer).map((row) => ({ officerId: key(row.officer_id), ...kept(row) })),
    byEnterprise: of(parts.enterprise).map((row) => ({ enterpriseId: key(row.enterprise_id), ...kept(row) })),
    byDay: of(parts.day)
      .map((row) => ({ day: row.day, ...kept(row) }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
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
