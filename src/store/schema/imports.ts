import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { Taken } from '../../rules/imports/attempts.ts';
import type { FileCounts, ImportNoun, ImportPreview, ImportState } from '../../rules/imports/import-file.ts';
import type { ChosenColumns, Recognition } from '../../rules/imports/recognition.ts';
import { instant, serialKey } from './columns.ts';

/** A file that somebody brought in the console, what would come of it, and what came of it. */
export const importFiles = pgTable(
  'import_files',
  {
    id: serialKey(),
    noun: text().$type<ImportNoun>().notNull(),
    /** As the person's computer called it. */
    name: text().notNull(),
    /** Below the directory of files; null once nobody needs it any more. */
    path: text(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    state: text().$type<ImportState>().notNull(),
    broughtBy: jsonb().$type<Actor>().notNull(),
    broughtAt: instant().notNull(),
    /** What a person chose; null where the headers are understood by themselves. */
    columns: jsonb().$type<ChosenColumns>(),
    recognition: jsonb().$type<Recognition>(),
    preview: jsonb().$type<ImportPreview>(),
    /** Why it was refused or stopped, for people. */
    refusal: text(),
    startedBy: jsonb().$type<Actor>(),
    startedAt: instant(),
    finishedAt: instant(),
    /** Grows with each time that a process takes the work up: whoever holds an older number has lost it. */
    attempt: integer().notNull().default(0),
    /** How often the present work was taken up. */
    tries: integer().notNull().default(0),
    /** Until when the work is taken as being done; a process that died lets it pass. */
    leasedUntil: instant(),
    bytesRead: integer().notNull().default(0),
    totalBytes: integer(),
    /** Of the latest attempt. */
    counts: jsonb().$type<FileCounts>(),
    /** Taken by all attempts, and by those before the latest. */
    taken: jsonb().$type<Taken>().notNull(),
    takenBefore: jsonb().$type<Taken>().notNull(),
    /** The file of rejected rows, below the directory of files. */
    rejectedPath: text(),
  },
  (table) => [
    // What is there to do.
    index('import_files_state').on(table.state, table.id),
  ],
);
