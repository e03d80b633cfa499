import type { UpdateQueue } from './updates.ts';

/** A message of the bot, as the person sees it. */
export interface BotMessage {
  messageId: number;
  /** The text without its markup. */
  text: string;
  /** What the bot sent. */
  source: string;
  bold: readonly string[];
  rows: readonly (readonly { label: string; data: string }[])[];
  /** The name of the file, for a document. */
  fileName: string | null;
  at: number;
}

export interface Chat {
  id: number;
  name: string;
  languageCode: string;
  /** A bot may write only to a person who wrote first. */
  started: boolean;
  blocked: boolean;
  lastMessageId: number;
  received: BotMessage[];
  typingCount: number;
  /** Called after each message of the bot. */
  listeners: Set<() => void>;
}

export interface StoredFile {
  path: string;
  bytes: Uint8Array;
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
  updates: UpdateQueue;
  /** Seconds to wait before this chat may get a message; 0 when it may. */
  mustWait: (chatId: number) => number;
  tooManyCount: number;
}
