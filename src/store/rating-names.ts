import { inArray } from 'drizzle-orm';
import type { Db } from './database.ts';
import { officers } from './schema/organisation.ts';
import { associations } from './schema/registry.ts';

/** The names of associations by id. */
export async function associationNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ id: associations.id, name: associations.name }).from(associations);
  return new Map(rows.map(({ id, name }) => [String(id), name]));
}

/** The officers of these ids, whether they still work here or not. */
export async function namedOfficers(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: officers.id, name: officers.name, unitId: officers.unitId })
    .from(officers)
    .where(inArray(officers.id, [...ids]));
}
