import { date, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AssistantJob, RunOutcome } from '../../assistant/port.ts';
import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { messages } from './conversations.ts';
import { officers } from './organisation.ts';

/** One question to the language model, whatever came of it. What was said is not kept, but for drafts that an officer may send. */
export const assistantRuns = pgTable(
  'assistant_runs',
  {
    id: serialKey(),
    job: text().$type<AssistantJob>().notNull(),
    promptHash: text().notNull(),
    model: text().notNull(),
    caseId: keyOf().references(() => cases.id),
    askedAt: instant().notNull(),
    /** The day of the desk's zone whose budget it is counted against. */
    day: date().notNull(),
    tookMilliseconds: integer().notNull(),
    tokensIn: integer().notNull(),
    tokensOut: integer().notNull(),
    /** Millionths of a dollar, by the prices in the settings. */
    costMicros: integer().notNull(),
    outcome: text().$type<RunOutcome>().notNull(),
    /** A draft as it was shown, until it is used or the words of its case are removed. */
    draft: jsonb().$type<{ text: string }>(),
    usedAt: instant(),
    /** Share of the draft that the officer changed before sending, in thousandths. */
    changedPerMille: integer(),
  },
  (table) => [
    // The day's budget and the administrator's page.
    index('assistant_runs_day').on(table.day),
    index('assistant_runs_case').on(table.caseId),
  ],
);

/** What an enterprise wrote in another language, for officers. A row without a text: it is being asked for, or was in vain. */
export const messageTranslations = pgTable('message_translations', {
  messageId: keyOf()
    .primaryKey()
    .references(() => messages.id, { onDelete: 'cascade' }),
  from: text().$type<SpokenLanguage>().notNull(),
  text: text(),
  /** Of the wording that was translated: an edited message is translated anew. */
  sourceHash: text().notNull(),
  askedAt: instant().notNull(),
  attempts: integer().notNull(),
});

/** An officer's answer in the enterprise's language, as the officer saw it before sending. Gone once it is sent. */
export const replyTranslations = pgTable(
  'reply_translations',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    officerId: keyOf().references(() => officers.id),
    to: text().$type<SpokenLanguage>().notNull(),
    original: text().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('reply_translations_case').on(table.caseId)],
);

/** A live case in two sentences, for alerts. Worth reading only while it covers the newest message. */
export const caseSummaries = pgTable('case_summaries', {
  caseId: keyOf()
    .primaryKey()
    .references(() => cases.id),
  text: text(),
  /** The newest message that it knows. */
  upTo: keyOf().notNull(),
  askedAt: instant().notNull(),
});
