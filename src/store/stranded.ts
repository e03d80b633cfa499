import { and, asc, eq, sql } from 'drizzle-orm';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { cases } from './schema/cases.ts';
import { units } from './schema/organisation.ts';
import { notExcluded } from './visibility.ts';

/**
 * Matters about conduct that nobody has, oldest first, without a word of what they are: so that whoever looks after the
 * system sees that somebody independent is missing. Nobody meets one here that they are kept away from.
 */
export async function strandedCases(db: Db, sight: Sight, limit: number) {
  return db
    .select({ kind: cases.kind, unitName: units.name, openedAt: cases.openedAt })
    .from(cases)
    .innerJoin(units, eq(units.id, cases.unitId))
    .where(
      and(
        sql`${cases.kind} in ('report', 'verification') and ${cases.assigneeId} is null`,
        sql`${cases.state} not in ('closed', 'merged')`,
        notExcluded(sight),
      ),
    )
    .orderBy(asc(cases.openedAt), asc(cases.id))
    .limit(limit);
}
