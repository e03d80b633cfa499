import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Subject } from '../rules/rating/subjects.ts';
import type { Db, Tx } from './database.ts';
import { officers } from './schema/organisation.ts';
import { ratingAnswers, ratings } from './schema/ratings.ts';

export type RatingRow = typeof ratings.$inferSelect;

const ratingsLock = 0x5247;

/**
 * Makes those who rate take turns until the transaction ends. The ledger would do the same a moment later; taken first,
 * nobody holds a rating that another one waits for.
 */
export async function lockRatings(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ratingsLock})`);
}

/** The answer an enterprise stands by about a subject of a declaration; null for none yet. */
export async function ratingOf(
  tx: Tx | Db,
  of: { number11: string; enterpriseId: number; subject: Subject },
): Promise<RatingRow | null> {
  const [row] = await tx
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.number11, of.number11),
        eq(ratings.subjectKind, of.subject.kind),
        eq(ratings.subjectKey, of.subject.key),
        eq(ratings.enterpriseId, of.enterpriseId),
      ),
    );
  return row ?? null;
}

/** All that an enterprise has said about a declaration. */
export async function ratingsOfDeclaration(tx: Tx | Db, number11: string, enterpriseId: number): Promise<RatingRow[]> {
  return tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.number11, number11), eq(ratings.enterpriseId, enterpriseId)))
    .orderBy(ratings.id);
}

export async function insertRating(tx: Tx, row: Omit<typeof ratings.$inferInsert, 'id'>): Promise<RatingRow> {
  const [inserted] = await tx.insert(ratings).values(row).returning();
  if (inserted === undefined) throw new Error('The rating was not stored');
  return inserted;
}

export async function changeRating(
  tx: Tx,
  id: number,
  change: Partial<Omit<typeof ratings.$inferInsert, 'id'>>,
): Promise<RatingRow> {
  const [changed] = await tx.update(ratings).set(change).where(eq(ratings.id, id)).returning();
  if (changed === undefined) throw new Error(`Rating ${id} is not stored`);
  return changed;
}

/** Keeps an answer as it was given. Nothing changes or removes it. */
export async function keepAnswer(tx: Tx, row: Omit<typeof ratingAnswers.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(ratingAnswers).values(row);
}

/** The answer given last; null where there is none. */
export async function lastAnswer(tx: Tx, ratingId: number): Promise<typeof ratingAnswers.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(ratingAnswers)
    .where(eq(ratingAnswers.ratingId, ratingId))
    .orderBy(desc(ratingAnswers.id))
    .limit(1);
  return row ?? null;
}

/** Which of the declarations the enterprise has rated as a whole. */
export async function ratedAsAWhole(tx: Tx | Db, declarationIds: readonly number[]): Promise<Set<number>> {
  if (declarationIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ id: ratings.declarationId })
    .from(ratings)
    .where(and(inArray(ratings.declarationId, [...declarationIds]), eq(ratings.subjectKind, 'declaration')));
  return new Set(rows.map(({ id }) => id));
}

/** Officers by their addresses in lower case, whether they still work here or not. */
export async function officersOfEmails(tx: Tx | Db, emails: readonly string[]): Promise<Map<string, number>> {
  if (emails.length === 0) return new Map();
  const email = sql<string>`lower(${officers.email})`;
  const rows = await tx
    .select({ id: officers.id, email })
    .from(officers)
    .where(inArray(email, [...emails]));
  return new Map(rows.map((row) => [row.email, row.id]));
}
