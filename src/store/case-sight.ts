import { and, inArray } from 'drizzle-orm';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { visibleTo } from './visibility.ts';

/** The ids of those of the cases that the reader may know of, by reference. Nothing is locked. */
export async function visibleCaseIds(
  db: Db | Tx,
  sight: Sight,
  references: readonly string[],
): Promise<Map<string, number>> {
  if (references.length === 0) return new Map();
  const rows = await db
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(and(inArray(cases.reference, [...references]), visibleTo(sight)));
  return new Map(rows.map(({ id, reference }) => [reference, id]));
}
