import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { type EarlyReceipt, earlyNews } from './schema/early-news.ts';

type Edit = NonNullable<typeof earlyNews.$inferSelect.edit>;

// A platform repeats what we could not take for hours; after a day nothing will come any more.
const keptMilliseconds = 86_400_000;

/** Keeps what was told of a message that is not known here yet; of several edits the last. Drops what is too old. */
export async function keepEarlyNews(
  tx: Tx,
  news: {
    conversationId: number;
    providerMessageIds: readonly string[];
    told: { kind: EarlyReceipt } | { kind: 'edit'; edit: Edit };
    at: Date;
  },
  now: Date,
): Promise<void> {
  const { conversationId, providerMessageIds, told, at } = news;
  await tx.delete(earlyNews).where(lt(earlyNews.at, new Date(now.getTime() - keptMilliseconds)));
  await tx
    .insert(earlyNews)
    .values(providerMessageIds.map((providerMessageId) => ({ conversationId, providerMessageId, ...told, at })))
    .onConflictDoUpdate({
      target: [earlyNews.conversationId, earlyNews.providerMessageId, earlyNews.kind],
      set: { edit: sql`excluded.edit` },
    });
}

/** What was told of this message of ours before it had its name, earliest first. It is kept no longer. */
export async function takeEarlyReceipts(
  tx: Tx,
  conversationId: number,
  providerMessageId: string,
): Promise<{ state: EarlyReceipt; at: Date }[]> {
  const rows = await tx
    .delete(earlyNews)
    .where(
      and(
        eq(earlyNews.conversationId, conversationId),
        eq(earlyNews.providerMessageId, providerMessageId),
        inArray(earlyNews.kind, ['delivered', 'read']),
      ),
    )
    .returning({ kind: earlyNews.kind, at: earlyNews.at });
  return rows
    .flatMap(({ kind, at }) => (kind === 'edit' ? [] : [{ state: kind, at }]))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The edits that wait in this chat for their messages. */
export async function earlyEdits(tx: Tx, conversationId: number): Promise<(Edit & { providerMessageId: string })[]> {
  const rows = await tx
    .select({ providerMessageId: earlyNews.providerMessageId, edit: earlyNews.edit })
    .from(earlyNews)
    .where(and(eq(earlyNews.conversationId, conversationId), eq(earlyNews.kind, 'edit')))
    .orderBy(asc(earlyNews.at));
  return rows.flatMap(({ providerMessageId, edit }) => (edit === null ? [] : [{ ...edit, providerMessageId }]));
}

export async function dropEarlyEdit(tx: Tx, conversationId: number, providerMessageId: string): Promise<void> {
  await tx
    .delete(earlyNews)
    .where(
      and(
        eq(earlyNews.conversationId, conversationId),
        eq(earlyNews.providerMessageId, providerMessageId),
        eq(earlyNews.kind, 'edit'),
      ),
    );
}

/** Forgets what waits in a chat. */
export async function dropEarlyNews(tx: Tx, conversationId: number): Promise<void> {
  await tx.delete(earlyNews).where(eq(earlyNews.conversationId, conversationId));
}
