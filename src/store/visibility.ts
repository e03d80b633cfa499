import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../rules/visibility/can-see.ts';
import { cases } from './schema/cases.ts';

// Written out, because drizzle leaves the table's name away where a query has one table, and `id` alone would then mean
// the inner table's.
const caseId = sql.raw('"cases"."id"');

/** `canSee` as a condition on `cases`. Every query that shows, counts or searches cases carries it. */
export function visibleTo(viewer: Viewer | 'everything'): SQL {
  if (viewer === 'everything') return sql`true`;
  const mine = sql`(${cases.assigneeId} = ${viewer.officerId} or exists (
    select 1 from alerts a where a.case_id = ${caseId} and a.officer_id = ${viewer.officerId}))`;
  // The role first: it costs nothing, and settles most rows before anybody's alerts are looked up.
  return sql`(${notExcluded(viewer)} and (${byRole(viewer)} or ${mine}))`;
}

/**
 * That nobody keeps the viewer away from a case: for lists that say of a case no more than that it is there. Holds where
 * there is no case.
 */
export function notExcluded(viewer: Viewer | 'everything'): SQL {
  if (viewer === 'everything') return sql`true`;
  return sql`not exists (
    select 1 from case_exclusions x where x.case_id = ${caseId} and x.officer_id = ${viewer.officerId})`;
}

function byRole(viewer: Viewer): SQL {
  const aboutConduct = sql`${cases.kind} in ('report', 'verification')`;
  if (viewer.role === 'internalControl') return sql`true`;
  if (viewer.role === 'departmentLeader') return sql`not ${aboutConduct}`;
  if (viewer.role === 'administrator' || viewer.unitIds.size === 0) return sql`false`;
  const unitIds = sql.join(
    [...viewer.unitIds].map((id) => sql`${id}`),
    sql`, `,
  );
  return sql`(not ${aboutConduct} and ${cases.unitId} in (${unitIds}))`;
}
