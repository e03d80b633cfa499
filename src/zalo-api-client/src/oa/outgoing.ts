/** A message of the Official Account to one person. Plain data, so that it can be stored before it is sent. */
export type OutgoingMessage =
  | TextMessage
  | ImageMessage
  | GifMessage
  | StickerMessage
  | FileMessage
  | ListMessage
  | UserInfoRequest;

export interface TextMessage {
  readonly kind: 'text';
  readonly text: string;
  readonly buttons?: readonly Button[];
  /** The `msg_id` of the incoming message that this one answers. */
  readonly quotedMessageId?: string;
}

/** An image at a public address, or one uploaded before. */
export interface ImageMessage {
  readonly kind: 'image';
  readonly image: { readonly url: string } | { readonly attachmentId: string };
  readonly caption?: string;
}

export interface GifMessage {
  readonly kind: 'gif';
  readonly attachmentId: string;
  readonly width: number;
  readonly height: number;
  readonly caption?: string;
}

/** A sticker, by its id on stickers.zaloapp.com. */
export interface StickerMessage {
  readonly kind: 'sticker';
  readonly attachmentId: string;
}

/** An uploaded file. It carries no text: a caption is a message of its own. */
export interface FileMessage {
  readonly kind: 'file';
  readonly token: string;
}

/** Up to five entries, of which the first needs a subtitle. Not every account may send it: see the README. */
export interface ListMessage {
  readonly kind: 'list';
  readonly elements: readonly ListElement[];
  readonly buttons?: readonly Button[];
}

export interface ListElement {
  readonly title: string;
  readonly subtitle?: string;
  readonly imageUrl?: string;
  readonly action?: ButtonAction;
}

/** Asks the person to share name, phone and address. The answer is an event of kind `userInfo`. */
export interface UserInfoRequest {
  readonly kind: 'requestUserInfo';
  readonly title: string;
  readonly subtitle: string;
  readonly imageUrl: string;
}

export interface Button {
  readonly title: string;
  readonly action: ButtonAction;
  readonly iconUrl?: string;
}

/**
 * What pressing does. A query comes back as ordinary text, `say` shown in the chat and `sayHidden` not: anybody could
 * have typed it.
 */
export type ButtonAction =
  | { readonly do: 'open'; readonly url: string }
  | { readonly do: 'say'; readonly payload: string }
  | { readonly do: 'sayHidden'; readonly payload: string }
  | { readonly do: 'sms'; readonly phone: string; readonly content: string }
  | { readonly do: 'call'; readonly phone: string };
