import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, keyOf, serialKey } from './columns.ts';

/** What changed, for open pages. A page that was away asks for everything since the last id it saw. */
export const liveChanges = pgTable(
  'live_changes',
  {
    id: serialKey(),
    topic: text().$type<'case' | 'alert' | 'conversation' | 'presence'>().notNull(),
    caseId: keyOf(),
    conversationId: keyOf(),
    officerId: keyOf(),
    at: instant().notNull(),
  },
  // The nightly clean-up.
  (table) => [index('live_changes_at').on(table.at)],
);

/** Small facts about this installation that outlive the process. */
export const settings = pgTable('settings', {
  name: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
});
