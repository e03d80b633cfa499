import { and, asc, count, eq, isNull, or, sql } from 'drizzle-orm';
import { mayDoEverywhere } from '../rules/visibility/permissions.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { caseLabels, labels } from './schema/labels.ts';
import { units } from './schema/organisation.ts';
import { keptFor } from './unit-scope.ts';

export type Label = typeof labels.$inferSelect;

/** The desk's labels and those of the reader's units, by name; those that are retired as well. */
export async function labelsFor(db: Db | Tx, sight: Sight): Promise<(Label & { unitName: string | null })[]> {
  const rows = await db
    .select({ label: labels, unitName: units.shortName })
    .from(labels)
    .leftJoin(units, eq(units.id, labels.unitId))
    .where(offeredTo(sight))
    .orderBy(asc(labels.nameKey), asc(labels.id));
  return rows.map(({ label, unitName }) => ({ ...label, unitName }));
}

function offeredTo(sight: Sight) {
  return sight === 'everything' || mayDoEverywhere(sight, 'keepLabels')
    ? sql`true`
    : or(isNull(labels.unitId), keptFor(sight, sql`${labels.unitId}`));
}

/** The label that this reader may put on a case, which nobody retires until the transaction ends; null for any other. */
export async function offeredLabel(tx: Tx, sight: Sight, id: number): Promise<Label | null> {
  const [row] = await tx
    .select()
    .from(labels)
    .where(and(eq(labels.id, id), isNull(labels.retiredAt), offeredTo(sight)))
    .for('share');
  return row ?? null;
}

/** The label, locked until the transaction ends; null for one that is retired. */
export async function lockLabel(tx: Tx, id: number): Promise<Label | null> {
  const [row] = await tx
    .select()
    .from(labels)
    .where(and(eq(labels.id, id), isNull(labels.retiredAt)))
    .for('update');
  return row ?? null;
}

/** Its id, or null where a label in use reads alike. */
export async function insertLabel(tx: Tx, row: Omit<Label, 'id' | 'retiredAt'>): Promise<number | null> {
  const [inserted] = await tx.insert(labels).values(row).onConflictDoNothing().returning({ id: labels.id });
  return inserted?.id ?? null;
}

export async function isLabelNameTaken(tx: Tx, nameKey: string, otherThan: number): Promise<boolean> {
  const rows = await tx
    .select({ id: labels.id })
    .from(labels)
    .where(and(eq(labels.nameKey, nameKey), isNull(labels.retiredAt)));
  return rows.some(({ id }) => id !== otherThan);
}

export async function saveLabel(tx: Tx, id: number, change: Partial<Omit<Label, 'id'>>): Promise<void> {
  await tx.update(labels).set(change).where(eq(labels.id, id));
}

export async function countLabelsOn(tx: Tx, caseId: number): Promise<number> {
  const [row] = await tx.select({ found: count() }).from(caseLabels).where(eq(caseLabels.caseId, caseId));
  return row?.found ?? 0;
}

/** The label where it is on the case, retired or not; null where it is not. */
export async function labelOn(tx: Tx, caseId: number, labelId: number): Promise<Pick<Label, 'id' | 'name'> | null> {
  const [row] = await tx
    .select({ id: labels.id, name: labels.name })
    .from(caseLabels)
    .innerJoin(labels, eq(labels.id, caseLabels.labelId))
    .where(and(eq(caseLabels.caseId, caseId), eq(caseLabels.labelId, labelId)));
  return row ?? null;
}

export async function insertCaseLabel(tx: Tx, row: typeof caseLabels.$inferInsert): Promise<void> {
  await tx.insert(caseLabels).values(row);
}

export async function deleteCaseLabel(tx: Tx, caseId: number, labelId: number): Promise<void> {
  await tx.delete(caseLabels).where(and(eq(caseLabels.caseId, caseId), eq(caseLabels.labelId, labelId)));
}
