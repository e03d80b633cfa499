import { asTelegram } from './messages.ts';
import type { BotMessage, Chat, World } from './world.ts';

/** What a person did. `delivered` resolves once the bot has confirmed the update. */
export interface Sent {
  messageId: number;
  updateId: number;
  delivered: Promise<void>;
}

export interface Person {
  readonly chatId: number;
  readonly name: string;
  /** What the bot said, oldest first. */
  readonly received: readonly BotMessage[];
  readonly typingCount: number;
  start(payload?: string): Sent;
  write(text: string, options?: { repliesTo?: number }): Sent;
  sendPhoto(bytes: Uint8Array, caption?: string): Sent;
  sendDocument(file: { name: string; mediaType: string; bytes: Uint8Array }, caption?: string): Sent;
  /** Several photos at once: one update each, tied together by `media_group_id`. */
  sendAlbum(photos: readonly Uint8Array[], caption?: string): readonly Sent[];
  /** Any other content in the Bot API's shape, such as `{ sticker: … }`. */
  send(content: Record<string, unknown>): Sent;
  /** Changes the person's last message, or the one given. */
  edit(text: string, messageId?: number): Sent;
  /** Presses the newest button with this label or this value. */
  press(labelOrData: string): Sent;
  block(): Sent;
  unblock(): Sent;
  /** The first message from position `since` on that fits, or the next one that comes. Rejects after `timeoutMs`. */
  waitFor(fits: (message: BotMessage) => boolean, timeoutMs?: number, since?: number): Promise<BotMessage>;
}

export function openPerson(world: World, chat: Chat): Person {
  let lastOwn = { messageId: 0, content: {} as Record<string, unknown> };

  const user = () => {
    return { id: chat.id, is_bot: false, first_name: chat.name, language_code: chat.languageCode };
  };
  const place = { id: chat.id, first_name: chat.name, type: 'private' };
  const seconds = () => Math.floor(world.now() / 1_000);

  function send(content: Record<string, unknown>): Sent {
    chat.started = true;
    chat.lastMessageId += 1;
    lastOwn = { messageId: chat.lastMessageId, content };
    const message = { message_id: chat.lastMessageId, from: user(), chat: place, date: seconds(), ...content };
    return { messageId: chat.lastMessageId, ...world.updates.push(chat.id, { message }) };
  }

  function keep(bytes: Uint8Array, path: string): { file_id: string; file_unique_id: string; file_size: number } {
    const number = world.files.size + 1;
    const file_id = `AgACAgUAAxkBAAI${number}`;
    world.files.set(file_id, { path: path.replace('#', String(number)), bytes });
    return { file_id, file_unique_id: `AQAD${number}`, file_size: bytes.length };
  }

  function photoSizes(bytes: Uint8Array) {
    const small = keep(bytes.slice(0, Math.ceil(bytes.length / 10)), 'thumbnails/file_#.jpg');
    const large = keep(bytes, 'photos/file_#.jpg');
    return [
      { ...small, width: 90, height: 67 },
      { ...large, width: 1280, height: 960 },
    ];
  }

  function membership(from: string, to: string): Sent {
    const member = (status: string) => ({ user: world.bot, status, ...(status === 'kicked' ? { until_date: 0 } : {}) });
    const my_chat_member = {
      chat: place,
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
    get received() {
      return chat.received;
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
          : { message_id: repliesTo, from: user(), chat: place, date: seconds() },
        ...asText(text),
      });
    },
    sendPhoto: (bytes, caption) => send({ photo: photoSizes(bytes), ...captioned(caption) }),
    sendDocument({ name, mediaType, bytes }, caption) {
      const extension = /\.\w+$/.exec(name)?.[0] ?? '';
      const document = { file_name: name, mime_type: mediaType, ...keep(bytes, `documents/file_#${extension}`) };
      return send({ document, ...captioned(caption) });
    },
    sendAlbum(photos, caption) {
      const media_group_id = String(13_000_000_000_000_000 + chat.lastMessageId);
      return photos.map((bytes, index) =>
        send({ media_group_id, photo: photoSizes(bytes), ...(index === 0 ? captioned(caption) : {}) }),
      );
    },
    edit(text, messageId = lastOwn.messageId) {
      const hadFile = messageId === lastOwn.messageId && !('text' in lastOwn.content);
      const content = hadFile ? { ...lastOwn.content, caption: text } : asText(text);
      const edited_message = {
        message_id: messageId,
        from: user(),
        chat: place,
        date: seconds(),
        edit_date: seconds(),
        ...content,
      };
      return { messageId, ...world.updates.push(chat.id, { edited_message }) };
    },
    press(labelOrData) {
      const message = chat.received.findLast(({ rows }) => rows.flat().some((button) => isCalled(button, labelOrData)));
      const button = message?.rows.flat().find((button) => isCalled(button, labelOrData));
      if (message === undefined || button === undefined)
        throw new Error(`${chat.name} sees no button “${labelOrData}”`);
      const id = String(4_382_000_000_000_000 + world.presses.size);
      world.presses.set(id, false);
      const callback_query = {
        id,
        from: user(),
        message: asTelegram(world, chat, message),
        chat_instance: String(-chat.id),
        data: button.data,
      };
      return { messageId: message.messageId, ...world.updates.push(chat.id, { callback_query }) };
    },
    block() {
      chat.blocked = true;
      return membership('member', 'kicked');
    },
    unblock() {
      chat.blocked = false;
      return membership('kicked', 'member');
    },
    waitFor(fits, timeoutMs = 5_000, since = 0) {
      const { promise, resolve, reject } = Promise.withResolvers<BotMessage>();
      const look = () => {
        const found = chat.received.slice(since).find(fits);
        if (found === undefined) return;
        stop();
        resolve(found);
      };
      const timer = setTimeout(() => {
        stop();
        const heard = chat.received.slice(since).map((message) => `“${message.text.slice(0, 120)}”`);
        reject(new Error(`${chat.name} waited ${timeoutMs} ms in vain and heard: ${heard.join(', ') || 'nothing'}`));
      }, timeoutMs);
      const stop = () => {
        clearTimeout(timer);
        chat.listeners.delete(look);
      };
      chat.listeners.add(look);
      look();
      return promise;
    },
  };
}

function isCalled(button: { label: string; data: string }, name: string): boolean {
  return button.label === name || button.data === name;
}

// Telegram marks a command at the beginning of a text.
function asText(text: string): Record<string, unknown> {
  const command = /^\/\w+/.exec(text)?.[0];
  if (command === undefined) return { text };
  return { text, entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}
