import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { caseDrafts } from './schema/desk-tools.ts';
import { officers } from './schema/organisation.ts';

export type Draft = typeof caseDrafts.$inferSelect;
export type DraftMode = Draft['mode'];
type DraftKey = Pick<Draft, 'caseId' | 'officerId' | 'mode'>;

/** Keeps what an officer has written so far in place of what was kept before; the beginning stays where it was. */
export async function saveDraft(tx: Tx, draft: Draft): Promise<void> {
  const { text, seenEventOrdinal, mentionedIds, updatedAt } = draft;
  await tx
    .insert(caseDrafts)
    .values(draft)
    .onConflictDoUpdate({
      target: [caseDrafts.caseId, caseDrafts.officerId, caseDrafts.mode],
      set: { text, seenEventOrdinal, mentionedIds, updatedAt },
    });
}

/** Answers the draft that was there. */
export async function dropDraft(tx: Tx, { caseId, officerId, mode }: DraftKey): Promise<Draft | null> {
  const [row] = await tx
    .delete(caseDrafts)
    .where(and(eq(caseDrafts.caseId, caseId), eq(caseDrafts.officerId, officerId), eq(caseDrafts.mode, mode)))
    .returning();
  return row ?? null;
}

/** What goes with the words of a case that is erased. */
export async function dropDraftsOf(tx: Tx, caseId: number): Promise<void> {
  await tx.delete(caseDrafts).where(eq(caseDrafts.caseId, caseId));
}

export async function draftsOf(db: Db | Tx, caseId: number, officerId: number): Promise<Draft[]> {
  return db
    .select()
    .from(caseDrafts)
    .where(and(eq(caseDrafts.caseId, caseId), eq(caseDrafts.officerId, officerId)));
}

/** The answers that colleagues have begun. Their notes are nobody else's. */
export async function answersBegunBy(
  db: Db | Tx,
  caseId: number,
  otherThan: number,
): Promise<{ officer: { id: number; name: string }; text: string; updatedAt: Date }[]> {
  return db
    .select({
      officer: { id: officers.id, name: officers.name },
      text: caseDrafts.text,
      updatedAt: caseDrafts.updatedAt,
    })
    .from(caseDrafts)
    .innerJoin(officers, eq(officers.id, caseDrafts.officerId))
    .where(and(eq(caseDrafts.caseId, caseId), eq(caseDrafts.mode, 'reply'), ne(caseDrafts.officerId, otherThan)))
    .orderBy(asc(caseDrafts.updatedAt));
}
