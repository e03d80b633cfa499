import type { Tx } from './database.ts';
import { contacts, declarations, enterprises } from './schema/enterprises.ts';
import { absences, dutyRoster, officeCodes, officers, responsibilityRules, units } from './schema/organisation.ts';
import { ratingAnswers, ratings } from './schema/ratings.ts';

/** Writes of an organisation into an installation that has none. */

/** Whether the installation already has an organisation. */
export async function hasUnits(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: units.id }).from(units).limit(1)).length > 0;
}

export async function insertUnit(tx: Tx, row: Omit<typeof units.$inferInsert, 'id'>): Promise<number> {
  return idOf(await tx.insert(units).values(row).returning({ id: units.id }));
}

export async function insertOfficeCodes(tx: Tx, rows: (typeof officeCodes.$inferInsert)[]): Promise<void> {
  await tx.insert(officeCodes).values(rows);
}

export async function insertOfficer(tx: Tx, row: Omit<typeof officers.$inferInsert, 'id'>): Promise<number> {
  return idOf(await tx.insert(officers).values(row).returning({ id: officers.id }));
}

export async function insertResponsibilityRules(
  tx: Tx,
  rows: Omit<typeof responsibilityRules.$inferInsert, 'id'>[],
): Promise<void> {
  await tx.insert(responsibilityRules).values(rows);
}

export async function insertDutyTurns(tx: Tx, rows: Omit<typeof dutyRoster.$inferInsert, 'id'>[]): Promise<void> {
  await tx.insert(dutyRoster).values(rows);
}

export async function insertAbsences(tx: Tx, rows: Omit<typeof absences.$inferInsert, 'id'>[]): Promise<void> {
  await tx.insert(absences).values(rows);
}

export async function insertEnterprise(tx: Tx, row: Omit<typeof enterprises.$inferInsert, 'id'>): Promise<number> {
  return idOf(await tx.insert(enterprises).values(row).returning({ id: enterprises.id }));
}

export async function insertContactOf(
  tx: Tx,
  row: { enterpriseId: number; name: string; createdAt: Date },
): Promise<number> {
  return idOf(await tx.insert(contacts).values(row).returning({ id: contacts.id }));
}

export async function insertDeclarations(tx: Tx, rows: Omit<typeof declarations.$inferInsert, 'id'>[]): Promise<void> {
  await tx.insert(declarations).values(rows);
}

/** Ratings that were given before, each with its one answer. */
export async function insertGivenRatings(
  tx: Tx,
  rows: readonly (Omit<typeof ratings.$inferInsert, 'id' | 'conversationId'> & { conversationId: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  const stored = await tx
    .insert(ratings)
    .values([...rows])
    .returning();
  await tx.insert(ratingAnswers).values(
    stored.map(({ id: ratingId, level, reasons, comment, hadNoContact, conversationId, ratedAt: at }) => {
      const by = { kind: 'contact' as const, conversationId: conversationId ?? 0 };
      return { ratingId, level, reasons, comment, hadNoContact, by, at };
    }),
  );
}

function idOf(rows: readonly { id: number }[]): number {
  const [row] = rows;
  if (row === undefined) throw new Error('The row was not stored');
  return row.id;
}
