import { attachmentIn, type DocumentToSend, documentOf, keepFile, photoSizes } from './media.ts';
import { asTelegram } from './messages.ts';
import { waitFor } from './wait-for.ts';
import { type BotMessage, type Chat, chatAsTelegram, type Line, type World } from './world.ts';

/** What a person did. `delivered` resolves once the bot has confirmed the update. */
export interface Sent {
  messageId: number;
  updateId: number;
  delivered: Promise<void>;
}

export interface Person {
  readonly chatId: number;
  readonly name: string;
  readonly phone: string;
  /** What the bot said, oldest first. */
  readonly received: readonly BotMessage[];
  /** Both sides, as the person scrolls through them. */
  readonly timeline: readonly Line[];
  /** Whether the button that shares the own number stands under the chat. */
  readonly isAskedForPhone: boolean;
  readonly typingCount: number;
  start(payload?: string): Sent;
  write(text: string, options?: { repliesTo?: number }): Sent;
  sendPhoto(bytes: Uint8Array, caption?: string): Sent;
  sendDocument(file: DocumentToSend, caption?: string): Sent;
  sendVoice(bytes: Uint8Array): Sent;
  /** Several photos at once: one update each, tied together by `media_group_id`. The caption stands under one of them. */
  sendAlbum(photos: readonly Uint8Array[], caption?: string, captionUnder?: number): readonly Sent[];
  sendLocation(latitude: number, longitude: number): Sent;
  /** Presses the button that shares the own number; the keyboard goes away. */
  sharePhone(): Sent;
  /** Somebody's card out of the address book. `userId` where Telegram knows an account of that number. */
  sendContact(contact: { phone: string; name: string; userId?: number }): Sent;
  /** Any other content in the Bot API's shape, such as `{ sticker: … }`. */
  send(content: Record<string, unknown>): Sent;
  /** Changes the words of the person's last message, or of the one given. */
  edit(text: string, messageId?: number): Sent;
  /** Puts another photo in the place of what the message showed. */
  editPhoto(bytes: Uint8Array, caption: string, messageId?: number): Sent;
  /** Presses the newest button with this label or this value. */
  press(labelOrData: string): Sent;
  /** Presses, with a program of one's own, a button that the bot never showed. */
  pressForged(data: string): Sent;
  block(): Sent;
  unblock(): Sent;
  /** The first message from position `since` on that fits, or the next one that comes. Rejects after `timeoutMs`. */
  waitFor(fits: (message: BotMessage) => boolean, timeoutMs?: number, since?: number): Promise<BotMessage>;
}

export function openPerson(world: World, chat: Chat): Person {
  const own = new Map<number, Record<string, unknown>>();
  let lastOwn = 0;

  const user = () => {
    return { id: chat.id, is_bot: false, first_name: chat.name, language_code: chat.languageCode };
  };
  const seconds = () => Math.floor(world.now() / 1_000);

  function send(content: Record<string, unknown>): Sent {
    chat.started = true;
    chat.lastMessageId += 1;
    lastOwn = chat.lastMessageId;
    own.set(lastOwn, content);
    const text = String(content.text ?? content.caption ?? '');
    chat.timeline.push({ by: 'person', at: world.now(), text, attachment: attachmentIn(content), rows: [] });
    const message = { message_id: lastOwn, from: user(), chat: chatAsTelegram(chat), date: seconds(), ...content };
    return { messageId: lastOwn, ...world.updates.push(chat.id, { message }) };
  }

  function change(messageId: number, content: Record<string, unknown>): Sent {
    own.set(messageId, content);
    const edited_message = {
      message_id: messageId,
      from: user(),
      chat: chatAsTelegram(chat),
      date: seconds(),
      edit_date: seconds(),
      ...content,
    };
    return { messageId, ...world.updates.push(chat.id, { edited_message }) };
  }

  function press(message: BotMessage, data: string): Sent {
    const id = String(4_382_000_000_000_000 + world.presses.size);
    world.presses.set(id, false);
    const callback_query = {
      id,
      from: user(),
      message: asTelegram(world, chat, message),
      chat_instance: String(-chat.id),
      data,
    };
    return { messageId: message.messageId, ...world.updates.push(chat.id, { callback_query }) };
  }

  function membership(from: string, to: string): Sent {
    const member = (status: string) => ({ user: world.bot, status, ...(status === 'kicked' ? { until_date: 0 } : {}) });
    const my_chat_member = {
      chat: chatAsTelegram(chat),
      from: user(),
      date: seconds(),
      old_chat_member: member(from),
      new_chat_member: member(to),
    };
    return { messageId: 0, ...world.updates.push(chat.id, { my_chat_member }) };
  }

  const captioned = (caption?: string) => (caption === undefined ? {} : { caption });

  return {
    chatId: chat.id,
    name: chat.name,
    phone: chat.phone,
    get received() {
      return chat.received;
    },
    get timeline() {
      return chat.timeline;
    },
    get isAskedForPhone() {
      return chat.keyboard === 'phone';
    },
    get typingCount() {
      return chat.typingCount;
    },
    send,
    start: (payload) => send(asText(payload === undefined ? '/start' : `/start ${payload}`)),
    write(text, { repliesTo } = {}) {
      const earlier = chat.received.find((message) => message.messageId === repliesTo);
      if (repliesTo === undefined) return send(asText(text));
      return send({
        reply_to_message: earlier
          ? asTelegram(world, chat, earlier)
          : { message_id: repliesTo, from: user(), chat: chatAsTelegram(chat), date: seconds() },
        ...asText(text),
      });
    },
    sendPhoto: (bytes, caption) => send({ photo: photoSizes(world, bytes), ...captioned(caption) }),
    sendDocument: (file, caption) => send({ document: documentOf(world, file), ...captioned(caption) }),
    sendVoice(bytes) {
      const voice = { duration: 7, mime_type: 'audio/ogg', ...keepFile(world, bytes, 'voice/file_#.oga') };
      return send({ voice });
    },
    sendAlbum(photos, caption, captionUnder = 0) {
      const media_group_id = String(13_000_000_000_000_000 + chat.lastMessageId);
      return photos.map((bytes, index) =>
        send({
          media_group_id,
          photo: photoSizes(world, bytes),
          ...(index === captionUnder ? captioned(caption) : {}),
        }),
      );
    },
    sendLocation: (latitude, longitude) => send({ location: { latitude, longitude } }),
    sharePhone() {
      if (chat.keyboard !== 'phone') throw new Error(`${chat.name} sees no button to share the number`);
      // A keyboard for one time hides itself; it goes away only when the bot says so.
      return send({ contact: { phone_number: chat.phone, first_name: chat.name, user_id: chat.id } });
    },
    sendContact({ phone, name, userId }) {
      const contact = { phone_number: phone, first_name: name, ...(userId === undefined ? {} : { user_id: userId }) };
      return send({ contact });
    },
    edit(text, messageId = lastOwn) {
      const before = own.get(messageId) ?? {};
      const isCaption = !('text' in before) && own.has(messageId);
      return change(messageId, isCaption ? { ...before, caption: text } : asText(text));
    },
    editPhoto(bytes, caption, messageId = lastOwn) {
      const { media_group_id } = own.get(messageId) ?? {};
      const album = media_group_id === undefined ? {} : { media_group_id };
      return change(messageId, { ...album, photo: photoSizes(world, bytes), caption });
    },
    press(labelOrData) {
      const message = chat.received.findLast(({ rows }) => rows.flat().some((button) => isCalled(button, labelOrData)));
      const button = message?.rows.flat().find((button) => isCalled(button, labelOrData));
      if (message === undefined || button === undefined)
        throw new Error(`${chat.name} sees no button “${labelOrData}”`);
      return press(message, button.data);
    },
    pressForged(data) {
      const message = chat.received.at(-1);
      if (message === undefined) throw new Error(`${chat.name} has no message of the bot`);
      return press(message, data);
    },
    block() {
      chat.blocked = true;
      return membership('member', 'kicked');
    },
    unblock() {
      chat.blocked = false;
      return membership('kicked', 'member');
    },
    waitFor: (fits, timeoutMs, since) => waitFor(chat, fits, timeoutMs, since),
  };
}

// A bot may seal what its buttons carry; the value stands in front.
function isCalled(button: { label: string; data: string }, name: string): boolean {
  return button.label === name || button.data === name || button.data.startsWith(`${name}~`);
}

/** A text with its commands and mentions marked, as Telegram does. */
export function asText(text: string): Record<string, unknown> {
  const entities = [...text.matchAll(/(?<![\w/@])(\/\w+(?:@\w+)?|@\w+)/g)].map(({ 0: found, index }) => ({
    type: found.startsWith('/') ? 'bot_command' : 'mention',
    offset: index,
    length: found.length,
  }));
  return entities.length === 0 ? { text } : { text, entities };
}
