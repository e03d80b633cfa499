import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { LabelColour } from '../../rules/case/labels.ts';
import { cases } from './cases.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { units } from './organisation.ts';

/** The words in which cases are sorted. Without a unit they are everybody's; else that unit's and those below it. */
export const labels = pgTable(
  'labels',
  {
    id: serialKey(),
    name: text().notNull(),
    /** The name as `labelKey` has it. */
    nameKey: text().notNull(),
    colour: text().$type<LabelColour>().notNull(),
    unitId: keyOf().references(() => units.id),
    updatedAt: instant().notNull(),
    /** Offered no more; it stays on the cases that have it. */
    retiredAt: instant(),
  },
  // No two that are offered read alike.
  (table) => [uniqueIndex('labels_name').on(table.nameKey).where(sql`retired_at is null`)],
);

/** Which case has which label now. Who put it there and when it was taken off stands in the ledger. */
export const caseLabels = pgTable(
  'case_labels',
  {
    caseId: keyOf()
      .notNull()
      .references(() => cases.id),
    labelId: keyOf()
      .notNull()
      .references(() => labels.id),
    putAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.labelId] }),
    // The list of the cases with a label.
    index('case_labels_label').on(table.labelId, table.caseId),
  ],
);
