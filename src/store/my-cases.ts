import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { survivorOf } from './merged-cases.ts';
import { cases } from './schema/cases.ts';

/** The cases raised in this chat, newest first, `limit` of them before `before`. */
export async function casesOfConversation(
  tx: Tx | Db,
  conversationId: number,
  page: { before?: number; limit: number },
): Promise<CaseRow[]> {
  const older = page.before === undefined ? sql`true` : lt(cases.id, page.before);
  return tx
    .select()
    .from(cases)
    .where(and(eq(cases.conversationId, conversationId), older))
    .orderBy(desc(cases.id))
    .limit(page.limit);
}

/** The cases of this chat that still ask something of somebody. */
export async function openCasesOf(tx: Tx | Db, conversationId: number): Promise<CaseRow[]> {
  return tx
    .select()
    .from(cases)
    .where(and(eq(cases.conversationId, conversationId), sql`${cases.state} not in ('closed', 'merged')`))
    .orderBy(desc(cases.id))
    .limit(10);
}

/** The person's case under this number, or the one in which it goes on since it was merged. */
export async function ownCase(tx: Tx | Db, conversationId: number, reference: string): Promise<CaseRow | null> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.conversationId, conversationId), eq(cases.reference, reference)));
  return row === undefined ? null : survivorOf(tx, row);
}

export async function referenceOf(tx: Tx | Db, caseId: number): Promise<string | null> {
  const [row] = await tx.select({ reference: cases.reference }).from(cases).where(eq(cases.id, caseId));
  return row?.reference ?? null;
}
