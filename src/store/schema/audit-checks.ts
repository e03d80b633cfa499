import { sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Break } from '../../rules/audit/breaks.ts';
import type { Actor } from '../../rules/case/words.ts';
import { instant, serialKey } from './columns.ts';

/** Checks of the ledgers that somebody asked for: how far they are, and what came of them. */
export const auditChecks = pgTable(
  'audit_checks',
  {
    id: serialKey(),
    askedBy: jsonb().$type<Actor>().notNull(),
    askedAt: instant().notNull(),
    /** Rows looked at so far, and how many there are; zero of zero before it begins. */
    done: bigint({ mode: 'number' }).notNull().default(0),
    all: bigint({ mode: 'number' }).notNull().default(0),
    /** Null while it waits or runs. */
    finishedAt: instant(),
    breakCount: integer().notNull().default(0),
    /** The first places that do not fit. */
    breaks: jsonb().$type<Break[]>().notNull().default([]),
  },
  // One at a time: whoever asks meanwhile gets the one under way.
  (table) => [uniqueIndex('audit_checks_one_under_way').on(sql`(1)`).where(sql`${table.finishedAt} is null`)],
);
