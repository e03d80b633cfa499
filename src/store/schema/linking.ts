import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { ContactRole } from '../../rules/linking/represented.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { conversations } from './conversations.ts';
import { contacts, enterprises } from './enterprises.ts';
import { officers } from './organisation.ts';

export type LinkBasis = 'code' | 'phone' | 'officer' | 'demonstration';

/** That a person speaks for an enterprise, from when until when and on what proof. */
export const contactLinks = pgTable(
  'contact_links',
  {
    id: serialKey(),
    contactId: keyOf()
      .notNull()
      .references(() => contacts.id),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    role: text().$type<ContactRole>().notNull(),
    basis: text().$type<LinkBasis>().notNull(),
    /** Ids of what proved it: a code, a registered number, a request. */
    evidence: jsonb().$type<Record<string, number>>().notNull(),
    validFrom: instant().notNull(),
    validUntil: instant(),
    endedBecause: text().$type<'revoked' | 'left'>(),
    endedBy: jsonb().$type<Actor>(),
  },
  (table) => [
    uniqueIndex('contact_links_current').on(table.contactId, table.enterpriseId).where(sql`valid_until is null`),
    // Who speaks for an enterprise.
    index('contact_links_enterprise').on(table.enterpriseId),
  ],
);

/** A one-time code that proves who speaks for an enterprise, printed on a letter or given by an officer. Hash only. */
export const enterpriseCodes = pgTable(
  'enterprise_codes',
  {
    id: serialKey(),
    codeHash: text().notNull().unique(),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    role: text().$type<ContactRole>().notNull(),
    createdAt: instant().notNull(),
    createdBy: jsonb().$type<Actor>().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    usedByContactId: keyOf().references(() => contacts.id),
    revokedAt: instant(),
  },
  (table) => [index('enterprise_codes_enterprise').on(table.enterpriseId)],
);

/** Somebody says that they speak for an enterprise and asks an officer to look at the proof. */
export const linkRequests = pgTable(
  'link_requests',
  {
    id: serialKey(),
    conversationId: keyOf()
      .notNull()
      .references(() => conversations.id),
    contactId: keyOf()
      .notNull()
      .references(() => contacts.id),
    enterpriseId: keyOf()
      .notNull()
      .references(() => enterprises.id),
    /** What the person wrote and sent as proof. */
    messageIds: jsonb().$type<readonly number[]>().notNull(),
    state: text().$type<'open' | 'approved' | 'refused'>().notNull(),
    createdAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: keyOf().references(() => officers.id),
    because: text(),
  },
  (table) => [index('link_requests_open').on(table.id).where(sql`state = 'open'`)],
);
