import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { DataRequestKind, DataRequestState } from '../../rules/privacy/data-request.ts';
import type { RetentionSubject } from '../../rules/privacy/retention.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { conversations } from './conversations.ts';
import { contacts } from './enterprises.ts';

/** What somebody asked about their own data, and until when it has to be acknowledged and done. */
export const dataRequests = pgTable(
  'data_requests',
  {
    id: serialKey(),
    kind: text().$type<DataRequestKind>().notNull(),
    state: text().$type<DataRequestState>().notNull(),
    /** The chat in which it was asked, and where the answer goes. */
    conversationId: keyOf()
      .notNull()
      .references(() => conversations.id),
    /** Null for somebody who never agreed to be known by name. */
    contactId: keyOf().references(() => contacts.id),
    askedAt: instant().notNull(),
    acknowledgedAt: instant(),
    acknowledgeBy: instant().notNull(),
    dueBy: instant().notNull(),
    doneAt: instant(),
    /** When administrators were told that it is late. */
    overdueToldAt: instant(),
    /** How far a long export has come, in percent. */
    progress: integer().notNull().default(0),
    /** What was done: figures and ids only. */
    outcome: jsonb().$type<Record<string, number>>(),
  },
  (table) => [
    // One of a kind at a time for a chat; the passes over what is open.
    uniqueIndex('data_requests_open')
      .on(table.conversationId, table.kind)
      .where(sql`state in ('preparing', 'waiting')`),
    // "What did I ask?" in the chat.
    index('data_requests_conversation').on(table.conversationId, table.id),
  ],
);

/** How long something is kept and why. A change is a new row; the newest in force counts. */
export const retentionRules = pgTable(
  'retention_rules',
  {
    id: serialKey(),
    what: text().$type<RetentionSubject>().notNull(),
    days: integer().notNull(),
    /** The law or purpose, as people read it. */
    basis: text().notNull(),
    validFrom: instant().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    /** A shorter period destroys more: a second person has to agree before it counts. */
    approvedBy: jsonb().$type<Actor>(),
    approvedAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [index('retention_rules_what').on(table.what, table.validFrom)],
);

/** One night of deleting what is past its time, and how much it was of each. */
export const retentionRuns = pgTable('retention_runs', {
  id: serialKey(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  counts: jsonb().$type<Partial<Record<RetentionSubject, number>>>().notNull(),
});
