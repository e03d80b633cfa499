import { waitFor } from '../wait-for.ts';
import type { BotChat, BotMessage, BotWorld } from './bot-world.ts';

/** What a person did. `delivered` resolves with whether the bot got it. */
export interface BotSent {
  messageId: string;
  delivered: Promise<boolean>;
}

export interface BotPerson {
  readonly chatId: string;
  readonly name: string;
  /** What the bot said, oldest first. */
  readonly received: readonly BotMessage[];
  readonly typingCount: number;
  writes(text: string): BotSent;
  sendsImage(bytes: Uint8Array, caption?: string): BotSent;
  sendsVoice(bytes: Uint8Array): BotSent;
  sendsSticker(id?: string): BotSent;
  /** Anything that the platform does not pass on. */
  sendsSomethingElse(): BotSent;
  /** The first message from position `since` on that fits, or the next one that comes. Rejects after `timeoutMs`. */
  waitFor(fits: (message: BotMessage) => boolean, timeoutMs?: number, since?: number): Promise<BotMessage>;
}

export function newBotChat(id: string, name: string): BotChat {
  return { id, name, started: false, received: [], timeline: [], typingCount: 0, listeners: new Set() };
}

export function openBotPerson(world: BotWorld, chat: BotChat): BotPerson {
  function send(event_name: string, content: Record<string, unknown>): BotSent {
    chat.started = true;
    const { text = content.caption } = content;
    const attachment = content.text === undefined ? (event_name.split('.')[1] ?? null) : null;
    chat.timeline.push({ by: 'person', at: world.now(), text: typeof text === 'string' ? text : '', attachment });
    const messageId = world.nextId();
    const message = {
      from: { id: chat.id, display_name: chat.name, is_bot: false },
      chat: { id: chat.id, chat_type: 'PRIVATE' },
      ...content,
      message_id: messageId,
      date: world.now(),
    };
    return { messageId, delivered: world.updates.push({ event_name, message }) };
  }

  function keep(bytes: Uint8Array, name: string): string {
    const path = `/media/${world.media.size + 1}/${name}`;
    world.media.set(path, bytes);
    return `${world.origin}${path}`;
  }

  return {
    chatId: chat.id,
    name: chat.name,
    get received() {
      return chat.received;
    },
    get typingCount() {
      return chat.typingCount;
    },
    writes: (text) => send('message.text.received', { text }),
    sendsImage(bytes, caption) {
      const url = keep(bytes, 'image.jpg');
      const photo =
        world.settings.photoField === 'photo' ? { photo: url } : { photo_url: url, message_type: 'CHAT_PHOTO' };
      return send('message.image.received', { ...photo, ...(caption === undefined ? {} : { caption }) });
    },
    sendsVoice: (bytes) =>
      send('message.voice.received', { voice_url: keep(bytes, 'voice.aac'), message_type: 'CHAT_VOICE' }),
    sendsSticker: (id = '46991') =>
      send('message.sticker.received', { sticker: id, url: `${world.origin}/media/sticker-${id}.png` }),
    sendsSomethingElse: () => send('message.unsupported.received', {}),
    waitFor: (fits, timeoutMs = 5_000, since = 0) => waitFor(chat, fits, timeoutMs, since),
  };
}
