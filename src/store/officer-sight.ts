import { sql } from 'drizzle-orm';
import type { Role } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { remember } from './in-transaction.ts';

export interface OfficerSight {
  role: Role;
  active: boolean;
  unitId: number;
  /** The officer's unit and all below it. */
  unitsBelow: ReadonlySet<number>;
}

/** What decides what an officer sees, in one look: every request begins with it. Null for somebody unknown. */
export async function officerSight(tx: Tx | Db, officerId: number): Promise<OfficerSight | null> {
  return remember(tx, `sight of officer ${officerId}`, ['officers', 'units'], async () => {
    const [row] = await tx.execute<{ role: Role; active: boolean; unit_id: string; below: string[] }>(sql`
      select o.role, o.active, o.unit_id, array(
        with recursive tree as (
          select o.unit_id as id union all select units.id from units join tree on units.parent_id = tree.id)
        select id from tree) as below
      from officers o where o.id = ${officerId}`);
    if (row === undefined) return null;
    const { role, active, unit_id: unitId, below } = row;
    return { role, active, unitId: Number(unitId), unitsBelow: new Set(below.map(Number)) };
  });
}
