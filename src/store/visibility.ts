import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../rules/visibility/can-see.ts';
import { reachOf } from '../rules/visibility/permission-table.ts';
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
  return sql`(${notExcluded(viewer)} and (${byRole(viewer, isAboutConduct, sql`${cases.unitId}`)} or ${mine}))`;
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

const isAboutConduct = sql`${cases.kind} in ('report', 'verification')`;

/** What the role alone lets the viewer see, of rows that say whether a case is about conduct and which unit has it. */
export function byRole(viewer: Viewer, aboutConduct: SQL, unitId: SQL): SQL {
  const conduct = reached(viewer, 'readConduct');
  const others = reached(viewer, 'readCases');
  if (conduct === 'all' && others === 'all') return sql`true`;
  const parts = [within(others, sql`not ${aboutConduct}`, unitId), within(conduct, aboutConduct, unitId)];
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? sql`false` : sql`(${sql.join(given, sql` or `)})`;
}

type Reached = 'all' | 'nothing' | { unitIds: SQL };

/** How far somebody reads what comes under this permission, by the table. */
function reached(viewer: Viewer, permission: 'readCases' | 'readConduct'): Reached {
  const reach = reachOf(viewer.role, permission);
  if (reach === 'everywhere') return 'all';
  if (reach !== 'ownUnits' || viewer.unitIds.size === 0) return 'nothing';
  const ids = [...viewer.unitIds].map((id) => sql`${id}`);
  return { unitIds: sql.join(ids, sql`, `) };
}

function within(reach: Reached, kinds: SQL, unitId: SQL): SQL | null {
  if (reach === 'nothing') return null;
  return reach === 'all' ? kinds : sql`(${kinds} and ${unitId} in (${reach.unitIds}))`;
}
