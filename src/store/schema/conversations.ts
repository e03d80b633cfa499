import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ChannelName, Choice, IncomingContent, MessagePart } from '../../channel/port.ts';
import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { contacts } from './enterprises.ts';
import { officers } from './organisation.ts';

export type InboxState = 'pending' | 'done' | 'ignored' | 'malformed' | 'failed';
/** `held`: waits until the person writes, because the platform lets us say nothing before. */
export type OutboxState = 'queued' | 'sending' | 'held' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';
/**
 * What a message is beside its words: something that was sent; the platform's messages it consists of, where they are
 * several; whether it asks for a telephone number or takes that question back.
 */
export type MessageDetail =
  | Extract<IncomingContent, { kind: 'place' | 'contactCard' }>
  | { kind: 'parts'; parts: readonly MessagePart[] }
  | { kind: 'phoneQuestion'; stands: boolean };
export type FileState = 'announced' | 'stored' | 'tooLarge' | 'refusedType' | 'gone';

/** Every authentic delivery, as it came. Nothing is understood before it is here. */
export const inbox = pgTable(
  'inbox',
  {
    id: serialKey(),
    channel: text().notNull(),
    account: text().notNull(),
    /** The platform's id of the delivery, or a digest of the body where it has none. */
    updateId: text().notNull(),
    /** The platform's own count, where it counts: over several connections a later delivery may arrive first. */
    ordinal: keyOf(),
    /** The chat it belongs to; null when it belongs to none. */
    address: text(),
    /** Text, not jsonb: what people send may hold code points that jsonb refuses. */
    body: text().notNull(),
    receivedAt: instant().notNull(),
    state: text().$type<InboxState>().notNull(),
    attempts: integer().notNull().default(0),
    dueAt: instant().notNull(),
    doneAt: instant(),
    note: text(),
  },
  (table) => [
    // A repeated delivery is one row.
    uniqueIndex('inbox_delivery').on(table.channel, table.account, table.updateId),
    // The worker's look at what waits, in order, conversation by conversation.
    index('inbox_pending').on(table.id).where(sql`state = 'pending'`),
    index('inbox_pending_address')
      .on(table.channel, table.account, table.address, table.id)
      .where(sql`state = 'pending'`),
    // The page of deliveries that a person has to look at.
    index('inbox_troubled').on(table.id).where(sql`state in ('malformed', 'failed')`),
  ],
);

/** One chat on one account of one platform. */
export const conversations = pgTable(
  'conversations',
  {
    id: serialKey(),
    channel: text().$type<ChannelName>().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    isGroup: boolean().notNull().default(false),
    contactId: keyOf().references(() => contacts.id),
    officerId: keyOf().references(() => officers.id),
    displayName: text(),
    language: text().$type<SpokenLanguage>(),
    /** Where the dialogue stands; its shape belongs to `dialogue/`. */
    dialogue: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
    lastMessageAt: instant().notNull(),
    blockedAt: instant(),
    /** When the person last did something; what windows are counted from. */
    lastInteractionAt: instant(),
    /** The platform's limit for one chat: nothing goes out before. */
    nextSendAt: instant(),
    /** The person's own number as the platform vouches for it. */
    vouchedPhone: text(),
    /** Wrong link codes since the last right one, and until when no code is looked at. */
    codeFailures: integer().notNull().default(0),
    codesRefusedUntil: instant(),
    /** When the officer of this chat confirmed that what is written here goes to enterprises. */
    answersConfirmedAt: instant(),
  },
  (table) => [
    uniqueIndex('conversations_address').on(table.channel, table.account, table.address),
    // The other chats of a person.
    index('conversations_contact').on(table.contactId),
  ],
);

/** Everything said in a chat or written on a case, in the order in which it was said. */
export const messages = pgTable(
  'messages',
  {
    id: serialKey(),
    conversationId: keyOf().references(() => conversations.id),
    caseId: keyOf(),
    author: text().$type<'person' | 'bot' | 'officer'>().notNull(),
    officerId: keyOf().references(() => officers.id),
    /** A private note is written on the case and never leaves the console. */
    isNote: boolean().notNull().default(false),
    text: text().notNull(),
    choices: jsonb().$type<readonly (readonly Choice[])[]>(),
    inboxId: keyOf(),
    providerMessageId: text(),
    repliesTo: text(),
    detail: jsonb().$type<MessageDetail>(),
    /** The platform's id of the album that its files arrived in. */
    album: text(),
    /** Earlier wordings of an edited message, oldest first. */
    earlierTexts: jsonb().$type<readonly { text: string; until: string }[]>(),
    at: instant().notNull(),
  },
  (table) => [
    // The thread of a chat; the web chat's page.
    index('messages_conversation').on(table.conversationId, table.id),
    // The thread of a case in the console.
    index('messages_case').on(table.caseId, table.id),
    // An edit or a reply names the platform's id.
    index('messages_provider').on(table.conversationId, table.providerMessageId),
  ],
);

export const files = pgTable(
  'files',
  {
    id: serialKey(),
    messageId: keyOf()
      .notNull()
      .references(() => messages.id),
    channel: text().notNull(),
    ref: text().notNull(),
    name: text().notNull(),
    claimedType: text(),
    /** Sniffed from the bytes. */
    mediaType: text(),
    size: integer(),
    state: text().$type<FileState>().notNull(),
    /** Below ATTACHMENTS_DIR. */
    path: text(),
    sha256: text(),
    storedAt: instant(),
  },
  (table) => [index('files_message').on(table.messageId)],
);

/** What is still to be said. One row per message; parts already sent are never sent again. */
export const outbox = pgTable(
  'outbox',
  {
    id: serialKey(),
    messageId: keyOf()
      .notNull()
      .references(() => messages.id),
    conversationId: keyOf()
      .notNull()
      .references(() => conversations.id),
    state: text().$type<OutboxState>().notNull(),
    partsSent: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    dueAt: instant().notNull(),
    /** While a process is sending: until when the others leave the row alone. */
    leasedUntil: instant(),
    sentAt: instant(),
    deliveredAt: instant(),
    readAt: instant(),
    problem: text(),
    /** The chat it was meant for, when another one of the same person had to take it. */
    divertedFrom: keyOf().references(() => conversations.id),
    /** Since when its outcome is unknown, and how often we asked the platform about it. */
    doubtedAt: instant(),
    doubtChecks: integer().notNull().default(0),
    /** When the person was told, outside the window, that something waits. */
    knockedAt: instant(),
  },
  (table) => [
    // The deliverer takes the oldest unfinished row of each conversation.
    index('outbox_waiting').on(table.conversationId, table.id).where(sql`state in ('queued', 'sending')`),
    // What is due, longest waiting first; and whose sender may have died.
    index('outbox_queued').on(table.dueAt, table.id).where(sql`state = 'queued'`),
    index('outbox_sending').on(table.leasedUntil).where(sql`state = 'sending'`),
    // A message's delivery mark in the console and the web chat.
    uniqueIndex('outbox_message').on(table.messageId),
    // The list of what could not be delivered.
    index('outbox_undelivered').on(table.id).where(sql`state in ('held', 'failed', 'unknown')`),
    // What goes out once the person writes.
    index('outbox_held').on(table.conversationId).where(sql`state = 'held'`),
    // A receipt names the platform's ids; an echo looks for what is in doubt.
    index('outbox_doubted').on(table.conversationId).where(sql`state = 'unknown'`),
  ],
);

/**
 * A platform's limit for a whole account, shared by all processes: as many rows as messages are allowed at a time. A row
 * is taken for a message and free again once the period has passed since that message was answered, so no window of that
 * length ever holds more.
 */
export const sendingSlots = pgTable(
  'sending_slots',
  {
    channel: text().$type<ChannelName>().notNull(),
    account: text().notNull(),
    slot: integer().notNull(),
    freeAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.account, table.slot] })],
);

/** What is known about our accounts on the platforms, for administrators; and until when an account has to be silent. */
export const channelAccounts = pgTable(
  'channel_accounts',
  {
    channel: text().$type<ChannelName>().notNull(),
    account: text().notNull(),
    /** As the last check found it. */
    state: text().$type<'working' | 'warning' | 'broken'>().notNull(),
    whatToDo: text().notNull(),
    endsAt: instant(),
    since: instant().notNull(),
    checkedAt: instant().notNull(),
    silentUntil: instant(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.account] })],
);

/** The tokens of a Zalo Official Account, sealed with a key made from the app's secret. Each refresh token works once. */
export const zaloTokens = pgTable('zalo_tokens', {
  oaId: text().primaryKey(),
  sealed: text().notNull(),
  updatedAt: instant().notNull(),
});
