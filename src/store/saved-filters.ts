import { asc, eq, or, sql } from 'drizzle-orm';
import type { Viewer } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { savedFilters } from './schema/desk-tools.ts';
import { keptFor } from './unit-scope.ts';

export type SavedFilterRow = typeof savedFilters.$inferSelect;

/** The officer's own, and those of the units around; oldest first, so that nothing moves under the mouse. */
export async function savedFiltersFor(db: Db | Tx, viewer: Viewer): Promise<SavedFilterRow[]> {
  return db
    .select()
    .from(savedFilters)
    .where(or(eq(savedFilters.ownerId, viewer.officerId), keptFor(viewer, sql`${savedFilters.unitId}`)))
    .orderBy(asc(savedFilters.id));
}

export async function savedFilterById(tx: Tx, id: number): Promise<SavedFilterRow | null> {
  const [row] = await tx.select().from(savedFilters).where(eq(savedFilters.id, id)).for('update');
  return row ?? null;
}

export async function insertSavedFilter(tx: Tx, row: Omit<SavedFilterRow, 'id'>): Promise<number> {
  const [inserted] = await tx.insert(savedFilters).values(row).returning({ id: savedFilters.id });
  if (inserted === undefined) throw new Error('The filter was not stored');
  return inserted.id;
}

export async function deleteSavedFilter(tx: Tx, id: number): Promise<void> {
  await tx.delete(savedFilters).where(eq(savedFilters.id, id));
}
