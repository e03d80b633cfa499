import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { mayDoEverywhere } from '../rules/visibility/permissions.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cannedReplies } from './schema/desk-tools.ts';
import { units } from './schema/organisation.ts';
import { keptFor } from './unit-scope.ts';

export type CannedReply = typeof cannedReplies.$inferSelect;

/** What the reader may insert, by code. */
export async function cannedRepliesFor(
  db: Db | Tx,
  sight: Sight,
): Promise<(CannedReply & { unitName: string | null })[]> {
  const mine =
    sight === 'everything' || mayDoEverywhere(sight, 'readCannedReplies')
      ? sql`true`
      : or(isNull(cannedReplies.unitId), keptFor(sight, sql`${cannedReplies.unitId}`));
  const rows = await db
    .select({ reply: cannedReplies, unitName: units.shortName })
    .from(cannedReplies)
    .leftJoin(units, eq(units.id, cannedReplies.unitId))
    .where(and(isNull(cannedReplies.endedAt), mine))
    .orderBy(asc(cannedReplies.code));
  return rows.map(({ reply, unitName }) => ({ ...reply, unitName }));
}

/** The reply, locked until the transaction ends; null for one that is withdrawn. */
export async function lockCannedReply(tx: Tx, id: number): Promise<CannedReply | null> {
  const [row] = await tx
    .select()
    .from(cannedReplies)
    .where(and(eq(cannedReplies.id, id), isNull(cannedReplies.endedAt)))
    .for('update');
  return row ?? null;
}

/** Its id, or null where the code is taken. */
export async function insertCannedReply(tx: Tx, row: Omit<CannedReply, 'id' | 'endedAt'>): Promise<number | null> {
  const [inserted] = await tx
    .insert(cannedReplies)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: cannedReplies.id });
  return inserted?.id ?? null;
}

export async function isCodeTaken(tx: Tx, code: string, otherThan: number): Promise<boolean> {
  const rows = await tx
    .select({ id: cannedReplies.id })
    .from(cannedReplies)
    .where(and(eq(cannedReplies.code, code), isNull(cannedReplies.endedAt)));
  return rows.some(({ id }) => id !== otherThan);
}

export async function saveCannedReply(tx: Tx, id: number, change: Partial<Omit<CannedReply, 'id'>>): Promise<void> {
  await tx.update(cannedReplies).set(change).where(eq(cannedReplies.id, id));
}
