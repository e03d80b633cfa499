import { act, type Desk } from '../desk/act.ts';
import { giveUpOn } from '../dialogue/give-up.ts';
import { takeTurn, understandIncoming } from '../dialogue/take-turn.ts';
import { describeFault, type Logger } from '../log.ts';
import { type Loop, startLoop } from '../loop.ts';
import { type ChatKey, lockConversation } from '../store/conversations.ts';
import { type InboxRow, nextArrival, postponeArrival, settleArrival, waitingChats } from '../store/inbox.ts';
import { noteChange } from '../store/live.ts';
import { messageByProviderId, replaceText } from '../store/messages.ts';
import type { Channel, Reading } from './port.ts';

export interface Receiving {
  desk: Desk;
  channels: readonly Channel[];
  log: Logger;
}

// Conversations handled at once. Each holds one connection for some milliseconds.
const atOnce = 8;
const chatsAPass = 400;
// A chat that floods us lets the others have a turn after this many messages.
const messagesATurn = 20;
const lookAgainMilliseconds = 1000;
// What went wrong is mostly a bug or a passing fault of the database: three more tries within about ten seconds.
const retryMilliseconds = [500, 2000, 8000];

/** Works through the inbox: each conversation's messages one by one in order, many conversations at once. */
export function startReceiving(parts: Receiving): Loop {
  const loop = startLoop({
    pass: async () => ((await receivePass(parts)) > 0 ? 'more' : { nextInMilliseconds: lookAgainMilliseconds }),
    onFault: (fault) => parts.log.error({ err: fault }, 'the inbox could not be worked through'),
  });
  parts.desk.announcements.on('inbox', loop.wake);
  return loop;
}

/** One look at everything that waits. Returns how many deliveries were handled. */
export async function receivePass(parts: Receiving): Promise<number> {
  const chats = await waitingChats(parts.desk.database.db, parts.desk.clock.now(), chatsAPass);
  let handled = 0;
  async function takeChats(): Promise<void> {
    for (let chat = chats.shift(); chat !== undefined; chat = chats.shift()) handled += await workChat(parts, chat);
  }
  await Promise.all(Array.from({ length: atOnce }, takeChats));
  return handled;
}

async function workChat(parts: Receiving, chat: ChatKey): Promise<number> {
  for (let count = 0; count < messagesATurn; count += 1) {
    if (!(await handleNext(parts, chat))) return count;
  }
  return messagesATurn;
}

/** Handles the chat's oldest delivery. False when there is none that may be handled now. */
async function handleNext(parts: Receiving, chat: ChatKey): Promise<boolean> {
  const { desk, log } = parts;
  const channel = parts.channels.find(({ name, account }) => name === chat.channel && account === chat.account);
  // A channel that is switched off keeps its deliveries until it is back.
  if (channel === undefined) return false;
  const head = await nextArrival(desk.database.db, chat, desk.clock.now());
  if (head === null) return false;

  try {
    const reading = readBody(channel, head);
    await handle(parts, channel, chat, head, reading);
  } catch (fault) {
    log.error({ err: fault, inboxId: head.id }, 'a delivery could not be handled');
    await tryLater(parts, chat, head, fault);
    return false;
  }
  return true;
}

async function handle(
  { desk }: Receiving,
  channel: Channel,
  chat: ChatKey,
  head: InboxRow,
  reading: Reading,
): Promise<void> {
  const understood = reading.kind === 'message' ? understandIncoming(reading.message) : null;
  if (reading.kind === 'message') void channel.showTyping(chat.address);

  await act(desk, { kind: 'channel', name: chat.channel }, async (current) => {
    const { tx, at } = current;
    const conversation = await lockConversation(tx, chat, at);
    // Another process may have been first while we were understanding.
    const row = await nextArrival(tx, chat, at);
    if (row === null || row.id !== head.id) return;
    if (reading.kind === 'message') await takeTurn(current, conversation, reading.message, row.id, understood);
    if (reading.kind === 'edit') {
      const edited = await messageByProviderId(tx, conversation.id, reading.providerMessageId);
      if (edited !== null) {
        await replaceText(tx, edited, reading.text, at);
        await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, caseId: edited.caseId, at });
        current.wakes.add('live');
      }
    }
    const isKept = reading.kind !== 'ignored';
    await settleArrival(tx, row.id, isKept ? 'done' : 'ignored', at, isKept ? null : reading.because);
  });

  if (reading.kind === 'message' && reading.message.content.kind === 'choice') {
    const { acknowledge } = reading.message.content;
    if (acknowledge !== null) void channel.acknowledgeChoice(acknowledge);
  }
}

/** A failed delivery waits and its later messages wait behind it; in the end a person is told and can look at it. */
async function tryLater({ desk }: Receiving, chat: ChatKey, head: InboxRow, fault: unknown): Promise<void> {
  const note = String(describeFault(fault).message);
  const wait = retryMilliseconds[head.attempts];
  await act(desk, { kind: 'channel', name: chat.channel }, async (current) => {
    const { tx, at } = current;
    if (wait !== undefined) {
      await postponeArrival(tx, head.id, head.attempts + 1, new Date(at.getTime() + wait), note);
      return;
    }
    const conversation = await lockConversation(tx, chat, at);
    await settleArrival(tx, head.id, 'failed', at, note);
    await giveUpOn(current, conversation, head.id);
  });
}

function readBody(channel: Channel, row: InboxRow): Reading {
  return channel.read(
    JSON.parse(row.body, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value)),
  );
}

// PostgreSQL's text holds every character but NUL, and its jsonb no half of a pair: both arrive as escapes in JSON.
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}
