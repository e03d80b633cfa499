import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers } from './organisation.ts';

/** Files that somebody chose for a reply or a note that is not sent yet. Gone from here once it is. */
export const caseUploads = pgTable(
  'case_uploads',
  {
    id: serialKey(),
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    /** Null for a program with a key. */
    officerId: keyOf().references(() => officers.id),
    mode: text().$type<'reply' | 'note'>().notNull(),
    name: text().notNull(),
    /** By the bytes. */
    mediaType: text().notNull(),
    size: integer().notNull(),
    /** Below ATTACHMENTS_DIR. */
    path: text().notNull(),
    sha256: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    // What an officer has chosen on a case; what goes with a case that is erased.
    index('case_uploads_case').on(table.caseId, table.officerId),
    // Whether a copy on disk is still somebody's.
    index('case_uploads_path').on(table.path),
    // The nightly clean-up.
    index('case_uploads_at').on(table.at),
  ],
);
