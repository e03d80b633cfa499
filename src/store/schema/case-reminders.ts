import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './cases.ts';
import { instant, keyOf } from './columns.ts';
import { officers } from './organisation.ts';

/** When an officer wants to be reminded of a case. One a case and officer; it stays until the officer puts it away. */
export const caseReminders = pgTable(
  'case_reminders',
  {
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    remindAt: instant().notNull(),
    note: text(),
    createdAt: instant().notNull(),
    /** When the officer was reminded; null while it is still to come. */
    firedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.officerId, table.caseId] }),
    // The timer's look at what comes next.
    index('case_reminders_due').on(table.remindAt).where(sql`fired_at is null`),
  ],
);
