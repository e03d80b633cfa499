import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { RatedSnapshot, RatingLevel, SubjectKind } from '../../rules/rating/rating.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { conversations } from './conversations.ts';
import { contacts, declarations, enterprises } from './enterprises.ts';
import { officers, units } from './organisation.ts';

/** The answer an enterprise stands by: one per declaration, subject and enterprise (PL08 Điều 4 khoản 3). */
export const ratings = pgTable(
  'ratings',
  {
    id: serialKey(),
    declarationId: keyOf()
      .notNull()
      .references(() => declarations.id),
    number11: text().notNull(),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    subjectKind: text().$type<SubjectKind>().notNull(),
    /** Which one: a unit's or an officer's key, a team's name, a step; empty for the declaration as a whole. */
    subjectKey: text().notNull().default(''),
    level: integer().$type<RatingLevel>().notNull(),
    /** Codes of the list of reasons. */
    reasons: jsonb().$type<readonly string[]>().notNull().default([]),
    comment: text(),
    /** "Không tiếp xúc công chức": said of the whole declaration. */
    hadNoContact: boolean().notNull().default(false),
    /** Photos and voices sent along. */
    messageIds: jsonb().$type<readonly number[]>().notNull().default([]),
    conversationId: keyOf().references(() => conversations.id),
    contactId: keyOf().references(() => contacts.id),
    ratedAt: instant().notNull(),
    changedAt: instant().notNull(),
    isDuringProcedure: boolean().notNull().default(false),
    /** False when it came later than PL08 Điều 5 khoản 1 counts. */
    counts: boolean().notNull().default(true),
    /** The unit it is counted for: where the work was done then, wherever its officers are now. */
    unitId: keyOf().references(() => units.id),
    /** Who did which step when it was rated; a later transfer changes nothing here. */
    snapshot: jsonb().$type<RatedSnapshot>().notNull(),
  },
  (table) => [
    uniqueIndex('ratings_one_answer').on(table.number11, table.subjectKind, table.subjectKey, table.enterpriseId),
    index('ratings_by_time').on(table.ratedAt),
    index('ratings_declaration').on(table.declarationId),
    index('ratings_subject').on(table.subjectKind, table.subjectKey, table.ratedAt),
  ],
);

/** Every answer as it was given, the present one included. */
export const ratingAnswers = pgTable(
  'rating_answers',
  {
    id: serialKey(),
    ratingId: keyOf()
      .notNull()
      .references(() => ratings.id),
    level: integer().$type<RatingLevel>().notNull(),
    reasons: jsonb().$type<readonly string[]>().notNull(),
    comment: text(),
    hadNoContact: boolean().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('rating_answers_rating').on(table.ratingId, table.id)],
);

export type InvitationState = 'planned' | 'sent' | 'answered' | 'expired' | 'skipped';

/** Whether and when somebody was asked about a declaration. One per declaration: it is asked about once. */
export const ratingInvitations = pgTable(
  'rating_invitations',
  {
    id: serialKey(),
    declarationId: keyOf()
      .notNull()
      .references(() => declarations.id),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    /** The chat it goes to; null while none is chosen. */
    conversationId: keyOf().references(() => conversations.id),
    state: text().$type<InvitationState>().notNull(),
    skippedBecause: text(),
    /** The state of the declaration that it is about: released, stored or cleared. */
    occasion: text().notNull(),
    dueAt: instant().notNull(),
    sentAt: instant(),
    remindedAt: instant(),
    /** Until when an answer counts. */
    expiresAt: instant().notNull(),
    /** The message that asked about several at once. */
    digestId: keyOf(),
  },
  (table) => [
    uniqueIndex('rating_invitations_declaration').on(table.declarationId),
    index('rating_invitations_due').on(table.dueAt).where(sql`state = 'planned'`),
    index('rating_invitations_sent').on(table.conversationId, table.sentAt),
    index('rating_invitations_digest').on(table.digestId),
    // What ends, and what is asked about once more.
    index('rating_invitations_open').on(table.expiresAt).where(sql`state in ('planned', 'sent')`),
    index('rating_invitations_unanswered').on(table.sentAt).where(sql`state = 'sent' and reminded_at is null`),
  ],
);

/** One message that asks about several declarations. */
export const ratingDigests = pgTable(
  'rating_digests',
  {
    id: serialKey(),
    conversationId: keyOf()
      .notNull()
      .references(() => conversations.id),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    day: date().notNull(),
    declarations: integer().notNull(),
    sentAt: instant().notNull(),
  },
  (table) => [index('rating_digests_conversation').on(table.conversationId, table.sentAt)],
);

/** What a chat wants of invitations. */
export const ratingWishes = pgTable('rating_wishes', {
  conversationId: keyOf()
    .primaryKey()
    .references(() => conversations.id),
  isMuted: boolean().notNull().default(false),
  /** Of the person's chats the one to ask in. */
  isPreferred: boolean().notNull().default(false),
  changedAt: instant().notNull(),
});

/** The same five levels about how a case was handled, once. */
export const caseRatings = pgTable('case_ratings', {
  caseId: keyOf()
    .primaryKey()
    .references(() => cases.id),
  askedAt: instant().notNull(),
  level: integer().$type<RatingLevel>(),
  comment: text(),
  ratedAt: instant(),
});

export type VerificationOutcome = 'substantiated' | 'unsubstantiated' | 'unclear';

/** What a low rating led to. The case carries the clocks; this carries the finding. */
export const verifications = pgTable(
  'verifications',
  {
    caseId: keyOf()
      .primaryKey()
      .references(() => cases.id),
    ratingId: keyOf()
      .notNull()
      .references(() => ratings.id),
    /** The first look at an appealed matter; null for a first verification. */
    appealOf: keyOf().references(() => cases.id),
    outcome: text().$type<VerificationOutcome>(),
    /** For internal control. */
    finding: text(),
    /** What the enterprise is told, without a name of anybody who was rated. */
    told: text(),
    decidedBy: keyOf().references(() => officers.id),
    decidedAt: instant(),
    /** When the telling arrived. */
    toldAt: instant(),
    appealedAt: instant(),
  },
  (table) => [index('verifications_rating').on(table.ratingId), index('verifications_appeal').on(table.appealOf)],
);

/** What is done so that it does not happen again. */
export const correctiveActions = pgTable(
  'corrective_actions',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    what: text().notNull(),
    ownerId: keyOf()
      .notNull()
      .references(() => officers.id),
    dueOn: date().notNull(),
    doneAt: instant(),
    doneNote: text(),
    /** The day on which somebody looks whether it helped: 30 or 90 days after it was done. */
    checkAfterDays: integer().$type<30 | 90>().notNull(),
    checkDueOn: date(),
    checkedAt: instant(),
    checkedBy: keyOf().references(() => officers.id),
    isEffective: boolean(),
    checkNote: text(),
    createdAt: instant().notNull(),
  },
  (table) => [index('corrective_actions_case').on(table.caseId), index('corrective_actions_owner').on(table.ownerId)],
);

export type RatingFlagKind = 'burst' | 'selfDealing' | 'implausibleSpeed' | 'flood';

/** Something about ratings that a person should look at. A flag changes no figure by itself. */
export const ratingFlags = pgTable(
  'rating_flags',
  {
    id: serialKey(),
    kind: text().$type<RatingFlagKind>().notNull(),
    subjectKind: text().$type<SubjectKind>().notNull(),
    subjectKey: text().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
    /** How far it is from what is usual; what the number means is said by the rule. */
    score: integer().notNull(),
    because: jsonb().$type<Record<string, unknown>>().notNull(),
    raisedAt: instant().notNull(),
    state: text().$type<'open' | 'confirmed' | 'dismissed'>().notNull(),
    decidedBy: keyOf().references(() => officers.id),
    decidedAt: instant(),
    note: text(),
  },
  (table) => [uniqueIndex('rating_flags_what').on(table.kind, table.subjectKind, table.subjectKey, table.fromAt)],
);

export const ratingFlagRatings = pgTable(
  'rating_flag_ratings',
  {
    flagId: keyOf()
      .notNull()
      .references(() => ratingFlags.id),
    ratingId: keyOf()
      .notNull()
      .references(() => ratings.id),
  },
  (table) => [primaryKey({ columns: [table.flagId, table.ratingId] })],
);
