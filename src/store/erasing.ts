import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { removedWords } from '../rules/privacy/redaction.ts';
import type { ConversationRow } from './conversations.ts';
import type { Tx } from './database.ts';
import { dropEarlyNews } from './early-news.ts';
import type { MessageRow } from './messages.ts';
import { uploadsOf, withoutRows } from './redaction.ts';
import { alerts } from './schema/cases.ts';
import { conversations, files, inbox, messages, outbox } from './schema/conversations.ts';
import { contacts } from './schema/enterprises.ts';
import { linkRequests } from './schema/linking.ts';
import { caseRatings, ratingAnswers, ratings } from './schema/ratings.ts';
import { forgetModelTexts } from './translations.ts';

/** What was said on a case and not removed yet: by anybody, or in these chats by the person and the bot. */
export async function wordsOfCase(
  tx: Tx,
  caseId: number,
  conversationIds: readonly number[] | 'all',
): Promise<MessageRow[]> {
  const own =
    conversationIds === 'all'
      ? undefined
      : and(inArray(messages.conversationId, [...conversationIds]), ne(messages.author, 'officer'));
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), ne(messages.text, removedWords), own))
    .orderBy(asc(messages.id));
}

/** The alerts about a case that were carried into officers' chats. */
export async function alertMessages(tx: Tx, caseId: number): Promise<MessageRow[]> {
  const carried = tx
    .select({ id: alerts.messageId })
    .from(alerts)
    .where(and(eq(alerts.caseId, caseId), isNotNull(alerts.messageId)));
  return tx
    .select()
    .from(messages)
    .where(and(inArray(messages.id, carried), ne(messages.text, removedWords)))
    .orderBy(asc(messages.id));
}

/** How the copies of people's data are told from other files. */
export const exportRef = 'data-request:';

/** What was said in these chats on no case, `limit` of it; not what handed over a copy, which goes in its own time. */
export async function wordsOutsideCases(
  tx: Tx,
  conversationIds: readonly number[],
  limit: number,
): Promise<MessageRow[]> {
  if (conversationIds.length === 0) return [];
  return tx
    .select()
    .from(messages)
    .where(
      and(
        inArray(messages.conversationId, [...conversationIds]),
        isNull(messages.caseId),
        ne(messages.text, removedWords),
        sql`not exists (select 1 from files f where f.message_id = messages.id and f.ref like ${`${exportRef}%`})`,
      ),
    )
    .orderBy(asc(messages.id))
    .limit(limit);
}

export async function filesBehind(tx: Tx, messageIds: readonly number[]) {
  if (messageIds.length === 0) return [];
  return tx
    .select()
    .from(files)
    .where(inArray(files.messageId, [...messageIds]))
    .orderBy(asc(files.id))
    .for('update');
}

/** Puts the mark of removal in the place of words. The rows stay, and with them order, times and who spoke. */
export async function eraseWords(tx: Tx, messageIds: readonly number[]): Promise<void> {
  if (messageIds.length === 0) return;
  await forgetModelTexts(tx, messageIds);
  await tx
    .update(messages)
    .set({ text: removedWords, earlierTexts: null, choices: null, detail: null })
    .where(inArray(messages.id, [...messageIds]));
}

type FileOfChat = Awaited<ReturnType<typeof filesBehind>>[number];

/** Forgets these files and answers what lies in the directory of files for nobody any more. */
export async function forgetFiles(
  tx: Tx,
  rows: readonly FileOfChat[],
  chat: ConversationRow | null,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  await tx.update(files).set({ state: 'gone', path: null, name: '' }).where(inArray(files.id, ids));
  const copies = await withoutRows(
    tx,
    rows.flatMap(({ path }) => path ?? []),
  );
  return [...copies, ...uploadsOf(rows, chat)];
}

/** Empties what a platform delivered from this chat, and forgets edits that wait for their messages. The rows stay, so that a repeated delivery is still recognised. */
export async function emptyInbox(tx: Tx, chat: ConversationRow): Promise<void> {
  await dropEarlyNews(tx, chat.id);
  await tx
    .update(inbox)
    .set({ body: '{}' })
    .where(
      and(
        eq(inbox.channel, chat.channel),
        eq(inbox.account, chat.account),
        eq(inbox.address, chat.address),
        ne(inbox.state, 'pending'),
        ne(inbox.body, '{}'),
      ),
    );
}

/** What waits until the person writes is not said any more. */
export async function dropHeld(tx: Tx, conversationIds: readonly number[], problem: string): Promise<void> {
  if (conversationIds.length === 0) return;
  await tx
    .update(outbox)
    .set({ state: 'failed', problem })
    .where(and(inArray(outbox.conversationId, [...conversationIds]), eq(outbox.state, 'held')));
}

/** The chats are nobody's from now on: who writes there again is met as somebody new. */
export async function forgetChats(tx: Tx, conversationIds: readonly number[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await tx
    .update(conversations)
    .set({ displayName: null, vouchedPhone: null, language: null, contactId: null, dialogue: sql`'{}'::jsonb` })
    .where(inArray(conversations.id, [...conversationIds]));
}

/** A contact without a name: what cases and ledgers still point at. */
export async function forgetContact(tx: Tx, contactId: number, at: Date): Promise<void> {
  await tx.update(contacts).set({ name: null, enterpriseId: null }).where(eq(contacts.id, contactId));
  await tx
    .update(linkRequests)
    .set({ state: 'refused', decidedAt: at, because: 'Người gửi đã xóa dữ liệu' })
    .where(and(eq(linkRequests.contactId, contactId), eq(linkRequests.state, 'open')));
}

/** What was written about how a case was handled; how content the person was stays as a figure. */
export async function eraseSatisfaction(tx: Tx, caseId: number): Promise<void> {
  await tx.update(caseRatings).set({ comment: null }).where(eq(caseRatings.caseId, caseId));
}

/** Ratings count on without the person and without what they wrote. */
export async function detachRatings(tx: Tx, conversationIds: readonly number[]): Promise<number> {
  if (conversationIds.length === 0) return 0;
  const own = tx
    .select({ id: ratings.id })
    .from(ratings)
    .where(inArray(ratings.conversationId, [...conversationIds]));
  await tx
    .update(ratingAnswers)
    .set({ comment: null, by: { kind: 'schedule', name: 'erased' } })
    .where(inArray(ratingAnswers.ratingId, own));
  const detached = await tx
    .update(ratings)
    .set({ comment: null, messageIds: [], conversationId: null, contactId: null })
    .where(inArray(ratings.conversationId, [...conversationIds]))
    .returning({ id: ratings.id });
  return detached.length;
}
