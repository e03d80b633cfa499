import type { BotUpdates } from './bot-updates.ts';

/** A message of the bot, as the person sees it. */
export interface BotMessage {
  messageId: string;
  at: number;
  kind: 'text' | 'photo' | 'sticker';
  /** The text, or the caption of a photo. */
  text: string;
  /** The bytes that Zalo fetched from the address. */
  photo: Uint8Array | null;
}

/** What stands in the conversation, whoever said it. */
export interface BotEntry {
  by: 'bot' | 'person';
  at: number;
  text: string;
  /** In a word, what is not text. */
  attachment: string | null;
}

export interface BotChat {
  id: string;
  name: string;
  /** A bot may write only to a person who wrote first. */
  started: boolean;
  received: BotMessage[];
  timeline: BotEntry[];
  typingCount: number;
  /** Called after each message of the bot. */
  listeners: Set<() => void>;
}

export interface BotSettings {
  token: string;
  /** Real deliveries are seen bare, the documentation wraps them in `{ok, result}`. */
  updates: 'wrapped' | 'bare';
  /** The field of an image: the documentation says `photo`, real deliveries `photo_url`. */
  photoField: 'photo' | 'photo_url';
  /** Whether the HTTP status of an answer that is not ok repeats its code. */
  errorStatus: 'always200' | 'asCode';
  messagesPerMonth: number;
  mostUsers: number;
  /** Refuse webhooks on this machine and in private networks, as Zalo does. */
  publicWebhooksOnly: boolean;
}

export const usualBotSettings: BotSettings = {
  token: '123456789:stand-in-bot-token',
  updates: 'wrapped',
  photoField: 'photo_url',
  errorStatus: 'always200',
  messagesPerMonth: 3_000,
  mostUsers: 50,
  publicWebhooksOnly: false,
};

/** Everything that the stand-in remembers of the bot. */
export interface BotWorld {
  settings: BotSettings;
  now: () => number;
  origin: string;
  nextId: () => string;
  chats: Map<string, BotChat>;
  media: Map<string, Uint8Array>;
  updates: BotUpdates;
  sentByMonth: Map<string, number>;
}
