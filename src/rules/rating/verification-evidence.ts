import type { Declaration } from '../declarations/declaration.ts';
import { statutoryClock } from '../declarations/statutory-clock.ts';
import { minuteMilliseconds } from '../working-time/working-day.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { RatedSnapshot, RatedStep } from './rating.ts';

/** A step of the rated declaration against the limit that the law sets for it. */
export interface MeasuredStep extends RatedStep {
  /** Null where no limit is set for the step, or nobody can count: a green declaration, a year without a calendar. */
  limit: { usedMinutes: number; allowedMinutes: number; dueAt: Date; isOver: boolean } | null;
}

/**
 * The step log as it was when the rating was given, each step with the time it took by the working calendar. A step ends
 * when it is logged; done at the very limit it is in time. `declaration` gives what the snapshot leaves out.
 */
export function measureSteps(
  declaration: Declaration | null,
  snapshot: RatedSnapshot,
  working: WorkingTime,
): MeasuredStep[] {
  const steps = snapshot.steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return steps.map((step, place) => ({
    ...step,
    limit: declaration === null ? null : limitOf(declaration, steps.slice(0, place), step, working),
  }));
}

function limitOf(
  declaration: Declaration,
  before: readonly RatedStep[],
  { step, at }: RatedStep,
  working: WorkingTime,
): MeasuredStep['limit'] {
  const doneAt = new Date(at);
  // The declaration as it stood when the step was done: the clock that ran then is the one that the step answers.
  const then: Declaration = {
    ...declaration,
    state: 'inspecting',
    steps: before.map((each) => ({ step: each.step, at: each.at, officerEmail: null })),
  };
  const clock = statutoryClock(then, working, doneAt);
  if (clock === null || clock.of !== step || clock.counted === null) return null;
  const { usedMilliseconds, dueAt } = clock.counted;
  return {
    usedMinutes: Math.round(usedMilliseconds / minuteMilliseconds),
    allowedMinutes: Math.round(working.between(clock.sinceAt, dueAt) / minuteMilliseconds),
    dueAt,
    isOver: doneAt > dueAt,
  };
}
