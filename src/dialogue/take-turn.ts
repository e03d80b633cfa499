import type { AnnouncedFile, Incoming, IncomingContent, Outgoing } from '../channel/port.ts';
import type { Act } from '../desk/act.ts';
import { keepFiles } from '../desk/conversations/keep-files.ts';
import { say } from '../desk/conversations/say.ts';
import type { Actor } from '../rules/case/words.ts';
import { fold } from '../rules/identity/fold.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import { type ConversationRow, contactFacts, latestConsent, saveConversation } from '../store/conversations.ts';
import { noteChange } from '../store/live.ts';
import { messageOfPart } from '../store/message-parts.ts';
import { insertMessage, labelOfChoice, newestChoices } from '../store/messages.ts';
import { referenceOf } from '../store/my-cases.ts';
import type { MessageDetail } from '../store/schema/conversations.ts';
import type { Understood } from './advice/advised.ts';
import { settleAside, withForm } from './flows/aside.ts';
import { detailWords } from './flows/take-detail.ts';
import { phrasesIn } from './phrases/in-language.ts';
import { vi } from './phrases/vi.ts';
import { respond } from './respond.ts';
import { type DialogueState, readState } from './state.ts';
import type { Turn } from './turn.ts';
import { isNumbered, typedChoice } from './typed-choice.ts';
import type { Understanding } from './understanding/understand.ts';
import { understandMessage } from './understanding/understand-message.ts';

/** The part of a message that can be understood before the transaction: slow work does not hold a lock. */
export function understandIncoming(incoming: Incoming): Understanding | null {
  const text = textOf(incoming);
  return text.trim() === '' ? null : understandMessage(text);
}

/** Keeps one message of a person, answers it and remembers where the dialogue stands, all in the act's transaction. */
export async function takeTurn(
  current: Act,
  conversation: ConversationRow,
  incoming: Incoming,
  inboxId: number,
  understood: Understood | null,
): Promise<void> {
  const by: Actor = { kind: 'contact', conversationId: conversation.id };
  const repliedTo =
    incoming.repliesTo === null || incoming.content.kind === 'choice'
      ? null
      : await messageOfPart(current.tx, conversation.id, incoming.repliesTo);
  const { messageId, files } = await keep(current, conversation, incoming, inboxId);

  const before = readState(conversation.dialogue);
  let next: DialogueState = before;
  // The last thing said waits until it is known whether a form is left behind, so that the way back stands under it.
  const mayLeaveForm = before.aside !== undefined || before.at === 'card' || before.at === 'describing';
  const waiting: { message: Outgoing; caseId: number | null }[] = [];
  async function speak(message: Outgoing, caseId: number | null): Promise<void> {
    await say(current, { conversationId: conversation.id, message, caseId });
  }
  const chosen = await chosenBy(current, conversation, incoming, next);
  const turn: Turn = {
    act: current,
    by,
    conversation,
    contact: conversation.contactId === null ? null : await contactFacts(current.tx, conversation.contactId),
    consent: await latestConsent(current.tx, conversation.id),
    phrases: phrasesIn(conversation.language ?? languageFor(incoming, understood)),
    incoming: chosen ?? incoming,
    messageId,
    text: textOf(chosen ?? incoming),
    files: files.filter(({ limitBytes }) => limitBytes === undefined),
    understood: chosen === null ? understood : null,
    repliesToCase: repliedTo?.caseId == null ? null : await referenceOf(current.tx, repliedTo.caseId),
    state: next,
    aside: before.aside ?? null,
    formIsOver: false,
    async say(message, caseId = null) {
      const [earlier] = waiting.splice(0);
      if (earlier !== undefined) await speak(earlier.message, earlier.caseId);
      if (mayLeaveForm) waiting.push({ message, caseId });
      else await speak(message, caseId);
    },
    go(state) {
      next = state;
    },
  };
  await respond(turn);
  const { aside: _, ...position } = next;
  const tellsOfForm = mayLeaveForm && (await settleAside(turn, before, next));
  const [last] = waiting;
  if (last !== undefined) await speak(tellsOfForm ? withForm(turn, last.message) : last.message, last.caseId);
  await saveConversation(current.tx, conversation.id, {
    dialogue: turn.aside === null ? position : { ...position, aside: turn.aside },
    lastMessageAt: current.at,
    lastInteractionAt: current.at,
    blockedAt: null,
  });
}

/** The press of a button that was typed instead: its label, or its number where the platform shows numbers. */
async function chosenBy(
  current: Act,
  conversation: ConversationRow,
  incoming: Incoming,
  state: DialogueState,
): Promise<Incoming | null> {
  if (incoming.content.kind !== 'text' || asksForWords(state)) return null;
  const choices = await newestChoices(current.tx, conversation.id);
  const value = typedChoice(incoming.content.text, choices, isNumbered(conversation.channel, choices));
  return value === null ? null : { ...incoming, content: { kind: 'choice', value, acknowledge: null } };
}

// Whoever was asked to write is taken at the word, even where an older button has the same one on it.
function asksForWords(state: DialogueState): boolean {
  if (state.at === 'officer') return state.asked.about === 'content' || state.asked.about === 'passing';
  return state.at === 'describing' || state.at === 'adding';
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
    detail: detailOf(content),
    album: content.kind === 'files' ? (content.album ?? null) : null,
    at,
  });
  const files = content.kind === 'files' ? content.files : [];
  await keepFiles(current, conversation, messageId, files);
  await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, at });
  current.wakes.add('live');
  return { messageId, files };
}

function detailOf(content: IncomingContent): MessageDetail | null {
  if (content.kind === 'place' || content.kind === 'contactCard') return content;
  return content.kind === 'files' && content.parts !== undefined && content.parts.length > 1
    ? { kind: 'parts', parts: content.parts }
    : null;
}

/** What the thread shows. A button is shown by the words the person saw on it. */
async function shownText(current: Act, conversationId: number, { content }: Incoming): Promise<string> {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'files':
      return content.caption;
    case 'choice':
      if (content.isForged === true) return vi.forgedChoice;
      return (await labelOfChoice(current.tx, conversationId, content.value)) ?? content.value;
    case 'place':
    case 'contactCard':
      return detailWords(content);
    case 'unsupported':
      return `[${content.what}]`;
  }
}

/** What was typed with a message; empty for a button. */
export function textOf({ content }: Incoming): string {
  if (content.kind === 'text') return content.text;
  return content.kind === 'files' ? content.caption : '';
}

// A telephone set to English says little about a person in Hải Phòng; a Vietnamese word says everything.
function languageFor(incoming: Incoming, understood: Understanding | null): SpokenLanguage {
  if (understood?.language === 'en' || understood?.language === 'ko') return understood.language;
  const hint = hintedLanguage(incoming.sender.languageHint);
  if (hint === null) return 'vi';
  const text = textOf(incoming);
  const saysLittle =
    text.startsWith('/') ||
    understood === null ||
    understood.intent.value === 'smalltalk' ||
    understood.intent.value === 'other';
  return saysLittle && fold(text) === text.toLowerCase() ? hint : 'vi';
}

function hintedLanguage(hint: string | null | undefined): 'en' | 'ko' | null {
  if (hint?.startsWith('en') === true) return 'en';
  return hint?.startsWith('ko') === true ? 'ko' : null;
}
