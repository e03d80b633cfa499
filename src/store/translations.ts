import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import type { Db, Tx } from './database.ts';
import { assistantRuns, caseSummaries, messageTranslations, replyTranslations } from './schema/assistant.ts';
import { messages } from './schema/conversations.ts';

export interface MessageTranslation {
  from: SpokenLanguage;
  text: string;
}

/** What is there of these messages in Vietnamese, by message. */
export async function translationsOf(
  db: Db | Tx,
  messageIds: readonly number[],
): Promise<ReadonlyMap<number, MessageTranslation>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .select({ id: messageTranslations.messageId, from: messageTranslations.from, text: messageTranslations.text })
    .from(messageTranslations)
    .where(and(inArray(messageTranslations.messageId, [...messageIds]), isNotNull(messageTranslations.text)));
  return new Map(rows.map(({ id, from, text }) => [id, { from, text: text ?? '' }]));
}

const mostAttempts = 3;

/**
 * Takes a message to be translated: true for one process only, and again only for another wording or, three times in all,
 * once a try is a minute old and brought nothing.
 */
export async function claimTranslation(
  db: Db,
  { messageId, from, sourceHash, at }: { messageId: number; from: SpokenLanguage; sourceHash: string; at: Date },
): Promise<boolean> {
  const aMinuteAgo = new Date(at.getTime() - 60_000);
  const isNewWording = sql`${messageTranslations.sourceHash} <> ${sourceHash}`;
  const claimed = await db
    .insert(messageTranslations)
    .values({ messageId, from, sourceHash, askedAt: at, attempts: 1 })
    .onConflictDoUpdate({
      target: messageTranslations.messageId,
      set: {
        from,
        sourceHash,
        askedAt: at,
        text: null,
        attempts: sql`case when ${isNewWording} then 1 else ${messageTranslations.attempts} + 1 end`,
      },
      setWhere: sql`${isNewWording} or (${messageTranslations.text} is null
        and ${messageTranslations.attempts} < ${mostAttempts}
        and ${messageTranslations.askedAt} < ${aMinuteAgo.toISOString()}::timestamptz)`,
    })
    .returning({ id: messageTranslations.messageId });
  return claimed.length > 0;
}

/** Keeps a translation, unless the message says something else by now. */
export async function saveTranslation(tx: Tx, messageId: number, original: string, text: string): Promise<boolean> {
  const saved = await tx
    .update(messageTranslations)
    .set({ text })
    .from(messages)
    .where(
      and(
        eq(messageTranslations.messageId, messageId),
        eq(messages.id, messageTranslations.messageId),
        eq(messages.text, original),
      ),
    )
    .returning({ id: messageTranslations.messageId });
  return saved.length > 0;
}

/** Cases with messages whose translation was tried in vain and is due again. */
export async function casesToTranslateAgain(db: Db, at: Date): Promise<number[]> {
  const rows = await db
    .selectDistinct({ caseId: messages.caseId })
    .from(messageTranslations)
    .innerJoin(messages, eq(messages.id, messageTranslations.messageId))
    .where(
      and(
        isNull(messageTranslations.text),
        lt(messageTranslations.attempts, mostAttempts),
        lt(messageTranslations.askedAt, new Date(at.getTime() - 60_000)),
        isNotNull(messages.caseId),
      ),
    );
  return rows.flatMap(({ caseId }) => caseId ?? []);
}

export async function insertReplyTranslation(
  tx: Tx,
  row: Omit<typeof replyTranslations.$inferInsert, 'id'>,
): Promise<number> {
  const [inserted] = await tx.insert(replyTranslations).values(row).returning({ id: replyTranslations.id });
  if (inserted === undefined) throw new Error('The translation was not stored');
  return inserted.id;
}

/** Takes a translation that was shown for this case, so that it is sent once; null where there is none under that key. */
export async function takeReplyTranslation(
  tx: Tx,
  id: number,
  caseId: number,
): Promise<typeof replyTranslations.$inferSelect | null> {
  const [row] = await tx
    .delete(replyTranslations)
    .where(and(eq(replyTranslations.id, id), eq(replyTranslations.caseId, caseId)))
    .returning();
  return row ?? null;
}

/** What the model made of these messages and of the cases they belong to goes when the words go. */
export async function forgetModelTexts(tx: Tx, messageIds: readonly number[]): Promise<void> {
  if (messageIds.length === 0) return;
  const ids = [...messageIds];
  await tx.delete(messageTranslations).where(inArray(messageTranslations.messageId, ids));
  const rows = await tx
    .selectDistinct({ caseId: messages.caseId })
    .from(messages)
    .where(and(inArray(messages.id, ids), isNotNull(messages.caseId)));
  const caseIds = rows.flatMap(({ caseId }) => caseId ?? []);
  if (caseIds.length === 0) return;
  await tx.delete(caseSummaries).where(inArray(caseSummaries.caseId, caseIds));
  await tx.delete(replyTranslations).where(inArray(replyTranslations.caseId, caseIds));
  await tx.update(assistantRuns).set({ draft: null }).where(inArray(assistantRuns.caseId, caseIds));
}
