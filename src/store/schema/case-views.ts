import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ViewedPart } from '../../rules/visibility/case-view.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers } from './organisation.ts';

/** Who had which case before their eyes: once for each ten minutes. */
export const caseViews = pgTable(
  'case_views',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    /** The officer's id, or the name of a program's key behind `key `. */
    viewer: text().notNull(),
    officerId: keyOf().references(() => officers.id),
    part: text().$type<ViewedPart>().notNull(),
    /** When the ten minutes began of which this is the first look. */
    windowAt: instant().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    // One look for each ten minutes, whichever process notes it.
    uniqueIndex('case_views_once').on(table.caseId, table.viewer, table.part, table.windowAt),
    // The page of internal control, newest first, and the nightly clean-up.
    index('case_views_at').on(table.at, table.id),
    index('case_views_viewer').on(table.viewer, table.at),
  ],
);
