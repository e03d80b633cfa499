import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AppendixDocument, PartLevel } from '../../knowledge/document.ts';
import type { Leftover } from '../../knowledge/import/recognised.ts';
import type { CaseKind, ClockKind, Level } from '../../rules/case/words.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { conversations } from './conversations.ts';
import { officers } from './organisation.ts';

/** What versions hang on: `PL01`. */
export const appendices = pgTable('appendices', {
  code: text().primaryKey(),
  createdAt: instant().notNull(),
});

/**
 * `published` includes what a later version has followed: `validUntil` says until when it applied, and whoever asks as of
 * a day finds it. A withdrawn draft never applied.
 */
export type AppendixVersionState = 'draft' | 'published' | 'withdrawn';

/** One version of an appendix. What a published one says never changes. */
export const appendixVersions = pgTable(
  'appendix_versions',
  {
    id: serialKey(),
    code: text()
      .notNull()
      .references(() => appendices.code),
    state: text().$type<AppendixVersionState>().notNull(),
    /** The local days on which it applies, `validUntil` not included; null while nothing follows. */
    validFrom: date().notNull(),
    validUntil: date(),
    document: jsonb().$type<AppendixDocument>().notNull(),
    /** What of the file nobody has found a place for yet; with a reason once somebody left it out. */
    leftovers: jsonb().$type<readonly Leftover[]>().notNull().default([]),
    /** The lines of the file as it was read, for comparison with what is published. */
    sourceText: text().notNull(),
    /** What the reader of the file could not see: pictures, numbers that Word makes. */
    warnings: jsonb().$type<readonly string[]>().notNull().default([]),
    /** Counts the corrections of a draft: whoever corrects or publishes says which one they saw. */
    revision: integer().notNull().default(1),
    sourceName: text().notNull(),
    /** SHA-256 of the file as it came. */
    sourceSha256: text().notNull(),
    note: text(),
    proposedBy: text().notNull(),
    proposedById: keyOf().references(() => officers.id),
    proposedAt: instant().notNull(),
    /** Everybody who corrected the draft: none of them publishes it. */
    correctedByIds: jsonb().$type<readonly number[]>().notNull().default([]),
    publishedBy: text(),
    publishedById: keyOf().references(() => officers.id),
    publishedAt: instant(),
    withdrawnBy: text(),
    withdrawnAt: instant(),
    /** The version that applied before it; null for the first. */
    supersedesId: keyOf(),
  },
  (table) => [
    // The version in force on a day; two cannot begin on the same one.
    uniqueIndex('appendix_versions_validity').on(table.code, table.validFrom).where(sql`state = 'published'`),
    // The page of drafts.
    index('appendix_versions_drafts').on(table.state, table.id),
  ],
);

/** The sentences of the published versions, one row an article, clause or point. */
export const appendixParts = pgTable(
  'appendix_parts',
  {
    id: serialKey(),
    versionId: keyOf()
      .notNull()
      .references(() => appendixVersions.id),
    ordinal: integer().notNull(),
    level: text().$type<PartLevel>().notNull(),
    number: text().notNull(),
    /** As printed: `PL01 Điều 4 khoản 2 điểm a`. */
    address: text().notNull(),
    heading: text().notNull(),
    /** NFC, exactly as in the version's document; without the words of the parts below. */
    text: text().notNull(),
    /** The ordinal of the part it belongs to. */
    parent: integer(),
  },
  (table) => [
    uniqueIndex('appendix_parts_order').on(table.versionId, table.ordinal),
    uniqueIndex('appendix_parts_address').on(table.versionId, table.address),
  ],
);

/** What was looked up, and whether it helped: for the people who write the texts. */
export const lookups = pgTable(
  'lookups',
  {
    id: serialKey(),
    /** As typed, kept only where the person agreed to keeping. */
    query: text(),
    /** The folded words without what identifies anybody. */
    tokens: text().notNull(),
    /** The local day as of which it was asked. */
    asOf: date().notNull(),
    conversationId: keyOf().references(() => conversations.id),
    /** Addresses in the order shown; none when nothing was found. */
    shown: jsonb().$type<readonly string[]>().notNull(),
    isFound: boolean().notNull(),
    /** Null while nobody has said. */
    helpful: boolean(),
    at: instant().notNull(),
    /** The case opened from it. */
    caseId: keyOf().references(() => cases.id),
  },
  (table) => [
    index('lookups_at').on(table.at),
    // What the texts do not answer.
    index('lookups_unanswered').on(table.at).where(sql`not is_found or helpful is false`),
    index('lookups_conversation').on(table.conversationId, table.id),
  ],
);

/** A question that people repeat (PL01 Điều 8 khoản 4), until somebody has decided about it. */
export const frequentQuestions = pgTable(
  'frequent_questions',
  {
    id: serialKey(),
    /** The folded words by which repetitions are grouped. */
    tokens: text().notNull(),
    question: text().notNull(),
    state: text().$type<'proposed' | 'accepted' | 'dismissed'>().notNull(),
    /** What answers it, if anything does yet. */
    address: text(),
    proposedAt: instant().notNull(),
    decidedBy: keyOf().references(() => officers.id),
    decidedAt: instant(),
  },
  (table) => [uniqueIndex('frequent_questions_tokens').on(table.tokens)],
);

/** A clause whose promise a clock of the policies times. */
export const clauseClocks = pgTable(
  'clause_clocks',
  {
    id: serialKey(),
    /** `PL01 Điều 6 khoản 1`: of every version that has it. */
    address: text().notNull(),
    clock: text().$type<ClockKind>().notNull(),
    caseKinds: jsonb().$type<readonly CaseKind[]>().notNull(),
    /** Only cycles that began at this level; null for every level. */
    level: integer().$type<Level>(),
    /** Only urgent cases, or only the others; null for both. */
    urgent: boolean(),
  },
  (table) => [uniqueIndex('clause_clocks_what').on(table.address, table.clock)],
);
