import type { OutboxState } from '../../store/schema/conversations.ts';
import type { Choice } from '../port.ts';

/** What the web chat's API answers to its page. Instants are ISO 8601 texts in UTC. */

export interface ChatFileView {
  ref: string;
  name: string;
  mediaType: string | null;
  size: number | null;
}

export interface ChatMessageView {
  id: number;
  /** The page's own id of what its person sent; null for what was said to them. */
  clientId: string | null;
  /** Given back as `replyTo` when a person answers this message. */
  replyKey: string | null;
  author: 'person' | 'bot' | 'officer';
  text: string;
  choices: readonly (readonly Choice[])[];
  files: ChatFileView[];
  at: string;
  /** How far what we said has come; null for what the person said. */
  delivery: OutboxState | null;
}

/** What a person sent and the bot has not looked at yet. */
export interface ChatWaitingView {
  clientId: string;
  text: string;
  /** The button that was pressed, if it was one. */
  value: string | null;
  files: ChatFileView[];
  at: string;
}

/** Who the desk takes the person for. Both are null for somebody who is not linked. */
export interface ChatPersonView {
  contactId: number | null;
  name: string | null;
  enterprise: string | null;
}

export interface ChatPageView {
  /** Oldest first. */
  messages: ChatMessageView[];
  hasEarlier: boolean;
  waiting: ChatWaitingView[];
  /** The bot is at work on something. */
  typing: boolean;
  me: ChatPersonView;
  serverTime: string;
}

export interface ChatSessionView {
  /** Null before the first visit. */
  me: ChatPersonView | null;
  isDemonstration: boolean;
  /** In which language the bot speaks here; null while nobody has said. */
  language: 'vi' | 'en' | 'ko' | null;
  /** The zone in which the desk's times are shown. */
  zone: string;
  serverTime: string;
}

export interface ChatKnownPerson {
  contactId: number;
  name: string;
  enterprise: string;
  taxCode: string;
}
