import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { declarations } from './schema/enterprises.ts';

export type DeclarationRow = typeof declarations.$inferSelect;

/** By its first eleven digits: the twelfth only counts amendments. */
export async function declarationByNumber(tx: Tx | Db, number: string): Promise<DeclarationRow | null> {
  const [row] = await tx
    .select()
    .from(declarations)
    .where(eq(declarations.number11, number.slice(0, 11)));
  return row ?? null;
}

/** The same, and only if it is this enterprise's own. */
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

export async function recentDeclarations(tx: Tx | Db, enterpriseId: number, limit: number): Promise<DeclarationRow[]> {
  return tx
    .select()
    .from(declarations)
    .where(eq(declarations.enterpriseId, enterpriseId))
    .orderBy(desc(declarations.registeredAt))
    .limit(limit);
}
