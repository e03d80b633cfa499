import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseEventDetail, CaseEventType } from '../../rules/case/events.ts';
import type { Actor, CaseKind, CaseState, ClockKind, Level } from '../../rules/case/words.ts';
import type { ClockState, StepAct, TimerKind } from '../../rules/escalation/policy.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { conversations } from './conversations.ts';
import { contacts, enterprises } from './enterprises.ts';
import { officers, policies, units } from './organisation.ts';

/** The present of each matter, derived from its events in the same transaction. */
export const cases = pgTable(
  'cases',
  {
    id: serialKey(),
    reference: text().notNull().unique(),
    kind: text().$type<CaseKind>().notNull(),
    state: text().$type<CaseState>().notNull(),
    level: integer().$type<Level>().notNull(),
    enterpriseId: keyOf().references(() => enterprises.id),
    contactId: keyOf().references(() => contacts.id),
    conversationId: keyOf().references(() => conversations.id),
    /** False when nobody has proved which enterprise the person acts for. */
    isVerified: boolean().notNull(),
    description: text().notNull(),
    category: text().notNull(),
    officeCode: text(),
    declarationNo: text(),
    urgent: boolean().notNull(),
    unitId: keyOf()
      .notNull()
      .references(() => units.id),
    assigneeId: keyOf().references(() => officers.id),
    policyId: keyOf()
      .notNull()
      .references(() => policies.id),
    calendarId: keyOf().notNull(),
    openedAt: instant().notNull(),
    resolvedAt: instant(),
    closedAt: instant(),
    /** The nearest due time of a running clock: what the inbox sorts by. */
    nextDueAt: instant(),
    lastActivityAt: instant().notNull(),
    /** Since when words of the enterprise stand unanswered. */
    waitingSince: instant(),
    /** Where the ledger of the case ends: a ledger cut short no longer ends there. */
    lastOrdinal: integer().notNull().default(0),
    lastHash: text().notNull().default(''),
  },
  (table) => [
    // The inbox: open cases by what is due next.
    index('cases_inbox').on(table.nextDueAt, table.id).where(sql`state not in ('closed', 'merged')`),
    // The same list in the other orders that officers choose.
    index('cases_waiting').on(table.waitingSince, table.id).where(sql`state not in ('closed', 'merged')`),
    index('cases_activity').on(table.lastActivityAt, table.id).where(sql`state not in ('closed', 'merged')`),
    index('cases_opened').on(table.openedAt, table.id).where(sql`state not in ('closed', 'merged')`),
    index('cases_urgency')
      .on(sql`(case when urgent then 10 else 0 end + level)`, table.id)
      .where(sql`state not in ('closed', 'merged')`),
    // The same whatever the state, as a search asks for it: first what is due, then what is not.
    index('cases_due').on(table.nextDueAt, table.id).where(sql`next_due_at is not null`),
    index('cases_undated').on(table.id).where(sql`next_due_at is null`),
    // The end of the inbox; most of what is not due is over.
    index('cases_undated_open').on(table.id).where(sql`next_due_at is null and state not in ('closed', 'merged')`),
    // Every count of what is in hand is read off this index alone: the badges of the inbox, the day, the wall.
    index('cases_counted')
      .on(table.unitId, table.kind, table.assigneeId, table.level, table.state, table.nextDueAt, table.id)
      .where(sql`state not in ('closed', 'merged')`),
    index('cases_assignee').on(table.assigneeId, table.nextDueAt).where(sql`state not in ('closed', 'merged')`),
    index('cases_unit').on(table.unitId, table.nextDueAt),
    // "My cases" in the chat.
    index('cases_conversation').on(table.conversationId, table.id),
    index('cases_enterprise').on(table.enterpriseId, table.id),
  ],
);

/** The ledger. Append-only; each row carries the hash of the one before it on the same case. */
export const caseEvents = pgTable(
  'case_events',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    ordinal: integer().notNull(),
    type: text().$type<CaseEventType>().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    detail: jsonb().$type<CaseEventDetail>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [uniqueIndex('case_events_case').on(table.caseId, table.ordinal)],
);

/** Officers who must never see the case, and why. */
export const caseExclusions = pgTable(
  'case_exclusions',
  {
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    because: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.officerId] }),
    // From whom everything is kept that every list leaves out.
    index('case_exclusions_officer').on(table.officerId, table.caseId),
  ],
);

/** One row per run of a clock. A later cycle is a clock started anew (next level, reopening). */
export const clocks = pgTable(
  'clocks',
  {
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    kind: text().$type<ClockKind>().notNull(),
    cycle: integer().notNull(),
    level: integer().$type<Level>().notNull(),
    state: text().$type<ClockState>().notNull(),
    allowedMinutes: integer().notNull(),
    startedAt: instant().notNull(),
    /** Null while paused: nobody can say when a stopped clock runs out. */
    dueAt: instant(),
    pausedAt: instant(),
    pausedBecause: text(),
    stoppedAt: instant(),
    brokenAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.kind, table.cycle] })],
);

/** One row per step of the ladder that will, did or will not happen. */
export const ladderSteps = pgTable(
  'ladder_steps',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    clock: text().$type<TimerKind>().notNull(),
    cycle: integer().notNull(),
    step: text().notNull(),
    act: text().$type<StepAct>().notNull(),
    dueAt: instant().notNull(),
    firedAt: instant(),
    cancelledAt: instant(),
    cancelledBecause: text(),
    /** How often firing failed, with the last reason and when it is tried again. What it was due at stays as it is. */
    attempts: integer().notNull().default(0),
    note: text(),
    retryAt: instant(),
    /** When the timer has to look at it. */
    wakeAt: instant().generatedAlwaysAs(sql`coalesce(retry_at, due_at)`),
  },
  (table) => [
    // Firing is exactly once for each of these.
    uniqueIndex('ladder_steps_once').on(table.caseId, table.clock, table.cycle, table.step),
    // The timer's look at what is due next.
    index('ladder_steps_wake').on(table.wakeAt, table.id).where(sql`fired_at is null and cancelled_at is null`),
    // The administrator's list of what went wrong, and its count.
    index('ladder_steps_failing').on(table.id).where(sql`attempts > 0 and fired_at is null and cancelled_at is null`),
  ],
);

/** Something an officer has to know. Escalations want an acknowledgement. */
export const alerts = pgTable(
  'alerts',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    ladderStepId: keyOf().references(() => ladderSteps.id),
    kind: text().$type<'assigned' | 'reminder' | 'raised' | 'unacknowledged' | 'message'>().notNull(),
    text: text().notNull(),
    /** The message that carries it to the officer's chat; the row is delivered when the message is. */
    messageId: keyOf(),
    createdAt: instant().notNull(),
    deliveredAt: instant(),
    acknowledgedAt: instant(),
  },
  (table) => [
    // The alerts page, unacknowledged first.
    index('alerts_officer').on(table.officerId, table.acknowledgedAt, table.id),
    index('alerts_case').on(table.caseId, table.id),
    // A delivered message looks for its alert.
    index('alerts_message').on(table.messageId).where(sql`message_id is not null`),
  ],
);

export const referenceCounters = pgTable(
  'reference_counters',
  {
    prefix: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.prefix, table.year] })],
);
