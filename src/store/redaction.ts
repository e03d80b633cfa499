import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { removedWords } from '../rules/privacy/redaction.ts';
import type { ConversationRow } from './conversations.ts';
import type { Tx } from './database.ts';
import type { MessageRow } from './messages.ts';
import { caseUploads } from './schema/case-uploads.ts';
import { alerts } from './schema/cases.ts';
import { conversations, files, inbox, messages, outbox } from './schema/conversations.ts';
import { forgetModelTexts } from './translations.ts';

// The id that an upload of the web chat has; a person may have written anything there.
const uploadId = /^[\w-]{22}\.[a-z]{3,4}$/;

/** The conversation, locked until the transaction ends: nobody says or edits anything in it meanwhile. */
export async function lockConversationById(tx: Tx, id: number): Promise<ConversationRow> {
  const [row] = await tx.select().from(conversations).where(eq(conversations.id, id)).for('no key update');
  if (row === undefined) throw new Error(`Conversation ${id} is not stored`);
  return row;
}

/** Whether the message still waits to be sent. */
export async function isStillToBeSent(tx: Tx, messageId: number): Promise<boolean> {
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), inArray(outbox.state, ['queued', 'sending'])));
  return rows.length > 0;
}

/** The digest of each file of a message, or its name where no copy was made. */
export async function fileDigests(tx: Tx, messageId: number): Promise<string[]> {
  const rows = await tx
    .select({ sha256: files.sha256, name: files.name })
    .from(files)
    .where(eq(files.messageId, messageId))
    .orderBy(files.id);
  return rows.map(({ sha256, name }) => sha256 ?? name);
}

export async function eraseMessage(tx: Tx, id: number): Promise<void> {
  await forgetModelTexts(tx, [id]);
  await tx
    .update(messages)
    .set({ text: removedWords, earlierTexts: null, choices: null, detail: null })
    .where(eq(messages.id, id));
}

export async function eraseAlert(tx: Tx, id: number): Promise<void> {
  await tx.update(alerts).set({ text: removedWords }).where(eq(alerts.id, id));
}

/** Forgets the files of a message and answers where their copies and uploads lie, below the directory of files. */
export async function eraseFiles(tx: Tx, messageId: number, chat: ConversationRow | null): Promise<string[]> {
  const rows = await tx
    .select({ id: files.id, path: files.path, ref: files.ref })
    .from(files)
    .where(eq(files.messageId, messageId))
    .for('update');
  await tx.update(files).set({ state: 'gone', path: null, name: '' }).where(eq(files.messageId, messageId));
  const copies = await withoutRows(
    tx,
    rows.flatMap(({ path }) => path ?? []),
  );
  return [...copies, ...uploadsOf(rows, chat)];
}

/** Where the uploads behind these files lie, below the directory of files. */
export function uploadsOf(
  rows: readonly { ref: string }[],
  chat: Pick<ConversationRow, 'channel' | 'address'> | null,
): string[] {
  if (chat?.channel !== 'webchat') return [];
  return rows.filter(({ ref }) => uploadId.test(ref)).map(({ ref }) => `uploads/${chat.address}/${ref}`);
}

/** Those of the paths that no file row names. A copy is named by its content: somebody else may have sent the same file. */
export async function withoutRows(tx: Tx, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const named = await tx
    .select({ path: files.path })
    .from(files)
    .where(inArray(files.path, [...paths]));
  const chosen = await tx
    .select({ path: caseUploads.path })
    .from(caseUploads)
    .where(inArray(caseUploads.path, [...paths]));
  const kept = new Set<string | null>([...named, ...chosen].map(({ path }) => path));
  return [...new Set(paths)].filter((path) => !kept.has(path));
}

/** What the bot said in this chat or on this case, where words of a person may have been repeated. */
export async function botMessages(
  tx: Tx,
  { caseId, conversationId }: Pick<MessageRow, 'caseId' | 'conversationId'>,
): Promise<{ id: number; text: string }[]> {
  const there = or(
    caseId === null ? undefined : eq(messages.caseId, caseId),
    conversationId === null ? undefined : eq(messages.conversationId, conversationId),
    caseId === null
      ? undefined
      : inArray(messages.id, tx.select({ id: alerts.messageId }).from(alerts).where(eq(alerts.caseId, caseId))),
  );
  if (there === undefined) return [];
  return tx
    .select({ id: messages.id, text: messages.text })
    .from(messages)
    .where(and(eq(messages.author, 'bot'), there))
    .orderBy(messages.id);
}

export async function alertTexts(tx: Tx, caseId: number): Promise<{ id: number; text: string }[]> {
  return tx
    .select({ id: alerts.id, text: alerts.text })
    .from(alerts)
    .where(eq(alerts.caseId, caseId))
    .orderBy(alerts.id);
}

/** The handled deliveries of a chat, as they came. */
export async function deliveriesOf(tx: Tx, chat: ConversationRow): Promise<{ id: number; body: string }[]> {
  return tx
    .select({ id: inbox.id, body: inbox.body })
    .from(inbox)
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

/** Empties deliveries. The rows stay, so that a repeated delivery is still recognised. */
export async function emptyDeliveries(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(inbox)
    .set({ body: '{}' })
    .where(and(inArray(inbox.id, [...ids]), ne(inbox.state, 'pending')));
}

export async function startDialogueAfresh(tx: Tx, conversationId: number): Promise<void> {
  await tx.update(conversations).set({ dialogue: sql`'{}'::jsonb` }).where(eq(conversations.id, conversationId));
}
