import { and, asc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { ClockKind } from '../rules/case/words.ts';
import type { PlannedStep, Reconciliation } from '../rules/escalation/ladder.ts';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { findWorkingSet, workingSetOf } from './in-transaction.ts';
import { cases, clocks, ladderSteps } from './schema/cases.ts';

export type StepRow = typeof ladderSteps.$inferSelect;

export async function stepsOf(tx: Tx | Db, caseId: number): Promise<StepRow[]> {
  // A case that nobody has stored yet has none.
  if (findWorkingSet(tx)?.isUnsent(cases, caseId) === true) return [];
  return tx.select().from(ladderSteps).where(eq(ladderSteps.caseId, caseId)).orderBy(asc(ladderSteps.id));
}

async function insertSteps(tx: Tx, caseId: number, steps: readonly PlannedStep[]): Promise<void> {
  for (const step of steps) workingSetOf(tx).insert(ladderSteps, { ...step, caseId });
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
      .set({ dueAt, cancelledAt: null, cancelledBecause: null, attempts: 0, note: null, retryAt: null })
      .where(eq(ladderSteps.id, step.id));
  }
  if (changes.cancel.length > 0) {
    const ids = changes.cancel.map(({ id }) => id);
    await tx.update(ladderSteps).set({ cancelledAt, cancelledBecause }).where(inArray(ladderSteps.id, ids));
  }
}

/** A due step with its case, both locked until the transaction ends. */
export interface ClaimedStep {
  step: StepRow;
  row: CaseRow;
}

/**
 * The steps that fell due first, each with its case, all locked until the transaction ends. Another process skips them
 * and takes the next ones, so no step fires twice. At most one step a case: what the first sets off may cancel the
 * second. A case that somebody is writing on is left for the next pass: waiting for it while holding the step could
 * lock both sides for ever.
 */
export async function claimDueSteps(tx: Tx, now: Date, most: number): Promise<ClaimedStep[]> {
  const claimed = await tx
    .select({ step: ladderSteps, row: cases })
    .from(ladderSteps)
    .innerJoin(cases, eq(cases.id, ladderSteps.caseId))
    .where(and(pending(), lte(ladderSteps.wakeAt, now)))
    .orderBy(asc(ladderSteps.wakeAt), asc(ladderSteps.id))
    .limit(most)
    .for('no key update', { of: [ladderSteps, cases], skipLocked: true });
  const seen = new Set<number>();
  return claimed.filter(({ row }) => !seen.has(row.id) && seen.add(row.id));
}

export async function markFired(tx: Tx, ids: readonly number[], firedAt: Date): Promise<void> {
  await tx
    .update(ladderSteps)
    .set({ firedAt })
    .where(inArray(ladderSteps.id, [...ids]));
}

/** Firing failed: why, and when it is tried again. */
export async function noteFailure(tx: Tx, id: number, note: string, retryAt: Date): Promise<void> {
  await tx
    .update(ladderSteps)
    .set({ attempts: sql`${ladderSteps.attempts} + 1`, note, retryAt })
    .where(and(eq(ladderSteps.id, id), pending()));
}

/** When the timer has to look again; null when nothing is armed. */
export async function nearestWakeAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ wakeAt: ladderSteps.wakeAt })
    .from(ladderSteps)
    .where(pending())
    .orderBy(asc(ladderSteps.wakeAt), asc(ladderSteps.id))
    .limit(1);
  return row?.wakeAt ?? null;
}

/** When the promise of this run was due, whatever the hour at which its step fires. */
export async function clockDueAt(
  tx: Tx,
  caseId: number,
  run: { clock: ClockKind; cycle: number },
): Promise<Date | null> {
  const [row] = await tx
    .select({ dueAt: clocks.dueAt, brokenAt: clocks.brokenAt })
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.kind, run.clock), eq(clocks.cycle, run.cycle)));
  return row?.brokenAt ?? row?.dueAt ?? null;
}

function pending(): SQL | undefined {
  return and(isNull(ladderSteps.firedAt), isNull(ladderSteps.cancelledAt));
}
