import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { responsibilityRules } from './schema/organisation.ts';

export type ResponsibilityRow = typeof responsibilityRules.$inferSelect;

/** Every rule that holds on `date` or later. */
export async function rulesFrom(tx: Tx, date: string): Promise<ResponsibilityRow[]> {
  return tx
    .select()
    .from(responsibilityRules)
    .where(or(isNull(responsibilityRules.validTo), gt(responsibilityRules.validTo, date)))
    .orderBy(asc(responsibilityRules.id));
}

export async function ruleById(tx: Tx, id: number): Promise<ResponsibilityRow | null> {
  const [row] = await tx.select().from(responsibilityRules).where(eq(responsibilityRules.id, id)).for('update');
  return row ?? null;
}

export async function insertRule(tx: Tx, row: Omit<typeof responsibilityRules.$inferInsert, 'id'>): Promise<number> {
  const [inserted] = await tx.insert(responsibilityRules).values(row).returning({ id: responsibilityRules.id });
  if (inserted === undefined) throw new Error('The row was not stored');
  return inserted.id;
}

export async function saveRule(
  tx: Tx,
  id: number,
  change: Partial<Omit<typeof responsibilityRules.$inferInsert, 'id'>>,
): Promise<void> {
  await tx.update(responsibilityRules).set(change).where(eq(responsibilityRules.id, id));
}

/** One page of the rules that hold on `date`, in the order in which they are tried. */
export async function rulesOn(
  db: Db | Tx,
  date: string,
  page: { after: { precedence: number; id: number } | null; limit: number },
): Promise<ResponsibilityRow[]> {
  const { after } = page;
  const place = sql`(${responsibilityRules.precedence}, ${responsibilityRules.id})`;
  return db
    .select()
    .from(responsibilityRules)
    .where(
      and(
        lte(responsibilityRules.validFrom, date),
        or(isNull(responsibilityRules.validTo), gt(responsibilityRules.validTo, date)),
        after === null ? undefined : sql`${place} > (${after.precedence}, ${after.id})`,
      ),
    )
    .orderBy(asc(responsibilityRules.precedence), asc(responsibilityRules.id))
    .limit(page.limit);
}
