import { type BotUpdate, botDeliveryKey, parseBotUpdate } from 'zalo-api-client';
import type { Incoming, IncomingContent, Reading } from '../port.ts';

/** Reads one delivery: of the webhook, wrapped or not, or one that was polled. Total. */
export function read(body: unknown): Reading {
  const update = parseBotUpdate(body);
  if (update.kind === 'malformed') return { kind: 'ignored', because: 'malformed' };
  if (update.kind === 'unknown')
    return { kind: 'ignored', because: `event:${update.eventName.replace(/[^\w.]/gu, '_')}` };
  if (update.from.isBot === true) return { kind: 'ignored', because: 'fromABot' };
  const { chatId, isPrivate, messageId, from } = update;
  if (!isSound(chatId) || !isSound(messageId)) return { kind: 'ignored', because: 'malformed' };
  if (!isPrivate) return { kind: 'group', address: chatId };

  const message: Incoming = {
    address: chatId,
    sender: { id: from.id ?? chatId, displayName: from.displayName ?? null, languageHint: null },
    providerMessageId: messageId,
    // The platform does not say what a message quotes.
    repliesTo: null,
    content: contentOf(update),
  };
  return { kind: 'message', message };
}

/** The update's key, its chat and when it was said: the platform counts nothing else. */
export function receiptOf(
  body: unknown,
): { updateId: string; conversationAddress: string | null; ordinal?: number } | null {
  const update = parseBotUpdate(body);
  if (update.kind === 'malformed') return null;
  const updateId = botDeliveryKey(update);
  if (update.kind === 'unknown') return { updateId, conversationAddress: null };
  const { chatId, messageId, sentAt } = update;
  if (!isSound(chatId) || !isSound(messageId)) return null;
  return { updateId, conversationAddress: chatId, ...(sentAt === undefined ? {} : { ordinal: sentAt.getTime() }) };
}

// Twenty hexadecimal digits so far; whatever it grows into, it is a name and no text.
function isSound(id: string): boolean {
  return /^[\w-]{1,128}$/u.test(id);
}

type Said = Exclude<BotUpdate, { kind: 'unknown' | 'malformed' }>;

function contentOf(update: Said): IncomingContent {
  switch (update.kind) {
    case 'text':
      return { kind: 'text', text: update.text };
    case 'image':
      return {
        kind: 'files',
        caption: update.caption ?? '',
        files: [{ ref: update.photoUrl, name: `anh-${update.messageId}.jpg`, mediaType: 'image/jpeg', size: null }],
      };
    case 'voice':
      return {
        kind: 'files',
        caption: '',
        files: [{ ref: update.voiceUrl, name: `ghi-am-${update.messageId}.aac`, mediaType: 'audio/aac', size: null }],
      };
    case 'sticker':
      return { kind: 'unsupported', what: 'nhãn dán' };
    case 'unsupported':
      // Links too: the platform passes no word of them on.
      return { kind: 'unsupported', what: 'tin mà Zalo không chuyển cho bot (đường dẫn, tệp…)' };
  }
}
