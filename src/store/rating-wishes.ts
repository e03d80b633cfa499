import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { conversations } from './schema/conversations.ts';
import { ratingWishes } from './schema/ratings.ts';

/** The chat and the others of the same person. */
async function chatsBeside(tx: Tx, conversationId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      sql`${conversations.id} = ${conversationId} or ${conversations.contactId} = (
        select own.contact_id from conversations own where own.id = ${conversationId})`,
    )
    .orderBy(conversations.id);
  return rows.map(({ id }) => id);
}

/** Whether the person wants to be asked, in whichever of their chats. */
export async function saveMuted(tx: Tx, conversationId: number, isMuted: boolean, at: Date): Promise<void> {
  const rows = (await chatsBeside(tx, conversationId)).map((id) => ({ conversationId: id, isMuted, changedAt: at }));
  await tx
    .insert(ratingWishes)
    .values(rows)
    .onConflictDoUpdate({ target: ratingWishes.conversationId, set: { isMuted, changedAt: at } });
}

/** The one of the person's chats to ask in, and no other of theirs. */
export async function savePreferred(tx: Tx, conversationId: number, at: Date): Promise<void> {
  const others = (await chatsBeside(tx, conversationId)).filter((id) => id !== conversationId);
  if (others.length > 0)
    await tx.update(ratingWishes).set({ isPreferred: false }).where(inArray(ratingWishes.conversationId, others));
  await tx
    .insert(ratingWishes)
    .values({ conversationId, isPreferred: true, isMuted: false, changedAt: at })
    .onConflictDoUpdate({
      target: ratingWishes.conversationId,
      set: { isPreferred: true, isMuted: false, changedAt: at },
    });
}

export async function isMuted(tx: Tx, conversationId: number): Promise<boolean> {
  const [row] = await tx
    .select({ isMuted: ratingWishes.isMuted })
    .from(ratingWishes)
    .where(eq(ratingWishes.conversationId, conversationId));
  return row?.isMuted ?? false;
}
