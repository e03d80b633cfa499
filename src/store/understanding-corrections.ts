import { asc, inArray } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { understandingCorrections } from './schema/understanding.ts';

type Correction = typeof understandingCorrections.$inferSelect;

export async function keepUnderstandingCorrection(tx: Tx, row: Omit<Correction, 'id'>): Promise<void> {
  await tx.insert(understandingCorrections).values(row);
}

/** Every correction, oldest first, without whose it was. */
export async function allCorrections(
  db: Db | Tx,
): Promise<Pick<Correction, 'about' | 'text' | 'language' | 'guessed' | 'chosen'>[]> {
  return db
    .select({
      about: understandingCorrections.about,
      text: understandingCorrections.text,
      language: understandingCorrections.language,
      guessed: understandingCorrections.guessed,
      chosen: understandingCorrections.chosen,
    })
    .from(understandingCorrections)
    .orderBy(asc(understandingCorrections.id));
}

/** Forgets what these chats put right. */
export async function forgetCorrectionsOf(tx: Tx, conversationIds: readonly number[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await tx
    .delete(understandingCorrections)
    .where(inArray(understandingCorrections.conversationId, [...conversationIds]));
}
