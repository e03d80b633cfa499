import { orUnknown } from '../working-time/or-unknown.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { ClockRun } from './clocks.ts';
import type { CaseRules } from './in-force.ts';
import type { LadderStep, Policy, StepAct, TimerKind } from './policy.ts';

/** A step that should fire at `dueAt` unless something happens first. */
export interface PlannedStep {
  clock: TimerKind;
  cycle: number;
  step: string;
  act: StepAct;
  dueAt: Date;
}

/** The steps that the clocks of a case still have before them or at this moment. A standing clock has none. */
export function planSteps(runs: readonly ClockRun[], rules: CaseRules): PlannedStep[] {
  return runs.flatMap((run) => {
    if (run.stoppedAt !== null || run.pausedAt !== null) return [];
    const promise = rules.policyOf(run.policyId).clocks.find(({ kind }) => kind === run.kind);
    if (promise === undefined) return [];
    const working = rules.workingTimeOf(run.calendarId);
    return promise.ladder.flatMap((step) =>
      dated({
        clock: run.kind,
        cycle: run.cycle,
        step: step.name,
        act: step.act,
        dueAt: orUnknown(() => stepDueAt(run, step, working)),
      }),
    );
  });
}

/** When the enterprise's silence closes the case: only while it is resolved. */
export function planSilence(
  resolvedAt: Date | null,
  cycle: number,
  policy: Policy,
  working: WorkingTime,
): PlannedStep[] {
  if (resolvedAt === null) return [];
  const dueAt = orUnknown(() => working.dueAfter(resolvedAt, policy.silenceMinutes * 60_000));
  return dated({ clock: 'confirmation', cycle, step: 'silence', act: 'close', dueAt });
}

/** When an alert that nobody acknowledges climbs to the next manager. */
export function planClimb(alertId: number, alertedAt: Date, policy: Policy, working: WorkingTime): PlannedStep[] {
  const dueAt = orUnknown(() => working.dueAfter(alertedAt, policy.alertMinutes * 60_000));
  return dated({ clock: 'alert', cycle: alertId, step: 'climb', act: 'climb', dueAt });
}

// A step in a year without an approved calendar waits for one: approving it plans every live case anew.
function dated({ dueAt, ...step }: Omit<PlannedStep, 'dueAt'> & { dueAt: Date | null }): PlannedStep[] {
  return dueAt === null ? [] : [{ ...step, dueAt }];
}

function stepDueAt(run: ClockRun, { percent, outsideHours }: LadderStep, working: WorkingTime): Date {
  const dueAt = shareDueAt(run, percent, working);
  return outsideHours === 'nextOpening' ? working.nextOpening(dueAt) : dueAt;
}

function shareDueAt(run: ClockRun, percent: number, working: WorkingTime): Date {
  const promisedAt = run.brokenAt ?? run.dueAt;
  if (promisedAt !== null && percent === 100) return promisedAt;
  const share = (run.allowedMinutes * 60_000 * percent) / 100;
  return working.dueAfter(run.resumedAt, Math.max(0, share - run.usedBefore));
}

/** What the stored steps need, so that they say what the plan says. Steps that fired are history and never change. */
export function reconcile<Stored extends StoredStep>(
  stored: readonly Stored[],
  planned: readonly PlannedStep[],
): Reconciliation<Stored> {
  const byKey = new Map(stored.map((step) => [keyOf(step), step]));
  const wanted = new Set(planned.map(keyOf));
  const changes: Reconciliation<Stored> = { insert: [], move: [], cancel: [] };
  for (const step of planned) {
    const existing = byKey.get(keyOf(step));
    if (existing === undefined) changes.insert.push(step);
    else if (
      existing.firedAt === null &&
      (existing.cancelledAt !== null || existing.dueAt.getTime() !== step.dueAt.getTime())
    )
      changes.move.push({ step: existing, dueAt: step.dueAt });
  }
  for (const step of stored) {
    if (step.firedAt === null && step.cancelledAt === null && !wanted.has(keyOf(step))) changes.cancel.push(step);
  }
  return changes;
}

export interface StoredStep {
  clock: TimerKind;
  cycle: number;
  step: string;
  dueAt: Date;
  firedAt: Date | null;
  cancelledAt: Date | null;
}

export interface Reconciliation<Stored> {
  insert: PlannedStep[];
  move: { step: Stored; dueAt: Date }[];
  cancel: Stored[];
}

function keyOf(step: { clock: string; cycle: number; step: string }): string {
  return `${step.clock}:${step.cycle}:${step.step}`;
}
