import { type Payload, structured } from './body.ts';
import { parseHtml } from './html.ts';
import { badRequest, Refusal, tooManyRequests } from './refusal.ts';
import { type BotMessage, type Chat, chatAsTelegram, type ReplyKeyboard, type World } from './world.ts';

const megabyte = 1024 * 1024;
const noFile = { fileName: null, isPhoto: false, bytes: null };

/** Carries out `sendMessage`: the text, its buttons and the chat are checked as Telegram checks them. */
export function sendMessage(world: World, payload: Payload) {
  const said = readText(payload, 4096);
  const markup = readMarkup(payload.reply_markup);
  return deliver(world, openChat(world, payload), { ...said, ...markup, ...noFile });
}

/** Carries out `sendDocument` with the file in the form. */
export async function sendDocument(world: World, payload: Payload) {
  const file = await readFile(payload.document, 'document', 50 * megabyte);
  return sendWithCaption(world, payload, { ...file, isPhoto: false });
}

/** Carries out `sendPhoto` with the file in the form. What is no picture is refused as Telegram does. */
export async function sendPhoto(world: World, payload: Payload) {
  const file = await readFile(payload.photo, 'photo', 10 * megabyte);
  if (!looksLikeAPicture(file.bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
  return sendWithCaption(world, payload, { ...file, isPhoto: true });
}

type File_ = Pick<BotMessage, 'fileName' | 'isPhoto' | 'bytes'>;

function sendWithCaption(world: World, payload: Payload, file: File_) {
  const caption = readText({ ...payload, text: payload.caption ?? '' }, 1024, true);
  const markup = readMarkup(payload.reply_markup);
  return deliver(world, openChat(world, payload), { ...caption, ...markup, ...file });
}

async function readFile(file: unknown, what: string, limitBytes: number) {
  if (!(file instanceof File)) throw badRequest(`there is no ${what} in the request`);
  if (file.size > limitBytes) throw new Refusal(413, 'Request Entity Too Large');
  if (file.size === 0) throw badRequest('file must be non-empty');
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function looksLikeAPicture(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (
    (first === 0xff && second === 0xd8) || (first === 0x89 && second === 0x50) || (first === 0x52 && second === 0x49)
  );
}

/** Carries out `editMessageText` on a message of the bot. */
export function editMessageText(world: World, payload: Payload) {
  const chat = openChat(world, payload);
  const index = chat.received.findIndex((message) => message.messageId === Number(payload.message_id));
  const before = chat.received[index];
  if (before === undefined) throw badRequest('message to edit not found');
  const said = readText(payload, 4096);
  const { rows } = readMarkup(payload.reply_markup);
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
  if (chat?.migratedTo != null) {
    const moved = 'Bad Request: group chat was upgraded to a supergroup chat';
    throw new Refusal(400, moved, { migrate_to_chat_id: chat.migratedTo });
  }
  if (chat?.blocked === true) throw new Refusal(403, `Forbidden: ${whyForbidden(chat)}`);
  if (chat === undefined || !chat.started) throw badRequest('chat not found');
  return chat;
}

function whyForbidden({ type }: Chat): string {
  return type === 'private' ? 'bot was blocked by the user' : `bot was kicked from the ${type} chat`;
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
  if (said.keyboard !== null) chat.keyboard = said.keyboard === 'removed' ? null : said.keyboard;
  chat.timeline.push({ by: 'bot', at: message.at, text: said.text, attachment: said.fileName, rows: said.rows });
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

function readMarkup(given: unknown): Pick<BotMessage, 'rows' | 'keyboard'> {
  const read = structured(given);
  if (typeof read !== 'object' || read === null) return { rows: [], keyboard: null };
  if ('remove_keyboard' in read) return { rows: [], keyboard: 'removed' };
  if ('keyboard' in read) return { rows: [], keyboard: keyboardOf(rowsOf(read.keyboard)) };
  if (!('inline_keyboard' in read)) return { rows: [], keyboard: null };
  return { rows: rowsOf(read.inline_keyboard).map((row) => row.map(readButton)), keyboard: null };
}

function rowsOf(keyboard: unknown): Record<string, unknown>[][] {
  if (!Array.isArray(keyboard)) throw badRequest("can't parse reply keyboard markup JSON object");
  return keyboard.map((row: unknown) => (Array.isArray(row) ? row : []));
}

function keyboardOf(rows: Record<string, unknown>[][]): ReplyKeyboard {
  const buttons = rows.flat();
  for (const { text } of buttons) {
    if (typeof text !== 'string' || text.trim() === '')
      throw badRequest('reply keyboard button text must be non-empty');
  }
  return buttons.some((button) => button.request_contact === true) ? 'phone' : 'other';
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
    chat: chatAsTelegram(chat),
    date: Math.floor(message.at / 1_000),
    ...(message.fileName === null ? { text: message.text } : { caption: message.text }),
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
