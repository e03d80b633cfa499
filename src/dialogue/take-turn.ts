import type { AnnouncedFile, Incoming } from '../channel/port.ts';
import type { Act } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import type { Actor } from '../rules/case/words.ts';
import { fold } from '../rules/identity/fold.ts';
import { type ConversationRow, contactFacts, latestConsent, saveConversation } from '../store/conversations.ts';
import { noteChange } from '../store/live.ts';
import { insertFiles, insertMessage, labelOfChoice, messageByProviderId } from '../store/messages.ts';
import { referenceOf } from '../store/my-cases.ts';
import { phrasesIn } from './phrases/in-language.ts';
import { respond } from './respond.ts';
import { type DialogueState, readState } from './state.ts';
import type { Turn } from './turn.ts';
import { type Understanding, understand } from './understanding/understand.ts';

/** The part of a message that can be understood before the transaction: slow work does not hold a lock. */
export function understandIncoming(incoming: Incoming): Understanding | null {
  const text = textOf(incoming);
  return text.trim() === '' ? null : understand(text);
}

/** Keeps one message of a person, answers it and remembers where the dialogue stands, all in the act's transaction. */
export async function takeTurn(
  current: Act,
  conversation: ConversationRow,
  incoming: Incoming,
  inboxId: number,
  understood: Understanding | null,
): Promise<void> {
  const by: Actor = { kind: 'contact', conversationId: conversation.id };
  const repliedTo =
    incoming.repliesTo === null || incoming.content.kind === 'choice'
      ? null
      : await messageByProviderId(current.tx, conversation.id, incoming.repliesTo);
  const { messageId, files } = await keep(current, conversation, incoming, inboxId);

  let next: DialogueState = readState(conversation.dialogue);
  const turn: Turn = {
    act: current,
    by,
    conversation,
    contact: conversation.contactId === null ? null : await contactFacts(current.tx, conversation.contactId),
    consent: await latestConsent(current.tx, conversation.id),
    phrases: phrasesIn(conversation.language ?? languageFor(incoming, understood)),
    incoming,
    messageId,
    text: textOf(incoming),
    files,
    understood,
    repliesToCase: repliedTo?.caseId == null ? null : await referenceOf(current.tx, repliedTo.caseId),
    state: next,
    async say(message, caseId) {
      await say(current, { conversationId: conversation.id, message, caseId: caseId ?? null });
    },
    go(state) {
      next = state;
    },
  };
  await respond(turn);
  await saveConversation(current.tx, conversation.id, { dialogue: next, lastMessageAt: current.at });
}

async function keep(
  current: Act,
  conversation: ConversationRow,
  incoming: Incoming,
  inboxId: number,
): Promise<{ messageId: number; files: readonly AnnouncedFile[] }> {
  const { tx, at } = current;
  const { content } = incoming;
  const messageId = await insertMessage(tx, {
    conversationId: conversation.id,
    author: 'person',
    text: await shownText(current, conversation.id, incoming),
    inboxId,
    providerMessageId: incoming.providerMessageId,
    repliesTo: incoming.repliesTo,
    at,
  });
  const files = content.kind === 'files' ? content.files : [];
  const fileIds = await insertFiles(
    tx,
    files.map(({ ref, name, mediaType, size }) => ({
      messageId,
      channel: conversation.channel,
      ref,
      name,
      claimedType: mediaType,
      size,
      state: 'announced' as const,
    })),
  );
  for (const fileId of fileIds) await current.jobs.send(tx, 'copy-file', { fileId });
  await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, at });
  current.wakes.add('live');
  return { messageId, files };
}

/** What the thread shows. A button is shown by the words the person saw on it. */
async function shownText(current: Act, conversationId: number, { content }: Incoming): Promise<string> {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'files':
      return content.caption;
    case 'choice':
      return (await labelOfChoice(current.tx, conversationId, content.value)) ?? content.value;
    case 'unsupported':
      return `[${content.what}]`;
  }
}

function textOf({ content }: Incoming): string {
  if (content.kind === 'text') return content.text;
  return content.kind === 'files' ? content.caption : '';
}

// A telephone set to English says little about a person in Hải Phòng; a Vietnamese word says everything.
function languageFor(incoming: Incoming, understood: Understanding | null): 'vi' | 'en' {
  if (understood?.language === 'en') return 'en';
  if (incoming.sender.languageHint?.startsWith('en') !== true) return 'vi';
  const text = textOf(incoming);
  const saysLittle =
    understood === null || understood.intent.value === 'smalltalk' || understood.intent.value === 'other';
  return saysLittle && fold(text) === text.toLowerCase() ? 'en' : 'vi';
}
