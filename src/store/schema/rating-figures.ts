import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, keyOf, serialKey } from './columns.ts';
import { ratings } from './ratings.ts';

/** What days of ratings are counted by. */
export type RatingDimension = 'unit' | 'association' | 'team' | 'step' | 'officer';

/**
 * Ratings a day. `unit` and `association` count declarations: each rated one once, by the answer about the whole.
 * `team`, `step` and `officer` count the answers given to them by name. Made from `ratings`, never changed otherwise.
 */
export const ratingDays = pgTable(
  'rating_days',
  {
    dimension: text().$type<RatingDimension>().notNull(),
    key: text().notNull(),
    /** Where the work was done; 0 where that is not known. */
    unitId: keyOf().notNull(),
    day: date().notNull(),
    level1: integer().notNull(),
    level2: integer().notNull(),
    level3: integer().notNull(),
    level4: integer().notNull(),
    level5: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dimension, table.key, table.unitId, table.day] }),
    // The dashboard reads a period.
    index('rating_days_day').on(table.dimension, table.day),
  ],
);

/** Declarations concluded (released, stored or cleared for the first time) a day, by customs office and by association. */
export const declarationDays = pgTable(
  'declaration_days',
  {
    dimension: text().$type<'office' | 'association'>().notNull(),
    /** An office's code, empty where none is known; an association's id. */
    key: text().notNull(),
    day: date().notNull(),
    declarations: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dimension, table.key, table.day] })],
);

export type FigureMark = 'declarations' | 'declarationChanges' | 'ratings';

/** How far the daily tables are: the newest declaration, the newest change of one, and when ratings were last read. */
export const ratingFigureMarks = pgTable('rating_figure_marks', {
  name: text().$type<FigureMark>().primaryKey(),
  upToId: keyOf(),
  upToAt: instant(),
});

/** What became of a low rating, with working time from the rating on, so that medians need no calendar. */
export const ratingLoops = pgTable(
  'rating_loops',
  {
    ratingId: keyOf()
      .primaryKey()
      .references(() => ratings.id),
    unitId: keyOf().notNull(),
    ratedOn: date().notNull(),
    caseId: keyOf(),
    contactedMs: bigint({ mode: 'number' }),
    decidedMs: bigint({ mode: 'number' }),
    toldMs: bigint({ mode: 'number' }),
    /** The day by whose end the enterprise was to be told, PL08 Điều 6. */
    dueOn: date().notNull(),
    /** Null while there is time. */
    isToldInTime: boolean(),
    hasAction: boolean().notNull().default(false),
    isChecked: boolean().notNull().default(false),
  },
  (table) => [index('rating_loops_day').on(table.ratedOn), index('rating_loops_due').on(table.dueOn)],
);

/** Figures that came out for a closed period. A row never changes: see `rules/rating/anonymity.ts`. */
export const ratingCells = pgTable(
  'rating_cells',
  {
    id: serialKey(),
    kind: text().$type<'unit' | 'officer'>().notNull(),
    fromDay: date().notNull(),
    /** Half-open. */
    untilDay: date().notNull(),
    /** The unit of whose parts this is a group; null for the whole department and for officers. */
    ownerId: keyOf(),
    /** Units, with what is below them, or one officer. */
    ids: jsonb().$type<readonly number[]>().notNull(),
    level1: integer().notNull(),
    level2: integer().notNull(),
    level3: integer().notNull(),
    level4: integer().notNull(),
    level5: integer().notNull(),
    /** Null for officers. */
    declarations: integer(),
    publishedAt: instant().notNull(),
  },
  (table) => [index('rating_cells_period').on(table.kind, table.fromDay)],
);

/** The months that came out, with what is told of the department's answers to low ratings. */
export const ratingPublications = pgTable('rating_publications', {
  /** `2026-03` */
  month: text().primaryKey(),
  publishedAt: instant().notNull(),
  /** Low ratings whose answer fell due in the month, and those answered in time; null where they were too few. */
  answersDue: integer(),
  answersInTime: integer(),
});
