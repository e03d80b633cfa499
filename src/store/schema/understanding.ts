import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, keyOf, serialKey } from './columns.ts';
import { conversations } from './conversations.ts';

/** What a person put right about how a message was understood: a candidate for training, without numbers and names. */
export const understandingCorrections = pgTable(
  'understanding_corrections',
  {
    id: serialKey(),
    /** Whose words they are, so that they are forgotten with the rest. */
    conversationId: keyOf()
      .notNull()
      .references(() => conversations.id),
    about: text().$type<'intent' | 'category'>().notNull(),
    text: text().notNull(),
    language: text().$type<'vi' | 'en' | 'ko'>().notNull(),
    guessed: text().notNull(),
    chosen: text().notNull(),
    at: instant().notNull(),
  },
  // Forgotten by the chat.
  (table) => [index('understanding_corrections_conversation').on(table.conversationId)],
);
