import { and, desc, eq } from 'drizzle-orm';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { caseEvents, caseExclusions, cases } from './schema/cases.ts';
import { messages } from './schema/conversations.ts';

/** Puts everything that was said on one case under another. */
export async function takeInMessages(tx: Tx, fromId: number, intoId: number): Promise<void> {
  await tx.update(messages).set({ caseId: intoId }).where(eq(messages.caseId, fromId));
}

/** Whoever must not see the one case must not see the other; answers who was not excluded there before. */
export async function takeInExclusions(
  tx: Tx,
  fromId: number,
  intoId: number,
): Promise<{ officerId: number; because: string }[]> {
  const rows = await tx
    .select({ officerId: caseExclusions.officerId, because: caseExclusions.because })
    .from(caseExclusions)
    .where(eq(caseExclusions.caseId, fromId));
  if (rows.length === 0) return [];
  return tx
    .insert(caseExclusions)
    .values(rows.map((row) => ({ ...row, caseId: intoId })))
    .onConflictDoNothing()
    .returning({ officerId: caseExclusions.officerId, because: caseExclusions.because });
}

/** The case in which a merged one goes on, however often it was merged since; any other case is its own. */
export async function survivorOf(tx: Tx | Db, row: CaseRow): Promise<CaseRow> {
  let survivor = row;
  while (survivor.state === 'merged') {
    const [merged] = await tx
      .select({ detail: caseEvents.detail })
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, survivor.id), eq(caseEvents.type, 'merged')))
      .orderBy(desc(caseEvents.ordinal))
      .limit(1);
    if (merged === undefined || !('into' in merged.detail)) throw new Error(`Case ${survivor.id} went nowhere`);
    const [next] = await tx.select().from(cases).where(eq(cases.reference, merged.detail.into));
    if (next === undefined) throw new Error(`Case ${merged.detail.into} is not stored`);
    survivor = next;
  }
  return survivor;
}
