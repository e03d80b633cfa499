import { pgTable } from 'drizzle-orm/pg-core';
import { instant, keyOf } from './columns.ts';
import { officers } from './organisation.ts';

/** When an officer's console last asked who is signed in; an open one asks every minute. */
export const officersSeen = pgTable('officers_seen', {
  officerId: keyOf()
    .primaryKey()
    .references(() => officers.id),
  seenAt: instant().notNull(),
});
