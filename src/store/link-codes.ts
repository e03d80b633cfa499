import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { linkCodes } from './schema/organisation.ts';

export async function insertLinkCode(tx: Tx, row: typeof linkCodes.$inferInsert): Promise<void> {
  await tx.insert(linkCodes).values(row);
}

/** Uses the code up and names its officer; null when it is unknown, used or expired. */
export async function takeLinkCode(tx: Tx, codeHash: string, at: Date): Promise<number | null> {
  const [row] = await tx
    .update(linkCodes)
    .set({ usedAt: at })
    .where(and(eq(linkCodes.codeHash, codeHash), isNull(linkCodes.usedAt), gt(linkCodes.expiresAt, at)))
    .returning({ officerId: linkCodes.officerId });
  return row?.officerId ?? null;
}
