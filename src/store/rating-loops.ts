import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { isLow } from './rating-days.ts';
import type { ratingLoops } from './schema/rating-figures.ts';

export interface LowAnswer {
  ratingId: number;
  unitId: number;
  ratedOn: string;
  ratedAt: Date;
  caseId: number | null;
  contactedAt: Date | null;
  decidedAt: Date | null;
  toldAt: Date | null;
  hasAction: boolean;
  isChecked: boolean;
}

/**
 * Low answers and what became of each, one for a declaration and enterprise however many parts were rated low: all, or
 * those changed since, with those whose way is not over.
 */
export async function lowAnswers(tx: Tx, since: Date | null, zone: string): Promise<LowAnswer[]> {
  const isWanted =
    since === null
      ? sql`true`
      : sql`(r.number11, r.enterprise_id) in (
          select c.number11, c.enterprise_id from ratings c where c.changed_at >= ${since.toISOString()}::timestamptz
          union
          select u.number11, u.enterprise_id from rating_loops l join ratings u on u.id = l.rating_id
          where l.told_ms is null or (l.has_action and not l.is_checked))`;
  const rows = await tx.execute<Record<string, string | boolean | null>>(sql`
    with low as materialized (
      select r.number11, r.enterprise_id, min(r.id) as rating_id, min(r.rated_at) as rated_at,
        (array_agg(coalesce(r.unit_id, 0) order by r.id))[1] as unit_id
      from ratings r where r.counts and ${isLow} and ${isWanted}
      group by r.number11, r.enterprise_id
    ), looked_at as materialized (
      -- The first verification of each matter, found for all at once: one by one it took minutes for a year.
      select distinct on (x.number11, x.enterprise_id) x.number11, x.enterprise_id, f.case_id, f.decided_at, f.told_at
      from verification_ratings link
      join ratings x on x.id = link.rating_id
      join verifications f on f.case_id = link.case_id and f.appeal_of is null
      order by x.number11, x.enterprise_id, f.case_id
    )
    select low.rating_id::text, low.unit_id::text, ${milliseconds('low.rated_at')} as rated_at, (low.rated_at at time zone ${zone})::date::text as rated_on,
      v.case_id::text, ${milliseconds('v.decided_at')} as decided_at, ${milliseconds('v.told_at')} as told_at,
      (select ${milliseconds('min(e.at)')} from case_events e where e.case_id = v.case_id and e.type = 'replyDelivered') as contacted_at,
      exists (select 1 from corrective_actions a where a.case_id = v.case_id) as has_action,
      exists (select 1 from corrective_actions a where a.case_id = v.case_id)
        and not exists (select 1 from corrective_actions a where a.case_id = v.case_id and a.checked_at is null) as is_checked
    from low
    left join looked_at v on v.number11 = low.number11 and v.enterprise_id = low.enterprise_id`);
  return rows.map((row) => ({
    ratingId: Number(row.rating_id),
    unitId: Number(row.unit_id),
    ratedOn: String(row.rated_on),
    ratedAt: instantOf(row.rated_at) ?? new Date(0),
    caseId: row.case_id == null ? null : Number(row.case_id),
    contactedAt: instantOf(row.contacted_at),
    decidedAt: instantOf(row.decided_at),
    toldAt: instantOf(row.told_at),
    hasAction: row.has_action === true,
    isChecked: row.is_checked === true,
  }));
}

export async function saveLoops(tx: Tx, loops: readonly (typeof ratingLoops.$inferInsert)[]): Promise<void> {
  await tx.execute(sql`
    insert into rating_loops (rating_id, unit_id, rated_on, case_id, contacted_ms, decided_ms, told_ms, due_on,
      is_told_in_time, has_action, is_checked)
    select l."ratingId", l."unitId", l."ratedOn", l."caseId", l."contactedMs", l."decidedMs", l."toldMs", l."dueOn",
      l."isToldInTime", l."hasAction", l."isChecked"
    from jsonb_to_recordset(${JSON.stringify(loops)}::text::jsonb) as l("ratingId" bigint, "unitId" bigint, "ratedOn" date,
      "caseId" bigint, "contactedMs" bigint, "decidedMs" bigint, "toldMs" bigint, "dueOn" date, "isToldInTime" boolean,
      "hasAction" boolean, "isChecked" boolean)
    on conflict (rating_id) do update set unit_id = excluded.unit_id, rated_on = excluded.rated_on,
      case_id = excluded.case_id, contacted_ms = excluded.contacted_ms, decided_ms = excluded.decided_ms,
      told_ms = excluded.told_ms, due_on = excluded.due_on, is_told_in_time = excluded.is_told_in_time,
      has_action = excluded.has_action, is_checked = excluded.is_checked`);
}

/** Forgets those whose rating is not low any more, or no longer the first low one about its declaration. */
export async function dropStaleLoops(tx: Tx): Promise<void> {
  await tx.execute(sql`
    delete from rating_loops l using ratings own
    where own.id = l.rating_id and own.id is distinct from (
      select min(r.id) from ratings r
      where r.number11 = own.number11 and r.enterprise_id = own.enterprise_id and r.counts and ${isLow})`);
}

// `execute` gives instants as the server writes them, which a Date need not read.
function milliseconds(instant: string): SQL {
  return sql.raw(`round(extract(epoch from ${instant}) * 1000)::bigint::text`);
}

function instantOf(value: string | boolean | null | undefined): Date | null {
  return typeof value === 'string' ? new Date(Number(value)) : null;
}
