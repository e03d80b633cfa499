import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ReminderKind } from '../../rules/rating/verification-actions.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers } from './organisation.ts';
import { correctiveActions, ratings } from './ratings.ts';

/** Every low rating that a verification answers: what an enterprise says of one declaration is one matter. */
export const verificationRatings = pgTable(
  'verification_ratings',
  {
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    ratingId: keyOf()
      .notNull()
      .references(() => ratings.id),
    addedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.ratingId] }),
    // From a low rating to what became of it.
    index('verification_ratings_rating').on(table.ratingId),
  ],
);

/** Which reminders about a corrective action went out: each once, whichever process is first. */
export const actionReminders = pgTable(
  'action_reminders',
  {
    actionId: keyOf()
      .notNull()
      .references(() => correctiveActions.id),
    kind: text().$type<ReminderKind>().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actionId, table.kind] })],
);

/**
 * What an officer reads on the page of alerts without being let into any case. Nothing leads from a row to the case, the
 * rating or the enterprise behind it, and its time is to the minute.
 */
export const officerNotices = pgTable(
  'officer_notices',
  {
    id: serialKey(),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('officer_notices_officer').on(table.officerId, table.id)],
);
