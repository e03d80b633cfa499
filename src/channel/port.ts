/**
 * The desk's side of every chat platform: what a message is, and what a channel can do.
 * Whatever only one platform can do stays inside that platform's folder.
 */

export const channelNames = ['telegram', 'zalo', 'zaloBot', 'webchat'] as const;
/** `zalo` is an Official Account, which enterprises write to; `zaloBot` a bot of Zalo's Bot Platform, for officers. */
export type ChannelName = (typeof channelNames)[number];

/** A file as the platform announces it; the bytes are fetched later through `Channel.fetchFile`. */
export interface AnnouncedFile {
  /** The platform's handle of the file (Telegram `file_id`, an upload id of the web chat). */
  ref: string;
  name: string;
  /** What the platform claims. The real type is sniffed from the bytes. */
  mediaType: string | null;
  /** Bytes, if the platform says. */
  size: number | null;
  /** How much the platform hands over, where the file is known to be larger than that. */
  limitBytes?: number;
}

/** One of the deliveries that are one message together: the platform's id of it, and the words under it. */
export interface MessagePart {
  id: string;
  caption: string;
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
  /**
   * A button of ours. `value` is what we gave it; `acknowledge` is the platform's id of the press, if it wants an answer.
   * `isForged` when we never gave that button to this chat; its value is then empty.
   */
  | { kind: 'choice'; value: string; acknowledge: string | null; isForged?: true }
  /**
   * `album` is the same for files that were sent together and arrive as separate deliveries; once they are put together,
   * `parts` names them.
   */
  | {
      kind: 'files';
      caption: string;
      files: readonly AnnouncedFile[];
      album?: string;
      parts?: readonly MessagePart[];
    }
  /** A point on the map, in degrees. */
  | { kind: 'place'; latitude: number; longitude: number; label: string | null }
  /**
   * A name with a telephone number, in digits with the country code. `isVouched` when the platform itself says that the
   * number is the sender's; otherwise it is a claim.
   */
  | { kind: 'contactCard'; name: string | null; phone: string; isVouched: boolean }
  /** The person sent something we keep no content of: a sticker, a poll. It is answered, never ignored. */
  | { kind: 'unsupported'; what: string };

/** One authentic delivery, read. Total: whatever the platform sends has a value here. */
export type Reading =
  | { kind: 'message'; message: Incoming }
  /** A later text for a message that we already have, and the files it has now. */
  | { kind: 'edit'; address: string; providerMessageId: string; text: string; files?: readonly AnnouncedFile[] }
  /** What we said has reached the person's device, or was looked at. */
  | {
      kind: 'receipt';
      address: string;
      providerMessageIds: readonly string[];
      state: 'delivered' | 'read';
      at: Date | null;
    }
  /**
   * The platform reports what our own account said: proof that a message arrived whose outcome we never learnt.
   * `byHand` when somebody typed it in the platform's own tool, past us.
   */
  | { kind: 'echo'; address: string; providerMessageId: string; text: string; byHand: boolean }
  /** The person came (followed, opened the chat), stopped us from writing, or allowed it again. */
  | { kind: 'presence'; address: string; sender: Incoming['sender']; change: 'came' | 'blocked' | 'allowed' }
  /** The chat goes on under another address. */
  | { kind: 'moved'; address: string; to: string }
  /** Something said to us in a group, where nothing private belongs. Its words are not kept. */
  | { kind: 'group'; address: string; acknowledge?: string }
  /** The person withdrew consent on the platform's side. */
  | { kind: 'withdrawn'; address: string }
  /** Nothing a person said to the bot. Kept in the inbox with the reason. */
  | { kind: 'ignored'; because: string; acknowledge?: string };

/** A button. `value` comes back as `choice`: at most 64 bytes of ASCII. */
export interface Choice {
  value: string;
  label: string;
}

/** A file of our own storage that goes out with a message. */
export interface OutgoingFile {
  fileId: number;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** One thing the bot says. Light emphasis only: `*bold*` around a few words, nothing else is markup. */
export interface Outgoing {
  text: string;
  /** Rows of buttons. A platform that cannot show them offers numbered answers instead. */
  choices?: readonly (readonly Choice[])[];
  /** Ask for the person's own telephone number, where the platform can vouch for it; false takes the question back. */
  asksForPhone?: boolean;
  /** Sent behind the text, each as a part of its own, so that one that fails repeats nothing else. */
  files?: readonly OutgoingFile[];
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
  /** The chat goes on under another address: send it there. */
  | { status: 'moved'; to: string; detail: string }
  /** `whole` when it is not this chat but the whole account that has to wait. */
  | { status: 'tryLater'; afterSeconds: number; detail: string; whole?: boolean }
  /** The call went out and no answer came: it may have arrived. Never sent again blindly. */
  | { status: 'unknown'; detail: string };

export type FetchedFile =
  | { status: 'fetched'; bytes: Uint8Array; name: string | null }
  | { status: 'tooLarge'; limitBytes: number }
  | { status: 'gone'; detail: string }
  | { status: 'tryLater'; afterSeconds: number; detail: string };

/** So many messages in so many milliseconds. */
export interface Limit {
  messages: number;
  perMilliseconds: number;
}

/** How fast a platform takes messages. */
export interface Pace {
  account: Limit;
  chat: Limit;
  group: Limit;
}

/** Whether a platform lets us write to somebody who last did something at a given time. */
export type Window = 'open' | 'charged' | 'closed';

/** Reads a file of ours that is to go out; null when it is no longer stored. */
export type FileOpener = (fileId: number) => Promise<Uint8Array | null>;

/** Whether the account can do its work; `whatToDo` is a Vietnamese sentence for administrators. */
export interface AccountHealth {
  state: 'working' | 'warning' | 'broken';
  whatToDo: string;
  /** When it stops working unless something is done, if that is known. */
  endsAt: Date | null;
}

/** That a message is with the person, and what the platform calls it, if it says. */
export interface ArrivalProof {
  providerMessageId: string | null;
}

/** A way for people to talk to the desk. Each platform implements it and passes one contract suite. */
export interface Channel {
  readonly name: ChannelName;
  /** Which of our accounts on that platform this is: the bot's id. Part of every key, so two bots never collide. */
  readonly account: string;
  /** Whether sending the same part again could show it twice. Where it could, an unknown outcome waits for a person. */
  readonly resending: 'harmless' | 'doubles';
  /** Null where nothing limits us. */
  readonly pace: Pace | null;
  /** How long a delivery waits for one that the platform sent before it and delivers after it. */
  readonly gatherMilliseconds: number;
  /** Reads one authentic delivery. Pure and total. */
  read(body: unknown): Reading;
  /** Cuts and dresses a message for the platform. Pure; a long text becomes several parts. */
  render(message: Outgoing): readonly Part[];
  /** Sends one part. Resolves for every answer the platform can give, and with `unknown` when none came. */
  send(address: string, part: Part, open: FileOpener): Promise<Delivery>;
  /** Whether we may write now. Left out where a platform has no such rule. */
  windowAt?(lastInteractionAt: Date | null, now: Date): Window;
  /** When that changes unless the person does something; null when it does not. */
  windowChangesAt?(lastInteractionAt: Date | null, now: Date): Date | null;
  /**
   * What can be said to somebody when the window is closed: that an answer waits, and to write in order to read it. Null
   * where the account has nothing of the kind.
   */
  knock?(facts: { reference: string | null }): Part | null;
  /** Whether a part whose outcome is unknown has arrived; null where that cannot be said (yet). */
  hasArrived?(
    address: string,
    part: Part,
    sentAt: Date,
    /** What the platform calls messages that are known to be others: the same words may have been said before. */
    others: ReadonlySet<string>,
  ): Promise<ArrivalProof | false | null>;
  /** Gets the bytes of an announced file. */
  fetchFile(ref: string): Promise<FetchedFile>;
  /** Tells the person that an answer is being prepared. Best effort: never throws. */
  showTyping(address: string): Promise<void>;
  /** Tells the platform that a button press was received, with a few words for the person. Best effort: never throws. */
  acknowledgeChoice(acknowledge: string, words?: string): Promise<void>;
}
