import { type AnyPgColumn, date, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import type { PassingOn } from '../../rules/organisation/passing-on.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers, policies, units } from './organisation.ts';

/** Where a unit stood in the tree and what it was called, by date. `units` holds the present one. */
export const unitVersions = pgTable(
  'unit_versions',
  {
    id: serialKey(),
    unitId: keyOf()
      .notNull()
      .references(() => units.id),
    parentId: keyOf().references((): AnyPgColumn => units.id),
    name: text().notNull(),
    shortName: text().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (table) => [uniqueIndex('unit_versions_from').on(table.unitId, table.validFrom)],
);

/** The posts an officer held, holds and will hold. `officers` has the present one. */
export const officerPosts = pgTable(
  'officer_posts',
  {
    id: serialKey(),
    officerId: keyOf()
      .notNull()
      .references(() => officers.id),
    unitId: keyOf()
      .notNull()
      .references(() => units.id),
    role: text().$type<Role>().notNull(),
    title: text().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    /** Who gets the officer's open cases when the post ends. */
    passingOn: jsonb().$type<PassingOn>(),
  },
  (table) => [
    uniqueIndex('officer_posts_from').on(table.officerId, table.validFrom),
    // Who holds or will hold a post in a unit that is to end.
    index('officer_posts_unit').on(table.unitId, table.validTo),
  ],
);

/** A policy version that one person proposes and another approves. Approval writes the row of `policies`. */
export const policyProposals = pgTable('policy_proposals', {
  id: serialKey(),
  replacesId: keyOf().references(() => policies.id),
  /** Null: the replaced version ends and nothing takes its place. */
  definition: jsonb().$type<Policy>(),
  validFrom: date().notNull(),
  proposedBy: jsonb().$type<Actor>().notNull(),
  proposedAt: instant().notNull(),
  withdrawnAt: instant(),
  approvedBy: jsonb().$type<Actor>(),
  approvedAt: instant(),
  policyId: keyOf().references(() => policies.id),
});
