import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { declarations } from './schema/enterprises.ts';

type DeclarationRow = typeof declarations.$inferSelect;

/** The declaration by its first eleven digits (the twelfth only counts amendments), and only if it is this enterprise's own. */
export async function ownDeclaration(
  tx: Tx | Db,
  enterpriseId: number,
  number: string,
): Promise<DeclarationRow | null> {
  const [row] = await tx
    .select()
    .from(declarations)
    .where(and(eq(declarations.number11, number.slice(0, 11)), eq(declarations.enterpriseId, enterpriseId)));
  return row ?? null;
}
