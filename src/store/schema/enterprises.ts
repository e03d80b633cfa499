import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officeCodes } from './organisation.ts';

export type RiskChannel = 'green' | 'yellow' | 'red';
export type DeclarationState = 'registered' | 'inspecting' | 'released' | 'stored' | 'cleared' | 'cancelled';

export const enterprises = pgTable('enterprises', {
  id: serialKey(),
  taxCode: text().notNull().unique(),
  name: text().notNull(),
  createdAt: instant().notNull(),
});

/** A person on the enterprises' side. Known by name only after consent. */
export const contacts = pgTable('contacts', {
  id: serialKey(),
  /** Null for someone who has not shown which enterprise they act for. */
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
    enterpriseId: keyOf().references(() => enterprises.id),
    officeCode: text().references(() => officeCodes.code),
    typeCode: text(),
    channel: text().$type<RiskChannel>(),
    state: text().$type<DeclarationState>().notNull(),
    registeredAt: instant().notNull(),
    stateAt: instant().notNull(),
    /** The step log as it arrived: who did what, when. */
    steps: jsonb().$type<readonly DeclarationStep[]>().notNull(),
  },
  (table) => [
    uniqueIndex('declarations_number11').on(table.number11),
    // "My declarations" in the chat.
    index('declarations_enterprise').on(table.enterpriseId, table.registeredAt),
  ],
);

export interface DeclarationStep {
  step: StepName;
  /** ISO instant. */
  at: string;
  officerEmail: string | null;
}
