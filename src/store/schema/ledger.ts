import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LedgerStream } from '../../rules/audit/streams.ts';
import type { Actor } from '../../rules/case/words.ts';
import { instant } from './columns.ts';

/** What was done that belongs to no case. Append-only; each row carries the hash of the one before it in its stream. */
export const ledger = pgTable(
  'ledger',
  {
    stream: text().$type<LedgerStream>().notNull(),
    ordinal: integer().notNull(),
    type: text().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.stream, table.ordinal] })],
);

/** Where each stream ends. Locked while a row is added; a stream cut short no longer ends there. */
export const ledgerHeads = pgTable('ledger_heads', {
  stream: text().$type<LedgerStream>().primaryKey(),
  ordinal: integer().notNull(),
  hash: text().notNull(),
});

/** The daily seal over all ledgers. Each root carries the hash of the one before it. */
export const auditRoots = pgTable('audit_roots', {
  /** The day, in the zone of the office, on which it was sealed. */
  date: date().primaryKey(),
  sealedAt: instant().notNull(),
  /** How many ledgers there were, and how many rows in all of them. */
  ledgers: integer().notNull(),
  rows: bigint({ mode: 'number' }).notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
});

/** The head of each ledger that had grown since the root before: `case/VM-2026-000123` or the name of a stream. */
export const sealedHeads = pgTable(
  'sealed_heads',
  {
    ledger: text().notNull(),
    ordinal: integer().notNull(),
    hash: text().notNull(),
    date: date()
      .notNull()
      .references(() => auditRoots.date),
  },
  (table) => [
    primaryKey({ columns: [table.ledger, table.ordinal] }),
    // The file of a day's root, and its verification.
    index('sealed_heads_date').on(table.date, table.ledger),
  ],
);
