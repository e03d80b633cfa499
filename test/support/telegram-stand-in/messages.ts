import { type Payload, structured } from './body.ts';
import { parseHtml } from './html.ts';
import { badRequest, Refusal, tooManyRequests } from './refusal.ts';
import type { BotMessage, Chat, World } from './world.ts';

/** Carries out `sendMessage`: the text, its buttons and the chat are checked as Telegram checks them. */
export function sendMessage(world: World, payload: Payload) {
  const said = readText(payload, 4096);
  const rows = readButtons(payload.reply_markup);
  return deliver(world, openChat(world, payload), { ...said, rows, fileName: null });
}

/** Carries out `sendDocument` with the file in the form. */
export function sendDocument(world: World, payload: Payload) {
  const file = payload.document;
  if (!(file instanceof File)) throw badRequest('there is no document in the request');
  const caption = readText({ ...payload, text: payload.caption ?? '' }, 1024, true);
  const rows = readButtons(payload.reply_markup);
  return deliver(world, openChat(world, payload), { ...caption, rows, fileName: file.name });
}

/** Carries out `editMessageText` on a message of the bot. */
export function editMessageText(world: World, payload: Payload) {
  const chat = openChat(world, payload);
  const index = chat.received.findIndex((message) => message.messageId === Number(payload.message_id));
  const before = chat.received[index];
  if (before === undefined) throw badRequest('message to edit not found');
  const said = readText(payload, 4096);
  const rows = readButtons(payload.reply_markup);
  if (said.source === before.source && JSON.stringify(rows) === JSON.stringify(before.rows)) {
    throw badRequest('message is not modified: specified new message content and reply markup are exactly the same');
  }
  const after = { ...before, ...said, rows };
  chat.received[index] = after;
  for (const listener of chat.listeners) listener();
  return asTelegram(world, chat, after);
}

/** The chat of a call, if the bot may write there. */
export function openChat(world: World, payload: Payload): Chat {
  const id = payload.chat_id;
  if (id === undefined || id === '') throw badRequest('chat_id is empty');
  const chat = world.chats.get(Number(id));
  if (chat === undefined || !chat.started) throw badRequest('chat not found');
  if (chat.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
  return chat;
}

function deliver(world: World, chat: Chat, said: Omit<BotMessage, 'messageId' | 'at'>) {
  const wait = world.mustWait(chat.id);
  if (wait > 0) {
    world.tooManyCount += 1;
    throw tooManyRequests(wait);
  }
  chat.lastMessageId += 1;
  const message = { ...said, messageId: chat.lastMessageId, at: world.now() };
  chat.received.push(message);
  for (const listener of chat.listeners) listener();
  return asTelegram(world, chat, message);
}

function readText(payload: Payload, longest: number, mayBeEmpty = false): Pick<BotMessage, 'text' | 'source' | 'bold'> {
  const source = typeof payload.text === 'string' ? payload.text : '';
  if (payload.parse_mode !== undefined && payload.parse_mode !== 'HTML') throw badRequest('unsupported parse_mode');
  if (!source.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');

  const parsed = payload.parse_mode === 'HTML' ? parseHtml(source) : { text: source, entities: [] };
  const text = parsed.text.trim();
  if (text === '' && !mayBeEmpty) throw badRequest('message text is empty');
  if (text.length > longest) throw badRequest(mayBeEmpty ? 'message caption is too long' : 'message is too long');
  const bold = parsed.entities
    .filter((entity) => entity.type === 'bold')
    .map(({ offset, length }) => parsed.text.slice(offset, offset + length));
  return { text, source, bold };
}

function readButtons(markup: unknown): BotMessage['rows'] {
  const read = structured(markup);
  if (typeof read !== 'object' || read === null || !('inline_keyboard' in read)) return [];
  const keyboard = read.inline_keyboard;
  if (!Array.isArray(keyboard)) throw badRequest("can't parse reply keyboard markup JSON object");
  return keyboard.map((row: unknown) => (Array.isArray(row) ? row.map(readButton) : []));
}

function readButton(button: Record<string, unknown>): { label: string; data: string } {
  const { text, callback_data: data } = button;
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('inline keyboard button text is empty');
  if (typeof data !== 'string') throw badRequest('Text buttons are unallowed in the inline keyboard');
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  return { label: text, data };
}

/** The Bot API's own shape of a message of the bot. */
export function asTelegram(world: World, chat: Chat, message: BotMessage) {
  return {
    message_id: message.messageId,
    from: world.bot,
    chat: { id: chat.id, first_name: chat.name, type: 'private' },
    date: Math.floor(message.at / 1_000),
    text: message.text,
    ...(message.rows.length === 0
      ? {}
      : {
          reply_markup: {
            inline_keyboard: message.rows.map((row) =>
              row.map(({ label, data }) => ({ text: label, callback_data: data })),
            ),
          },
        }),
  };
}
