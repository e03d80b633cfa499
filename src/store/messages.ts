import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { inSaidOrder } from '../rules/conversation/said-order.ts';
import type { Db, Tx } from './database.ts';
import { workingSetOf } from './in-transaction.ts';
import { conversations, files, inbox, messages, type OutboxState, outbox } from './schema/conversations.ts';
import { officers } from './schema/organisation.ts';

export type MessageRow = typeof messages.$inferSelect;
export type FileRow = typeof files.$inferSelect;

export async function insertMessage(tx: Tx, row: Omit<typeof messages.$inferInsert, 'id'>): Promise<number> {
  const working = workingSetOf(tx);
  const id = await working.nextId(messages);
  working.insert(messages, { ...row, id });
  if (row.choices && row.conversationId) working.know(choicesKey(row.conversationId), ['messages'], row.choices);
  return id;
}

export async function insertFiles(tx: Tx, rows: Omit<typeof files.$inferInsert, 'id'>[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const inserted = await tx.insert(files).values(rows).returning({ id: files.id });
  return inserted.map(({ id }) => id);
}

export async function fileById(
  tx: Tx | Db,
  id: number,
): Promise<(FileRow & { caseId: number | null; conversationId: number | null }) | null> {
  const [row] = await tx
    .select({ file: files, caseId: messages.caseId, conversationId: messages.conversationId })
    .from(files)
    .innerJoin(messages, eq(messages.id, files.messageId))
    .where(eq(files.id, id));
  return row === undefined ? null : { ...row.file, caseId: row.caseId, conversationId: row.conversationId };
}

/** Notes what became of an announced file. One that was removed meanwhile stays removed. */
export async function saveFile(tx: Tx | Db, id: number, change: Partial<typeof files.$inferInsert>): Promise<void> {
  await tx
    .update(files)
    .set(change)
    .where(and(eq(files.id, id), eq(files.state, 'announced')));
}

/** Puts messages that were written before the case had a number under that case. */
export async function attachToCase(tx: Tx, messageIds: readonly number[], caseId: number): Promise<void> {
  for (const id of messageIds) workingSetOf(tx).update(messages, id, { caseId });
}

export async function messageById(tx: Tx | Db, id: number): Promise<MessageRow | null> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id));
  return row ?? null;
}

/** The message of ours or theirs that the platform calls `providerMessageId` in this chat. */
export async function messageByProviderId(
  tx: Tx,
  conversationId: number,
  providerMessageId: string,
): Promise<MessageRow | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.providerMessageId, providerMessageId)))
    .orderBy(desc(messages.id))
    .limit(1);
  return row ?? null;
}

/** Replaces the text of a message and keeps the earlier wording. */
export async function replaceText(tx: Tx, message: MessageRow, text: string, at: Date): Promise<void> {
  const earlierTexts = [...(message.earlierTexts ?? []), { text: message.text, until: at.toISOString() }];
  await tx.update(messages).set({ text, earlierTexts }).where(eq(messages.id, message.id));
}

export async function setProviderMessageId(tx: Tx | Db, id: number, providerMessageId: string): Promise<void> {
  await tx.update(messages).set({ providerMessageId }).where(eq(messages.id, id));
}

const threadColumns = {
  id: messages.id,
  author: messages.author,
  officerName: officers.name,
  officerTitle: officers.title,
  isNote: messages.isNote,
  text: messages.text,
  choices: messages.choices,
  earlierTexts: messages.earlierTexts,
  detail: messages.detail,
  at: messages.at,
  channel: conversations.channel,
  delivery: outbox.state,
  sentAt: outbox.sentAt,
  deliveredAt: outbox.deliveredAt,
  readAt: outbox.readAt,
  divertedFrom: sql<
    string | null
  >`(select origin.channel from conversations origin where origin.id = ${outbox.divertedFrom})`,
  problem: outbox.problem,
};

export interface ThreadMessage {
  id: number;
  author: MessageRow['author'];
  officerName: string | null;
  officerTitle: string | null;
  isNote: boolean;
  text: string;
  choices: MessageRow['choices'];
  earlierTexts: MessageRow['earlierTexts'];
  detail: MessageRow['detail'];
  at: Date;
  channel: string | null;
  /** How far our own message has come; null for what people wrote to us. */
  delivery: OutboxState | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  /** The channel it was written for, when another one had to take it. */
  divertedFrom: string | null;
  problem: string | null;
  files: {
    id: number;
    ref: string;
    name: string;
    mediaType: string | null;
    size: number | null;
    state: FileRow['state'];
  }[];
}

/** What was said on a case, oldest first. */
export async function threadOfCase(db: Db | Tx, caseId: number): Promise<ThreadMessage[]> {
  const rows = await db
    .select({ ...threadColumns, conversationId: messages.conversationId, ordinal: inbox.ordinal })
    .from(messages)
    .leftJoin(officers, eq(officers.id, messages.officerId))
    .leftJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(outbox, eq(outbox.messageId, messages.id))
    .leftJoin(inbox, eq(inbox.id, messages.inboxId))
    .where(eq(messages.caseId, caseId))
    .orderBy(asc(messages.id));
  return withFiles(db, inSaidOrder(rows));
}

/** A message of a chat with the names that its platform knows it by. */
export interface ChatMessage extends ThreadMessage {
  providerMessageId: string | null;
  /** The delivery that brought it; null for what we said. */
  updateId: string | null;
}

/** What was said in a chat, oldest first: the newest `limit` of what came before `before` and after `after`, said at `since` or later. */
export async function threadOfConversation(
  db: Db | Tx,
  conversationId: number,
  page: { after?: number; before?: number; since?: Date | null; limit: number },
): Promise<ChatMessage[]> {
  const conditions = [eq(messages.conversationId, conversationId), eq(messages.isNote, false)];
  if (page.after !== undefined) conditions.push(gt(messages.id, page.after));
  if (page.before !== undefined) conditions.push(lt(messages.id, page.before));
  if (page.since != null) conditions.push(gte(messages.at, page.since));
  const rows = await db
    .select({ ...threadColumns, providerMessageId: messages.providerMessageId, updateId: inbox.updateId })
    .from(messages)
    .leftJoin(officers, eq(officers.id, messages.officerId))
    .leftJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(outbox, eq(outbox.messageId, messages.id))
    .leftJoin(inbox, eq(inbox.id, messages.inboxId))
    .where(and(...conditions))
    .orderBy(desc(messages.id))
    .limit(page.limit);
  return withFiles(db, rows.toReversed());
}

async function withFiles<Row extends { id: number }>(
  db: Db | Tx,
  rows: Row[],
): Promise<(Row & Pick<ThreadMessage, 'files'>)[]> {
  const ids = rows.map(({ id }) => id);
  const attached =
    ids.length === 0 ? [] : await db.select().from(files).where(inArray(files.messageId, ids)).orderBy(asc(files.id));
  return rows.map((row) => ({
    ...row,
    files: attached
      .filter((file) => file.messageId === row.id)
      .map(({ id, ref, name, mediaType, size, state }) => ({ id, ref, name, mediaType, size, state })),
  }));
}

/** The last public answer of an officer on a case: what "my cases" shows in the chat. */
export async function lastOfficerReply(tx: Tx | Db, caseId: number): Promise<{ text: string; at: Date } | null> {
  const [row] = await tx
    .select({ text: messages.text, at: messages.at })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.author, 'officer'), eq(messages.isNote, false)))
    .orderBy(desc(messages.id))
    .limit(1);
  return row ?? null;
}

type Choices = NonNullable<MessageRow['choices']>;

const choicesKey = (conversationId: number) => `choices ${conversationId}`;

/** The buttons of the newest message of this chat that has any. */
export async function newestChoices(tx: Tx, conversationId: number): Promise<Choices> {
  return workingSetOf(tx).remember(choicesKey(conversationId), ['messages'], async () => {
    const [row] = await tx
      .select({ choices: messages.choices })
      .from(messages)
      .where(and(eq(messages.conversationId, conversationId), isNotNull(messages.choices)))
      .orderBy(desc(messages.id))
      .limit(1);
    return row?.choices ?? [];
  });
}

/** Notes what `newestChoices` would read. */
export function knowChoices(tx: Tx, conversationId: number, choices: Choices | null): void {
  workingSetOf(tx).know(choicesKey(conversationId), ['messages'], choices ?? []);
}

/** The words on the newest button of this chat that carries `value`; null when the bot offered no such button. */
export async function labelOfChoice(tx: Tx, conversationId: number, value: string): Promise<string | null> {
  const newest = (await newestChoices(tx, conversationId)).flat().find((each) => each.value === value);
  if (newest !== undefined) return newest.label;
  const recent = await tx
    .select({ choices: messages.choices })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), isNotNull(messages.choices)))
    .orderBy(desc(messages.id))
    .limit(20);
  for (const { choices } of recent) {
    const choice = choices?.flat().find((each) => each.value === value);
    if (choice !== undefined) return choice.label;
  }
  return null;
}
