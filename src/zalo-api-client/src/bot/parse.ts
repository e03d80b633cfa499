import { createHash } from 'node:crypto';
import { booleanOf, type Fields, fieldsOf, idOf, instantOf, isFields, present, textOf } from '../read.ts';

/** Something that happened in a chat with the bot. It does not say with which bot: that is the receiving address's job. */
export type BotUpdate =
  | (InChat & { readonly kind: 'text'; readonly text: string })
  | (InChat & { readonly kind: 'image'; readonly photoUrl: string; readonly caption?: string })
  | (InChat & { readonly kind: 'sticker'; readonly stickerId?: string; readonly url?: string })
  | (InChat & { readonly kind: 'voice'; readonly voiceUrl: string })
  /** A message the platform does not pass on: links too, and everything from people it protects. */
  | (InChat & { readonly kind: 'unsupported' })
  | { readonly kind: 'unknown'; readonly eventName: string; readonly raw: unknown }
  | { readonly kind: 'malformed'; readonly raw: unknown };

export interface InChat {
  readonly eventName: string;
  readonly chatId: string;
  readonly isPrivate: boolean;
  readonly messageId: string;
  readonly from: { readonly id?: string; readonly displayName?: string; readonly isBot?: boolean };
  readonly sentAt?: Date;
}

/** Reads an update from the webhook, in its envelope `{ok, result}` or without, or from `getUpdates`. Never throws. */
export function parseBotUpdate(body: unknown): BotUpdate {
  const fields = fieldsOf(body);
  const update = isFields(fields.result) ? fields.result : fields;
  const eventName = textOf(update.event_name);
  if (eventName === undefined) return { kind: 'malformed', raw: body };

  const message = fieldsOf(update.message);
  const inChat = readChat(eventName, message);
  switch (eventName) {
    case 'message.text.received':
    case 'message.image.received':
    case 'message.sticker.received':
    case 'message.voice.received':
    case 'message.unsupported.received':
      return (inChat && readContent(inChat, message)) ?? { kind: 'malformed', raw: body };
    default:
      return { kind: 'unknown', eventName, raw: body };
  }
}

/** The same for each delivery of one update and different for any other. Add the bot's id where there are several. */
export function botDeliveryKey(update: BotUpdate): string {
  if ('messageId' in update) return `${update.eventName}:${update.messageId}`;
  return `${update.kind}:${createHash('sha256')
    .update(JSON.stringify(update.raw) ?? '')
    .digest('hex')}`;
}

function readChat(eventName: string, message: Fields): InChat | undefined {
  const chat = fieldsOf(message.chat);
  const from = fieldsOf(message.from);
  const chatId = idOf(chat.id);
  const messageId = idOf(message.message_id);
  if (chatId === undefined || messageId === undefined) return undefined;
  return present({
    eventName,
    chatId,
    isPrivate: chat.chat_type === 'PRIVATE',
    messageId,
    from: present({
      id: idOf(from.id),
      displayName: textOf(from.display_name),
      isBot: booleanOf(from.is_bot),
    }),
    sentAt: instantOf(message.date),
  });
}

function readContent(inChat: InChat, message: Fields): BotUpdate | undefined {
  switch (inChat.eventName) {
    case 'message.text.received': {
      const text = textOf(message.text);
      return text === undefined ? undefined : { kind: 'text', ...inChat, text };
    }
    case 'message.image.received': {
      // Documented as `photo`, delivered as `photo_url`.
      const photoUrl = textOf(message.photo) ?? textOf(message.photo_url);
      if (photoUrl === undefined) return undefined;
      return { kind: 'image', ...inChat, photoUrl, ...present({ caption: textOf(message.caption) }) };
    }
    case 'message.sticker.received': {
      const sticker = { stickerId: idOf(message.sticker), url: textOf(message.url) };
      return { kind: 'sticker', ...inChat, ...present(sticker) };
    }
    case 'message.voice.received': {
      const voiceUrl = textOf(message.voice_url);
      return voiceUrl === undefined ? undefined : { kind: 'voice', ...inChat, voiceUrl };
    }
    default:
      return { kind: 'unsupported', ...inChat };
  }
}
