import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { canonicalText, sha256 } from '../../rules/audit/chain.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { type RedactionReason, removedWords, repeats, textsIn } from '../../rules/privacy/redaction.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { type CaseRow, lockCaseById, saveCase } from '../../store/cases.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { noteChange } from '../../store/live.ts';
import { type MessageRow, messageById } from '../../store/messages.ts';
import { excludedFrom } from '../../store/organisation.ts';
import {
  alertTexts,
  botMessages,
  deliveriesOf,
  emptyDeliveries,
  eraseAlert,
  eraseFiles,
  eraseMessage,
  fileDigests,
  isStillToBeSent,
  lockConversationById,
  startDialogueAfresh,
} from '../../store/redaction.ts';
import type { Act } from '../act.ts';
import { happen } from '../cases/happen.ts';
import { viewerOf } from '../visibility.ts';

export interface Redaction {
  messageId: number;
  because: RedactionReason;
  /** Whether the description of the case goes too: it is made of what was first written. */
  withDescription: boolean;
}

type Redacted = Extract<CaseEventBody, { type: 'redacted' }>;

/**
 * Removes the words of a message with its earlier wordings, its files, the delivery that brought it and what the bot
 * repeated of it. The ledger never held them: it gains a row with the digest of what was there, and stays whole.
 */
export async function redactMessage(current: Act, { messageId, because, withDescription }: Redaction): Promise<void> {
  const { tx, at, by } = current;
  await refuseOthers(current);
  const found = await messageById(tx, messageId);
  if (found === null) throw new NotFound('tin nhắn');
  // First the chat and then the case, in the order in which a turn of the dialogue takes them.
  const chat = found.conversationId === null ? null : await lockConversationById(tx, found.conversationId);
  const row = found.caseId === null ? null : await lockCaseById(tx, found.caseId);
  const message = await messageById(tx, messageId);
  if (message === null || (row !== null && (await isExcluded(current, row)))) throw new NotFound('tin nhắn');
  const hasWords = message.text !== removedWords;
  const description = withDescription && row !== null && row.description !== removedWords ? row.description : null;
  if (!hasWords && description === null) throw new Conflict('alreadyRedacted', 'Nội dung này đã được gỡ.');
  if (await isStillToBeSent(tx, messageId))
    throw new Conflict('stillToBeSent', 'Tin nhắn đang được gửi. Anh/chị vui lòng thử lại sau ít phút.');

  const words = hasWords ? [message.text, ...(message.earlierTexts ?? []).map(({ text }) => text)] : [];
  const done: Redacted[] = hasWords ? [await removeMessage(current, message, chat, because)] : [];
  if (row !== null && description !== null) {
    words.push(description);
    await saveCase(tx, row.id, { description: removedWords });
    done.push({ type: 'redacted', messageId: null, sha256: sha256(description), because });
  }
  done.push(...(await removeCopies(current, message, words, because)));
  if (chat !== null) await removeDeliveries(current, chat, message, words);

  if (row !== null) await happen(current, row, done);
  else
    await appendLedger(
      tx,
      'privacy',
      done.map(({ type, ...detail }) => ({ type, detail })),
      by,
      at,
    );
  await noteChange(tx, { topic: 'conversation', conversationId: chat?.id ?? null, caseId: row?.id ?? null, at });
  current.wakes.add('live');
}

async function refuseOthers({ tx, by }: Act): Promise<void> {
  if (by.kind === 'apiKey') return;
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  if (viewer === null || !mayDo(viewer, 'removeContent')) throw new NotPermitted('gỡ nội dung tin nhắn');
}

/** The subject of a report does not remove what was written in it. */
async function isExcluded({ tx, by }: Act, row: CaseRow): Promise<boolean> {
  return by.kind === 'officer' && (await excludedFrom(tx, row.id)).has(by.officerId);
}

async function removeMessage(
  { tx, jobs }: Act,
  message: MessageRow,
  chat: ConversationRow | null,
  because: RedactionReason,
): Promise<Redacted> {
  const { id: messageId, text, earlierTexts } = message;
  const digests = await fileDigests(tx, messageId);
  // A plain text has the digest that anybody can compute of it.
  const whole =
    earlierTexts === null && digests.length === 0 ? text : canonicalText({ text, earlierTexts, files: digests });
  const paths = await eraseFiles(tx, messageId, chat);
  if (paths.length > 0) await jobs.send(tx, 'remove-files', { paths });
  await eraseMessage(tx, messageId);
  return { type: 'redacted', messageId, sha256: sha256(whole), because };
}

/** What the bot repeated: the card it asked to confirm, the alerts of officers. */
async function removeCopies(
  { tx }: Act,
  message: MessageRow,
  words: readonly string[],
  because: RedactionReason,
): Promise<Redacted[]> {
  const done: Redacted[] = [];
  for (const { id, text } of await botMessages(tx, message)) {
    if (id === message.id || !repeats(text, words)) continue;
    await eraseMessage(tx, id);
    done.push({ type: 'redacted', messageId: id, sha256: sha256(text), because });
  }
  for (const { id, text } of message.caseId === null ? [] : await alertTexts(tx, message.caseId))
    if (repeats(text, words)) await eraseAlert(tx, id);
  return done;
}

/** What the platform delivered, and what the dialogue holds of it. */
async function removeDeliveries(
  { tx }: Act,
  chat: ConversationRow,
  message: MessageRow,
  words: readonly string[],
): Promise<void> {
  const bodies = (await deliveriesOf(tx, chat)).filter(
    ({ id, body }) => id === message.inboxId || textsIn(parsed(body)).some((text) => repeats(text, words)),
  );
  await emptyDeliveries(
    tx,
    bodies.map(({ id }) => id),
  );
  if (textsIn(chat.dialogue).some((text) => repeats(text, words))) await startDialogueAfresh(tx, chat.id);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // What was not JSON was kept as it came.
    return body;
  }
}
