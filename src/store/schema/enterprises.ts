import { boolean, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DeclarationState, DeclarationStep, RiskChannel } from '../../rules/declarations/declaration.ts';
import { instant, keyOf, serialKey } from './columns.ts';

export const enterprises = pgTable('enterprises', {
  id: serialKey(),
  taxCode: text().notNull().unique(),
  name: text().notNull(),
  nameEnglish: text(),
  address: text(),
  phone: text(),
  email: text(),
  /** What the register says beside it, for officers. */
  note: text(),
  isBroker: boolean().notNull().default(false),
  /** Whether everybody who speaks for the enterprise sees all its cases; otherwise each sees their own. */
  sharesCases: boolean().notNull().default(false),
  createdAt: instant().notNull(),
  /** Since when the entry says what it says. */
  updatedAt: instant(),
});

/** A person on the enterprises' side. Known by name only after consent. */
export const contacts = pgTable('contacts', {
  id: serialKey(),
  /** For whom the person acts at present, of those they may speak for; null when they have shown none. */
  enterpriseId: keyOf().references(() => enterprises.id),
  name: text(),
  createdAt: instant().notNull(),
});

/** What a person agreed to or declined, with the wording they saw. */
export const consents = pgTable(
  'consents',
  {
    id: serialKey(),
    conversationId: keyOf().notNull(),
    textVersion: text().notNull(),
    answer: text().$type<'given' | 'declined' | 'withdrawn'>().notNull(),
    at: instant().notNull(),
  },
  // The dialogue asks for a conversation's latest answer.
  (table) => [index('consents_conversation').on(table.conversationId, table.id)],
);

export const declarations = pgTable(
  'declarations',
  {
    id: serialKey(),
    /** The first eleven digits identify a declaration; the twelfth counts amendments. */
    number11: text().notNull(),
    number: text().notNull(),
    // Neither an enterprise nor an office is ever deleted, and the one verb that writes here has read both in its
    // transaction: the server's own check, row by row, made an import of a year take half as long again.
    enterpriseId: keyOf(),
    officeCode: text(),
    typeCode: text(),
    channel: text().$type<RiskChannel>(),
    state: text().$type<DeclarationState>().notNull(),
    registeredAt: instant().notNull(),
    stateAt: instant().notNull(),
    /** When the newest row about it arrived. */
    recordedAt: instant(),
    /** The step log as it arrived: who did what, when. */
    steps: jsonb().$type<readonly DeclarationStep[]>().notNull(),
  },
  (table) => [
    uniqueIndex('declarations_number11').on(table.number11),
    // "My declarations" in the chat.
    index('declarations_enterprise').on(table.enterpriseId, table.registeredAt),
  ],
);
