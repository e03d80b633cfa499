import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AnnouncedFile } from '../../channel/port.ts';
import { instant, keyOf } from './columns.ts';
import { conversations } from './conversations.ts';

export type EarlyReceipt = 'delivered' | 'read';

/** What was told of a message before the message itself was known here. */
export const earlyNews = pgTable(
  'early_news',
  {
    conversationId: keyOf()
      .notNull()
      .references(() => conversations.id),
    providerMessageId: text().notNull(),
    kind: text().$type<EarlyReceipt | 'edit'>().notNull(),
    /** The words and files that an edit gave the message. */
    edit: jsonb().$type<{ text: string; files: readonly AnnouncedFile[] }>(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.providerMessageId, table.kind] }),
    // What never met its message is dropped by age.
    index('early_news_at').on(table.at),
  ],
);
