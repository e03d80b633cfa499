import { asc, sql } from 'drizzle-orm';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { cases } from './schema/cases.ts';
import { units } from './schema/organisation.ts';
import { visibleTo } from './visibility.ts';

/** The units that have cases in hand which the reader may see, by name. */
export async function unitsOfCases(db: Db, sight: Sight): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(
      sql`${units.id} in (
        select ${cases.unitId} from cases where ${visibleTo(sight)} and ${cases.state} not in ('closed', 'merged'))`,
    )
    .orderBy(asc(units.name));
}
