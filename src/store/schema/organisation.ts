import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CaseKind } from '../../rules/case/words.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import type { Calendar } from '../../rules/working-time/calendar.ts';
import type { CalendarOverride } from '../../rules/working-time/override-for.ts';
import { instant, keyOf, serialKey } from './columns.ts';

/** A node of the organisation tree. Its depth and the names of its levels are data. */
export const units = pgTable('units', {
  id: serialKey(),
  code: text().notNull().unique(),
  parentId: keyOf().references((): AnyPgColumn => units.id),
  name: text().notNull(),
  shortName: text().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
});

/** The codes that declarations carry. One unit may answer for several. */
export const officeCodes = pgTable('office_codes', {
  code: text().primaryKey(),
  unitId: keyOf()
    .notNull()
    .references(() => units.id),
  name: text().notNull(),
  shortName: text().notNull(),
  formerName: text(),
});

export const officers = pgTable('officers', {
  id: serialKey(),
  name: text().notNull(),
  /** As the enterprise reads it: "Công chức giám sát". */
  title: text().notNull(),
  email: text().notNull().unique(),
  role: text().$type<Role>().notNull(),
  unitId: keyOf()
    .notNull()
    .references(() => units.id),
  active: boolean().notNull().default(true),
});

/** A chat in which an officer has proved to be that officer. Alerts go there. */
export const officerChats = pgTable(
  'officer_chats',
  {
    id: serialKey(),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    conversationId: keyOf().notNull(),
    linkedAt: instant().notNull(),
    unlinkedAt: instant(),
    /** The platform shows the officers' commands there. */
    hasMenu: boolean().notNull().default(false),
  },
  (table) => [uniqueIndex('officer_chats_conversation').on(table.conversationId)],
);

/** A one-time code; only its hash is kept. */
export const linkCodes = pgTable('link_codes', {
  codeHash: text().primaryKey(),
  officerId: keyOf()
    .notNull()
    .references(() => officers.id),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

export const dutyRoster = pgTable(
  'duty_roster',
  {
    id: serialKey(),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    unitId: keyOf()
      .notNull()
      .references(() => units.id),
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
  },
  // Routing asks who is on duty in a unit at an instant.
  (table) => [index('duty_roster_unit').on(table.unitId, table.fromAt, table.untilAt)],
);

export const absences = pgTable('absences', {
  id: serialKey(),
  officerId: keyOf()
    .notNull()
    .references(() => officers.id),
  substituteId: keyOf().references(() => officers.id),
  fromAt: instant().notNull(),
  untilAt: instant().notNull(),
  reason: text(),
});

/** Who is responsible: the first rule by precedence that matches. Null matches everything. */
export const responsibilityRules = pgTable('responsibility_rules', {
  id: serialKey(),
  precedence: integer().notNull(),
  category: text(),
  officeCode: text(),
  kind: text().$type<CaseKind>(),
  urgent: boolean(),
  /** Null sends the case to the unit of the office on the declaration. */
  unitId: keyOf().references(() => units.id),
  note: text().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
});

/** A version never changes once a case may have used it; a new version is a new row. */
export const policies = pgTable('policies', {
  id: serialKey(),
  definition: jsonb().$type<Policy>().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
});

/**
 * A working calendar version: proposed by one person, approved by another, in force until the next one. `unitId` null is
 * the department's own. The definition never changes; another table of days is another row.
 */
export const calendars = pgTable(
  'calendars',
  {
    id: serialKey(),
    unitId: keyOf().references(() => units.id),
    definition: jsonb().$type<Calendar>().notNull(),
    /** What a unit does differently; null for the department. */
    override: jsonb().$type<CalendarOverride>(),
    /** The version that was in force when this one was proposed; null for the first of its unit. */
    replacesId: keyOf().references((): AnyPgColumn => calendars.id),
    /** The department's version that a unit's own is laid over. */
    overId: keyOf().references((): AnyPgColumn => calendars.id),
    /** Why, in the words of whoever proposed it. */
    note: text(),
    proposedBy: text().notNull(),
    /** Null for what the installation brought. */
    proposedById: keyOf().references(() => officers.id),
    proposedAt: instant(),
    approvedBy: text(),
    approvedById: keyOf().references(() => officers.id),
    approvedAt: instant(),
    supersededAt: instant(),
    rejectedBy: text(),
    rejectedAt: instant(),
    rejectedBecause: text(),
  },
  (table) => [
    // The calendar in force: one for the department and one a unit.
    uniqueIndex('calendars_in_force')
      .on(sql`coalesce(${table.unitId}, 0)`)
      .where(sql`approved_at is not null and superseded_at is null`),
  ],
);
