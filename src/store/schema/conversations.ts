import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Choice } from '../../channel/port.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { contacts } from './enterprises.ts';
import { officers } from './organisation.ts';

export type InboxState = 'pending' | 'done' | 'ignored' | 'malformed' | 'failed';
export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown';
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
    channel: text().$type<'telegram' | 'zalo' | 'webchat'>().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    contactId: keyOf().references(() => contacts.id),
    officerId: keyOf().references(() => officers.id),
    displayName: text(),
    language: text().$type<'vi' | 'en'>(),
    /** Where the dialogue stands; its shape belongs to `dialogue/`. */
    dialogue: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
    lastMessageAt: instant().notNull(),
    blockedAt: instant(),
  },
  (table) => [uniqueIndex('conversations_address').on(table.channel, table.account, table.address)],
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
    problem: text(),
  },
  (table) => [
    // The deliverer takes the oldest unfinished row of each conversation.
    index('outbox_waiting').on(table.conversationId, table.id).where(sql`state in ('queued', 'sending')`),
    // A message's delivery mark in the console and the web chat.
    uniqueIndex('outbox_message').on(table.messageId),
    // The list of what could not be delivered.
    index('outbox_undelivered').on(table.id).where(sql`state in ('failed', 'unknown')`),
  ],
);
