/**
 * The desk's side of every chat platform: what a message is, and what a channel can do.
 * Whatever only one platform can do stays inside that platform's folder.
 */

export type ChannelName = 'telegram' | 'zalo' | 'webchat';

/** A file as the platform announces it; the bytes are fetched later through `Channel.fetchFile`. */
export interface AnnouncedFile {
  /** The platform's handle of the file (Telegram `file_id`, an upload id of the web chat). */
  ref: string;
  name: string;
  /** What the platform claims. The real type is sniffed from the bytes. */
  mediaType: string | null;
  /** Bytes, if the platform says. */
  size: number | null;
}

/** One thing a person did in a chat, whichever platform carried it. */
export interface Incoming {
  /** Where an answer goes: the platform's chat id. */
  address: string;
  sender: { id: string; displayName: string | null; languageHint: string | null };
  /** The platform's id of this message; null for a button press. */
  providerMessageId: string | null;
  /** The platform's id of the message this one answers, if the person used "reply". */
  repliesTo: string | null;
  content: IncomingContent;
}

export type IncomingContent =
  /** Typed text. Commands arrive as text too: `/huy`. */
  | { kind: 'text'; text: string }
  /** A button of ours. `value` is what we gave it; `acknowledge` is the platform's id of the press, if it wants an answer. */
  | { kind: 'choice'; value: string; acknowledge: string | null }
  /** `album` is the same for files that were sent together and arrive as separate deliveries. */
  | { kind: 'files'; caption: string; files: readonly AnnouncedFile[]; album?: string }
  /** The person sent something we keep no content of: a sticker, a poll. It is answered, never ignored. */
  | { kind: 'unsupported'; what: string };

/** One authentic delivery, read. Total: whatever the platform sends has a value here. */
export type Reading =
  | { kind: 'message'; message: Incoming }
  /** A later text for a message that we already have. */
  | { kind: 'edit'; address: string; providerMessageId: string; text: string }
  /** Nothing a person said to the bot. Kept in the inbox with the reason. */
  | { kind: 'ignored'; because: string };

/** A button. `value` comes back as `choice`: at most 64 bytes of ASCII. */
export interface Choice {
  value: string;
  label: string;
}

/** One thing the bot says. Light emphasis only: `*bold*` around a few words, nothing else is markup. */
export interface Outgoing {
  text: string;
  /** Rows of buttons. A platform that cannot show them offers numbered answers instead. */
  choices?: readonly (readonly Choice[])[];
}

/** What a platform can be given in one call. Produced by `render`, opaque to everyone else, stored as JSON. */
export type Part = Record<string, unknown>;

export type Delivery =
  | { status: 'accepted'; providerMessageId: string | null }
  | {
      status: 'refused';
      because: 'blockedByPerson' | 'windowClosed' | 'unknownRecipient' | 'rejectedContent';
      detail: string;
    }
  | { status: 'tryLater'; afterSeconds: number; detail: string }
  /** The call went out and no answer came: it may have arrived. Never sent again blindly. */
  | { status: 'unknown'; detail: string };

export type FetchedFile =
  | { status: 'fetched'; bytes: Uint8Array; name: string | null }
  | { status: 'tooLarge'; limitBytes: number }
  | { status: 'gone'; detail: string }
  | { status: 'tryLater'; afterSeconds: number; detail: string };

/** A way for people to talk to the desk. Each platform implements it and passes one contract suite. */
export interface Channel {
  readonly name: ChannelName;
  /** Which of our accounts on that platform this is: the bot's id. Part of every key, so two bots never collide. */
  readonly account: string;
  /** Whether sending the same part again could show it twice. Where it could, an unknown outcome waits for a person. */
  readonly resending: 'harmless' | 'doubles';
  /** Reads one authentic delivery. Pure and total. */
  read(body: unknown): Reading;
  /** Cuts and dresses a message for the platform. Pure; a long text becomes several parts. */
  render(message: Outgoing): readonly Part[];
  /** Sends one part. Resolves for every answer the platform can give, and with `unknown` when none came. */
  send(address: string, part: Part): Promise<Delivery>;
  /** Gets the bytes of an announced file. */
  fetchFile(ref: string): Promise<FetchedFile>;
  /** Tells the person that an answer is being prepared. Best effort: never throws. */
  showTyping(address: string): Promise<void>;
  /** Tells the platform that a button press was received. Best effort: never throws. */
  acknowledgeChoice(acknowledge: string): Promise<void>;
}
