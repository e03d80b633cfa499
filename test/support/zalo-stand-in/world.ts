import type { Grants } from './grants.ts';
import type { Limits } from './limits.ts';
import type { Account, Settings, Template } from './settings.ts';
import type { Webhook } from './webhook.ts';

export interface Button {
  title: string;
  type: 'oa.open.url' | 'oa.query.show' | 'oa.query.hide' | 'oa.open.sms' | 'oa.open.phone';
  /** The address, the text of the query, the text message or the number. */
  payload: string;
}

export interface ListElement {
  title: string;
  subtitle: string;
  imageUrl: string | null;
  action: Button | null;
}

/** A message of the Official Account, as the person sees it. */
export interface OaMessage {
  messageId: string;
  at: number;
  kind: 'text' | 'image' | 'gif' | 'sticker' | 'file' | 'list' | 'infoRequest' | 'template';
  /** Empty for a message without words. */
  text: string;
  buttons: readonly Button[];
  /** The rows of a list, or the one card of an information request. */
  elements: readonly ListElement[];
  /** The address, when the image was not uploaded. */
  imageUrl: string | null;
  /** The uploaded image or file. */
  file: { name: string; bytes: Uint8Array } | null;
  /** The person's message that this one quotes. */
  quotes: string | null;
  template: { id: string; data: Record<string, unknown>; trackingId: string | null } | null;
}

/** What stands in the conversation, whoever said it. */
export interface Entry {
  by: 'oa' | 'user';
  messageId: string;
  at: number;
  /** In the words of Zalo's history. */
  type: string;
  text: string;
  url: string | null;
  message: OaMessage | null;
}

export interface User {
  id: string;
  idByApp: string;
  name: string;
  /** In the form 84…; null when this person has no number on Zalo. */
  phone: string | null;
  /** Only phones confirm that a message arrived. */
  onMobile: boolean;
  follows: boolean;
  clickedChatNow: boolean;
  /** The error with which messages to this person are refused. */
  refusesWith: number | null;
  lastInteractionAt: number | null;
  alias: string;
  externalId: string;
  sharedInfo: Record<string, string>;
  tags: Set<string>;
  timeline: Entry[];
  received: OaMessage[];
  unseen: string[];
  /** What the Official Account put on messages, by message id. */
  reactions: Map<string, string[]>;
  /** Called after each message of the Official Account. */
  listeners: Set<() => void>;
}

export interface Asset {
  kind: 'image' | 'gif' | 'file';
  name: string;
  bytes: Uint8Array;
  uploadedAt: number;
  used: boolean;
}

export interface TemplateMessage {
  messageId: string;
  user: User;
  trackingId: string;
  sentAt: number;
}

/** Everything that the stand-in remembers of the Official Account. */
export interface World {
  account: Account;
  settings: Settings;
  now: () => number;
  /** Where the stand-in is reached. */
  origin: string;
  nextId: () => string;
  grants: Grants;
  limits: Limits | null;
  webhook: Webhook;
  users: Map<string, User>;
  templates: Map<string, Template>;
  /** What the Official Account uploaded. */
  assets: Map<string, Asset>;
  /** What people sent, by its path. */
  media: Map<string, Uint8Array>;
  templateMessages: Map<string, TemplateMessage>;
  /** How much of each quota is used, by quota and period. */
  used: Map<string, number>;
  tags: Set<string>;
}
