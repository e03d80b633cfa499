import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ClockKind } from '../../rules/case/words.ts';
import { keyOf, serialKey } from './columns.ts';

/**
 * Cases whose decided promises, unit, officer, enterprise or kind changed since they were last counted. The server itself
 * writes a row with each such change, whoever makes it: a figure that a late event did not reach would be believed.
 */
export const promiseMarks = pgTable('promise_marks', { id: serialKey(), caseId: keyOf().notNull() }, (table) => [
  index('promise_marks_case').on(table.caseId),
]);

/** The decided promises that are counted in `promiseCells`, as they were when they were counted. */
export const promiseEnds = pgTable(
  'promise_ends',
  {
    caseId: keyOf().notNull(),
    clock: text().$type<ClockKind>().notNull(),
    decidedOn: date().notNull(),
    isMissed: boolean().notNull(),
    isConduct: boolean().notNull(),
    unitId: keyOf().notNull(),
    officerId: keyOf(),
    enterpriseId: keyOf(),
  },
  (table) => [
    // What is taken off or added for one reader, and what is counted anew.
    index('promise_ends_case').on(table.caseId),
    // The days of a period that are no whole month.
    index('promise_ends_day').on(table.decidedOn),
  ],
);

/** Sums of `promiseEnds`: by officer and by enterprise a month, by unit a day. Nothing else changes them. */
export const promiseCells = pgTable(
  'promise_cells',
  {
    part: text().$type<'officer' | 'enterprise' | 'day'>().notNull(),
    /** The first of the month, or the day. */
    onDay: date().notNull(),
    unitId: keyOf().notNull(),
    isConduct: boolean().notNull(),
    /** The officer or enterprise; 0 for nobody. */
    key: keyOf().notNull(),
    /** Empty where it is not told apart. */
    clock: text().notNull(),
    met: integer().notNull(),
    missed: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.part, table.onDay, table.unitId, table.isConduct, table.key, table.clock] }),
  ],
);
