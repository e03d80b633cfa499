import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { DeclarationState } from '../../rules/declarations/declaration.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { enterprises } from './enterprises.ts';
import { units } from './organisation.ts';

/** What an enterprise's entry said before a change. */
export const enterpriseHistory = pgTable(
  'enterprise_history',
  {
    id: serialKey(),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    changedAt: instant().notNull(),
    by: jsonb().$type<Actor>().notNull(),
  },
  (table) => [index('enterprise_history_enterprise').on(table.enterpriseId, table.id)],
);

/** A telephone number that the enterprise registered: whoever holds it speaks for the enterprise. Digits with 84. */
export const registeredPhones = pgTable(
  'registered_phones',
  {
    id: serialKey(),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    phone: text().notNull(),
    name: text(),
    validFrom: instant().notNull(),
    validUntil: instant(),
  },
  (table) => [
    // A vouched number looks for its enterprises.
    uniqueIndex('registered_phones_current').on(table.phone, table.enterpriseId),
  ],
);

export type AgreementTemplate = '2018' | '2020-02-17';
export type AgreementState = 'inForce' | 'suspended' | 'ended';

/** A partnership agreement (thỏa thuận đối tác), by its number unique with one enterprise. */
export const agreements = pgTable(
  'agreements',
  {
    id: serialKey(),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    number: text().notNull(),
    signedOn: date().notNull(),
    templateVersion: text().$type<AgreementTemplate>().notNull(),
    state: text().$type<AgreementState>().notNull(),
    unitId: keyOf().references(() => units.id),
    validUntil: date(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [uniqueIndex('agreements_number').on(table.enterpriseId, table.number)],
);

export const associations = pgTable('associations', {
  id: serialKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

/** What an association and customs signed about working together (quy chế phối hợp). */
export const coordinationRegulations = pgTable(
  'coordination_regulations',
  {
    id: serialKey(),
    associationId: keyOf()
      .notNull()
      .references(() => associations.id),
    number: text().notNull(),
    signedOn: date().notNull(),
    validUntil: date(),
  },
  (table) => [uniqueIndex('coordination_regulations_number').on(table.associationId, table.number)],
);

export const associationMembers = pgTable(
  'association_members',
  {
    associationId: keyOf()
      .notNull()
      .references(() => associations.id),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    validFrom: date().notNull(),
    validUntil: date(),
  },
  (table) => [
    primaryKey({ columns: [table.associationId, table.enterpriseId, table.validFrom] }),
    // The associations of an enterprise.
    index('association_members_enterprise').on(table.enterpriseId),
  ],
);

/** Each change of a declaration's state, for whoever acts on it: the rating invitations read on from the last they saw. */
export const declarationChanges = pgTable(
  'declaration_changes',
  {
    id: serialKey(),
    // Written together with the declaration; unchecked for the same reason as its own references.
    declarationId: keyOf().notNull(),
    from: text().$type<DeclarationState>(),
    to: text().$type<DeclarationState>().notNull(),
    at: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [index('declaration_changes_declaration').on(table.declarationId, table.id)],
);

/** One reading of a file that somebody brought, and what came of it. */
export const importRuns = pgTable('import_runs', {
  id: serialKey(),
  noun: text().notNull(),
  fileName: text().notNull(),
  /** Of the file's bytes; null for what was read before it was kept here. */
  sha256: text(),
  isDryRun: boolean().notNull(),
  by: jsonb().$type<Actor>().notNull(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  read: integer().notNull().default(0),
  added: integer().notNull().default(0),
  changed: integer().notNull().default(0),
  unchanged: integer().notNull().default(0),
  rejected: integer().notNull().default(0),
});
