import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../rules/visibility/can-see.ts';

/**
 * As a condition on a column `unit_id`: what is kept for the viewer's own unit or one above it, and for a manager what is
 * kept for the units below.
 */
export function keptFor(viewer: Viewer, unitId: SQL): SQL {
  const below = [...viewer.unitIds];
  const answersFor =
    below.length === 0
      ? sql`false`
      : sql`${unitId} in (${sql.join(
          below.map((id) => sql`${id}`),
          sql`, `,
        )})`;
  return sql`(${answersFor} or ${unitId} in (
    with recursive above as (
      select u.id, u.parent_id from units u join officers o on o.unit_id = u.id where o.id = ${viewer.officerId}
      union all
      select u.id, u.parent_id from units u join above a on u.id = a.parent_id
    )
    select id from above))`;
}
