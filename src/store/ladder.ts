import { and, asc, eq, inArray, isNull, lte, type SQL } from 'drizzle-orm';
import type { PlannedStep, Reconciliation } from '../rules/escalation/ladder.ts';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { cases, ladderSteps } from './schema/cases.ts';

export type StepRow = typeof ladderSteps.$inferSelect;

export async function stepsOf(tx: Tx | Db, caseId: number): Promise<StepRow[]> {
  return tx.select().from(ladderSteps).where(eq(ladderSteps.caseId, caseId)).orderBy(asc(ladderSteps.id));
}

async function insertSteps(tx: Tx, caseId: number, steps: readonly PlannedStep[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.insert(ladderSteps).values(steps.map((step) => ({ ...step, caseId })));
}

/** Makes the stored steps say what the rules say now. */
export async function applySteps(
  tx: Tx,
  caseId: number,
  changes: Reconciliation<StepRow>,
  cancelledAt: Date,
  cancelledBecause: string,
): Promise<void> {
  await insertSteps(tx, caseId, changes.insert);
  for (const { step, dueAt } of changes.move) {
    await tx
      .update(ladderSteps)
      .set({ dueAt, cancelledAt: null, cancelledBecause: null })
      .where(eq(ladderSteps.id, step.id));
  }
  if (changes.cancel.length > 0) {
    const ids = changes.cancel.map(({ id }) => id);
    await tx.update(ladderSteps).set({ cancelledAt, cancelledBecause }).where(inArray(ladderSteps.id, ids));
  }
}

/**
 * The step that fell due first together with its case, both locked until the transaction ends. Another process skips
 * them and takes the next one, so no step fires twice. A case that somebody is writing on is left for the next pass:
 * waiting for it while holding the step could lock both sides for ever.
 */
export async function claimDueStep(tx: Tx, now: Date): Promise<{ step: StepRow; row: CaseRow } | null> {
  const [claimed] = await tx
    .select({ step: ladderSteps, row: cases })
    .from(ladderSteps)
    .innerJoin(cases, eq(cases.id, ladderSteps.caseId))
    .where(and(pending(), lte(ladderSteps.dueAt, now)))
    .orderBy(asc(ladderSteps.dueAt), asc(ladderSteps.id))
    .limit(1)
    .for('update', { of: [ladderSteps, cases], skipLocked: true });
  return claimed ?? null;
}

export async function markFired(tx: Tx, id: number, firedAt: Date): Promise<void> {
  await tx.update(ladderSteps).set({ firedAt }).where(eq(ladderSteps.id, id));
}

/** When the timer has to look again; null when nothing is armed. */
export async function nearestDueAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: ladderSteps.dueAt })
    .from(ladderSteps)
    .where(pending())
    .orderBy(asc(ladderSteps.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
}

function pending(): SQL | undefined {
  return and(isNull(ladderSteps.firedAt), isNull(ladderSteps.cancelledAt));
}
