import type { UpdateQueue } from './updates.ts';

/** What stands in the place of the person's letters, or was taken away from there. */
export type ReplyKeyboard = 'phone' | 'removed' | 'other';

/** A message of the bot, as the person sees it. */
export interface BotMessage {
  messageId: number;
  /** The text without its markup. */
  text: string;
  /** What the bot sent. */
  source: string;
  bold: readonly string[];
  rows: readonly (readonly { label: string; data: string }[])[];
  keyboard: ReplyKeyboard | null;
  /** The name of the file, for a document or a photo. */
  fileName: string | null;
  /** Whether the file is shown as a picture. */
  isPhoto: boolean;
  bytes: Uint8Array | null;
  at: number;
}

/** One line of a chat, for the page of a developer. */
export interface Line {
  by: 'bot' | 'person';
  at: number;
  text: string;
  attachment: string | null;
  rows: BotMessage['rows'];
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  /** The person's name, or the title of a group. */
  name: string;
  languageCode: string;
  /** The person's number, which Telegram knows. */
  phone: string;
  /** A bot may write only to a person who wrote first, and to a group that it is in. */
  started: boolean;
  blocked: boolean;
  /** The supergroup that this group became. */
  migratedTo: number | null;
  lastMessageId: number;
  received: BotMessage[];
  /** The keyboard that stands under the chat at present. */
  keyboard: ReplyKeyboard | null;
  timeline: Line[];
  typingCount: number;
  /** Called after each message of the bot. */
  listeners: Set<() => void>;
}

export interface StoredFile {
  path: string;
  bytes: Uint8Array;
  /** What Telegram says, which for a large file is more than the stand-in holds. */
  size: number;
}

/** Everything that the stand-in remembers. */
export interface World {
  token: string;
  bot: { id: number; is_bot: true; first_name: string; username: string };
  now: () => number;
  chats: Map<number, Chat>;
  files: Map<string, StoredFile>;
  /** The menu by language code; '' is everyone else's. */
  commands: Map<string, unknown>;
  /** The presses by id, and whether the bot has acknowledged them. */
  presses: Map<string, boolean>;
  /** What the bot let appear above the chat when it acknowledged a press. */
  notices: Map<string, string>;
  updates: UpdateQueue;
  /** Seconds to wait before this chat may get a message; 0 when it may. */
  mustWait: (chatId: number) => number;
  tooManyCount: number;
}

export function newChat(facts: Pick<Chat, 'id' | 'type' | 'name'> & Partial<Chat>): Chat {
  return {
    languageCode: 'vi',
    phone: '84912345678',
    started: false,
    blocked: false,
    migratedTo: null,
    lastMessageId: 0,
    received: [],
    keyboard: null,
    timeline: [],
    typingCount: 0,
    listeners: new Set(),
    ...facts,
  };
}

/** The Bot API's own shape of a chat. */
export function chatAsTelegram({ id, name, type }: Chat) {
  return type === 'private' ? { id, first_name: name, type } : { id, title: name, type };
}
