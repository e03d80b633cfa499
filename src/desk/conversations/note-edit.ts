import type { AnnouncedFile } from '../../channel/port.ts';
import { captionOf } from '../../rules/conversation/caption.ts';
import { fileIdentity } from '../../rules/conversation/file-identity.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { keepEarlyNews } from '../../store/early-news.ts';
import { noteChange } from '../../store/live.ts';
import { fileRefs } from '../../store/message-files.ts';
import { messageOfPart, saveParts } from '../../store/message-parts.ts';
import { type MessageRow, replaceText } from '../../store/messages.ts';
import type { Act } from '../act.ts';
import { keepFiles } from './keep-files.ts';

interface Edit {
  providerMessageId: string;
  text: string;
  files?: readonly AnnouncedFile[];
}

/**
 * The person changed a message: the new words are shown and the earlier ones kept, and a file put in the place of another
 * stands beside it. An edit that comes before its message waits for it.
 */
export async function noteEdit(current: Act, conversation: ConversationRow, edit: Edit): Promise<void> {
  const { tx, at } = current;
  const edited = await messageOfPart(tx, conversation.id, edit.providerMessageId);
  if (edited === null) return keepEarly(current, conversation.id, edit);
  if (edited.author !== 'person') return;

  const known = new Set((await fileRefs(tx, edited.id)).map(fileIdentity));
  const added = (edit.files ?? []).filter(({ ref }) => !known.has(fileIdentity(ref)));
  const text = await wordsAfter(current, edited, edit);
  if (text === edited.text && added.length === 0) return;

  if (text !== edited.text) await replaceText(tx, edited, text, at);
  await keepFiles(current, conversation, edited.id, added);
  await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, caseId: edited.caseId, at });
  current.wakes.add('live');
}

async function keepEarly({ tx, at }: Act, conversationId: number, edit: Edit): Promise<void> {
  const { providerMessageId, text, files = [] } = edit;
  const told = { kind: 'edit' as const, edit: { text, files } };
  await keepEarlyNews(tx, { conversationId, providerMessageIds: [providerMessageId], told, at }, at);
}

/** Of an album only the words under one of its files have changed. */
async function wordsAfter({ tx }: Act, edited: MessageRow, { providerMessageId, text }: Edit): Promise<string> {
  if (edited.detail?.kind !== 'parts') return text;
  const parts = edited.detail.parts.map((part) => (part.id === providerMessageId ? { ...part, caption: text } : part));
  await saveParts(tx, edited.id, parts);
  return captionOf(parts);
}
