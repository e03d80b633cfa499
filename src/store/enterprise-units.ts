import { sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';

// So many of the newest declarations say where an enterprise declares.
const declarationsLookedAt = 20;

/**
 * The units that have to do with each enterprise: those of its agreements; where there is none, those that answer for the
 * offices of its newest declarations. Enterprises of which nothing is known are not in the answer.
 */
export async function unitsOfEnterprises(
  tx: Tx | Db,
  enterpriseIds: readonly number[],
): Promise<Map<number, Set<number>>> {
  if (enterpriseIds.length === 0) return new Map();
  const ids = sql.join(
    enterpriseIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<{ enterprise: string; unit: string }>(sql`
    with wanted as (select id from enterprises where id in (${ids})),
    agreed as (
      select distinct a.enterprise_id as id, a.unit_id from agreements a
      where a.enterprise_id in (select id from wanted) and a.unit_id is not null and a.state <> 'ended'
    )
    select id as enterprise, unit_id as unit from agreed
    union
    select w.id, o.unit_id from wanted w
    cross join lateral (
      select d.office_code from declarations d where d.enterprise_id = w.id
      order by d.registered_at desc limit ${declarationsLookedAt}
    ) newest
    join office_codes o on o.code = newest.office_code
    where w.id not in (select id from agreed)`);
  const units = new Map<number, Set<number>>();
  for (const { enterprise, unit } of rows) {
    const own = units.get(Number(enterprise)) ?? new Set();
    units.set(Number(enterprise), own.add(Number(unit)));
  }
  return units;
}
