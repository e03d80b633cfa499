import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../../channel/port.ts';
import type { CaseKind, CaseState } from '../../rules/case/words.ts';
import type { CaseSort } from '../case-order.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers, units } from './organisation.ts';

/** Answers that are written often. Without a unit they are everybody's; else that unit's and those below it. */
export const cannedReplies = pgTable(
  'canned_replies',
  {
    id: serialKey(),
    /** What an officer types behind the slash. */
    code: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    unitId: keyOf().references(() => units.id),
    updatedAt: instant().notNull(),
    /** Withdrawn, and kept for the ledger's sake. */
    endedAt: instant(),
  },
  (table) => [uniqueIndex('canned_replies_code').on(table.code).where(sql`ended_at is null`)],
);

/** A view of the inbox that is kept under a name: of one officer, or of a unit and those below it. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: serialKey(),
    name: text().notNull(),
    filter: jsonb().$type<SavedFilter>().notNull(),
    ownerId: keyOf()
      .notNull()
      .references(() => officers.id),
    unitId: keyOf().references(() => units.id),
    createdAt: instant().notNull(),
  },
  // The list above the inbox.
  (table) => [index('saved_filters_owner').on(table.ownerId), index('saved_filters_unit').on(table.unitId)],
);

export interface SavedFilter {
  box: 'mine' | 'unassigned' | 'all';
  state?: CaseState | 'any' | undefined;
  kind?: CaseKind | undefined;
  overdue?: boolean | undefined;
  due?: DueChoice | undefined;
  unit?: number | undefined;
  label?: number | undefined;
  channel?: ChannelName | undefined;
  urgent?: boolean | undefined;
  sort?: CaseSort | undefined;
  order?: 'asc' | 'desc' | undefined;
  q?: string | undefined;
}

/** When the next clock of a case runs out, or that none of them runs. */
export type DueChoice = 'soon' | 'halfHour' | 'today' | 'paused';

/** What an officer has begun to write on a case. Gone once it is sent. */
export const caseDrafts = pgTable(
  'case_drafts',
  {
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    mode: text().$type<'reply' | 'note'>().notNull(),
    text: text().notNull(),
    /** The newest event the officer had seen when the draft was begun. */
    seenEventOrdinal: integer().notNull(),
    /** The colleagues that a note names. */
    mentionedIds: jsonb().$type<readonly number[]>().notNull().default([]),
    updatedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.officerId, table.mode] })],
);

/** Up to which message an officer has read a case. */
export const caseReadings = pgTable(
  'case_readings',
  {
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    seenMessageId: keyOf().notNull(),
  },
  (table) => [primaryKey({ columns: [table.officerId, table.caseId] })],
);

/** Who has a case open at this moment. Unlogged: after a crash everybody simply says so again. */
export const casePresences = pgTable(
  'case_presences',
  {
    caseId: keyOf().notNull(),
    officerId: keyOf().notNull(),
    activity: text().$type<'viewing' | 'typing' | 'idle'>().notNull(),
    /** The last heartbeat. */
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.officerId] })],
);
