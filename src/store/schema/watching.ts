import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './cases.ts';
import { instant, keyOf } from './columns.ts';
import { messages } from './conversations.ts';
import { officers } from './organisation.ts';

/** Who wants to hear what becomes of a case. It lets nobody in: whoever loses sight of the case hears nothing more. */
export const caseWatchers = pgTable(
  'case_watchers',
  {
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    because: text().$type<'own' | 'mentioned'>().notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.officerId] }),
    // "Cases I watch".
    index('case_watchers_officer').on(table.officerId),
  ],
);

/** Whom a note names: people, not letters behind a sign. */
export const caseMentions = pgTable(
  'case_mentions',
  {
    messageId: keyOf()
      .notNull()
      .references(() => messages.id),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.officerId] }),
    // "Notes that name me", the newest first.
    index('case_mentions_officer').on(table.officerId, table.messageId),
  ],
);
