import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { promiseCells, promiseEnds, promiseMarks } from './schema/promise-figures.ts';

// Of two processes that count at once one leaves it to the other.
const countingLock = 7_203_115;
const mostMarks = 5000;

/**
 * Counts anew the cases that changed since they were last counted. Answers how many changes it took in: 0 when nothing was
 * left, or another process is at it. Figures are the same before and after it; they only cost less.
 */
export async function countPromises(db: Db, zone: string): Promise<number> {
  // One snapshot: a change that is committed meanwhile keeps its mark, and what it changed is not counted yet either.
  return db.transaction((tx) => count(tx, zone), { isolationLevel: 'repeatable read' });
}

async function count(tx: Tx, zone: string): Promise<number> {
  const [lock] = await tx.execute<{ ours: boolean }>(sql`select pg_try_advisory_xact_lock(${countingLock}) as ours`);
  if (lock?.ours !== true) return 0;
  const marks = await tx.select().from(promiseMarks).orderBy(promiseMarks.id).limit(mostMarks);
  if (marks.length === 0) return 0;
  const caseIds = sql`${sql.param([...new Set(marks.flatMap(({ caseId }) => caseId))])}::bigint[]`;
  await tx.execute(sql`
    with counted as (delete from ${promiseEnds} where case_id = any(${caseIds}) returning *)
    ${addToCells(sql`-1`)}`);
  await tx.execute(sql`
    with counted as (
      insert into ${promiseEnds} (case_id, clock, decided_on, is_missed, is_conduct, unit_id, officer_id, enterprise_id)
      select cases.id, c.kind, (coalesce(c.broken_at, c.stopped_at) at time zone ${zone})::date, c.broken_at is not null,
        cases.kind in ('report', 'verification'), cases.unit_id, cases.assignee_id, cases.enterprise_id
      from clocks c join cases on cases.id = c.case_id
      where c.case_id = any(${caseIds}) and (c.broken_at is not null or c.state = 'met')
        and coalesce(c.broken_at, c.stopped_at) is not null
      returning *)
    ${addToCells(sql`1`)}`);
  await tx.delete(promiseMarks).where(
    inArray(
      promiseMarks.id,
      marks.map(({ id }) => id),
    ),
  );
  return marks.length;
}

function addToCells(sign: SQL): SQL {
  return sql`
    insert into ${promiseCells} (part, on_day, unit_id, is_conduct, key, clock, met, missed)
    select p.part, p.on_day, unit_id, is_conduct, p.key, p.clock, ${sign} * count(*) filter (where not is_missed),
      ${sign} * count(*) filter (where is_missed)
    from counted cross join lateral (values
      ('officer', date_trunc('month', decided_on)::date, coalesce(officer_id, 0), clock),
      ('enterprise', date_trunc('month', decided_on)::date, coalesce(enterprise_id, 0), ''),
      ('day', decided_on, 0, '')) p (part, on_day, key, clock)
    group by 1, 2, 3, 4, 5, 6
    on conflict (part, on_day, unit_id, is_conduct, key, clock) do update
      set met = promise_cells.met + excluded.met, missed = promise_cells.missed + excluded.missed`;
}
