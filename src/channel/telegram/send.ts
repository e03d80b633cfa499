import type { Delivery, FileOpener, OutgoingFile, Part } from '../port.ts';
import type { ButtonSeal } from './button-seal.ts';
import type { Answer, TelegramClient } from './client.ts';
import { deliveryOf, refused } from './delivery-of.ts';
import { type TelegramPart, telegramPart } from './render.ts';

/** Everything that sending stands on. */
export interface Sender {
  client: TelegramClient;
  seal: Pick<ButtonSeal, 'seal'>;
  judgeFlood: (address: string, told: Delivery, isFlood: boolean) => Delivery;
}

const megabyte = 1024 * 1024;
// What the Bot API takes from a bot.
const largestPhotoBytes = 10 * megabyte;
const largestDocumentBytes = 50 * megabyte;
const uploadWithinMs = 50_000;

/** Sends one rendered part to a chat. Resolves for every answer, and with `unknown` when none came. */
export async function send(sender: Sender, address: string, part: Part, open: FileOpener): Promise<Delivery> {
  // `@name` would be a public channel, which no person of ours writes from.
  if (!/^-?\d+$/.test(address)) return refused('unknownRecipient', 'The address is not the id of a chat');
  const read = telegramPart.safeParse(part).data;
  if (read === undefined)
    return refused('rejectedContent', 'The stored part is not one that was rendered for Telegram');

  const answer =
    'file' in read ? await sendFile(sender, address, read.file, open) : await sendText(sender, address, read);
  if ('status' in answer) return answer;
  return sender.judgeFlood(address, deliveryOf(answer), answer.kind === 'refused' && answer.code === 429);
}

type TextPart = Exclude<TelegramPart, { file: OutgoingFile }>;

function sendText({ client, seal }: Sender, address: string, { reply_markup, ...said }: TextPart): Promise<Answer> {
  const keyboard =
    reply_markup !== undefined && 'inline_keyboard' in reply_markup
      ? { inline_keyboard: sealed(reply_markup.inline_keyboard, address, seal) }
      : reply_markup;
  return client.call('sendMessage', {
    chat_id: address,
    ...said,
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  });
}

type Rows = { text: string; callback_data: string }[][];

function sealed(rows: Rows, address: string, seal: Sender['seal']): Rows {
  return rows.map((row) =>
    row.map(({ text, callback_data: value }) => ({ text, callback_data: seal.seal(address, value) })),
  );
}

/** A picture goes as one, unless Telegram will not have it; everything else as a document. */
async function sendFile(
  { client }: Sender,
  address: string,
  file: OutgoingFile,
  open: FileOpener,
): Promise<Answer | Delivery> {
  const bytes = await open(file.fileId);
  if (bytes === null) return refused('rejectedContent', 'The file is no longer stored');
  if (bytes.length > largestDocumentBytes) return refused('rejectedContent', 'The file is larger than 50 MB');

  const upload = { fileName: file.name, bytes };
  const chat = { chat_id: address };
  const options = { withinMs: uploadWithinMs };
  if (/^image\/(jpeg|png|webp)$/.test(file.mediaType) && bytes.length <= largestPhotoBytes) {
    const answer = await client.upload('sendPhoto', chat, { field: 'photo', ...upload }, options);
    if (!isAboutThePicture(answer)) return answer;
  }
  return client.upload('sendDocument', chat, { field: 'document', ...upload }, options);
}

// Too wide, too many pixels, or not a picture for Telegram at all; a chat that is gone would refuse a document too.
function isAboutThePicture(answer: Answer): boolean {
  return answer.kind === 'refused' && answer.code === 400 && /photo|image/i.test(answer.description);
}
