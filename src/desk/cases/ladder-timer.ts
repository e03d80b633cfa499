import type { Logger } from '../../log.ts';
import { type Loop, type PassResult, startLoop } from '../../loop.ts';
import { retryAt } from '../../rules/escalation/retry.ts';
import { nearestWakeAt, noteFailure, type StepRow } from '../../store/ladder.ts';
import { act, type Desk } from '../act.ts';
import { type FiredStep, fireDueSteps } from './fire-due-step.ts';

/** What the timer tells whoever watches it. */
export interface LadderWatch {
  onFired?(step: FiredStep): void;
  /** A step that could not be fired; it is tried again later. */
  onFailed?(stepId: number, fault: unknown): void;
}

// Another process may arm a nearer step and its announcement may be lost; this is how long that can go unnoticed.
const longestSleepMilliseconds = 1000;
// Steps that fall due close together share a transaction: nobody feels so little, and a busy ladder costs much less.
const shortestSleepMilliseconds = 40;
const stepsAtOnce = 50;

/** Fires the steps of all ladders as they fall due. Any number of processes may run one. */
export function startLadderTimer(desk: Desk, log: Logger, onFired?: (step: FiredStep) => void): Loop {
  const watch: LadderWatch = {
    ...(onFired === undefined ? {} : { onFired }),
    onFailed: (stepId, fault) =>
      log.error({ problem: reasonOf(fault), stepId }, 'a step of the ladder could not be fired'),
  };
  const loop = startLoop({
    pass: () => ladderPass(desk, watch),
    onFault: (fault) => log.error({ err: fault }, 'the ladder could not be climbed'),
  });
  desk.announcements.on('steps', loop.wake);
  return loop;
}

/** Fires what is due, in order, and says when the next step will be. */
export async function ladderPass(desk: Desk, watch: LadderWatch = {}): Promise<PassResult> {
  const wait = await untilNextStep(desk);
  if (wait > 0)
    return { nextInMilliseconds: Math.min(longestSleepMilliseconds, Math.max(shortestSleepMilliseconds, wait)) };
  const fired = await fireTogether(desk, watch);
  for (const step of fired) watch.onFired?.(step);
  // Due, but its case is being written on at this moment: look again soon rather than at once.
  return fired.length > 0 ? 'more' : { nextInMilliseconds: shortestSleepMilliseconds };
}

/** One transaction for many steps; when one of them fails, a transaction for each, so that it fails alone. */
async function fireTogether(desk: Desk, watch: LadderWatch): Promise<FiredStep[]> {
  let begun: StepRow | null = null;
  try {
    return await act(desk, { kind: 'clock' }, (current) =>
      fireDueSteps(current, stepsAtOnce, (step) => {
        begun = step;
      }),
    );
  } catch (fault) {
    // Nothing was begun: the database is away, and that is no step's fault.
    if (begun === null) throw fault;
    return fireOneByOne(desk, watch);
  }
}

async function fireOneByOne(desk: Desk, watch: LadderWatch): Promise<FiredStep[]> {
  const fired: FiredStep[] = [];
  for (let tried = 0; tried < stepsAtOnce; tried += 1) {
    const begun: StepRow[] = [];
    try {
      const one = await act(desk, { kind: 'clock' }, (current) => fireDueSteps(current, 1, (step) => begun.push(step)));
      if (one.length === 0) break;
      fired.push(...one);
    } catch (fault) {
      const [failed] = begun;
      if (failed === undefined) throw fault;
      await putOff(desk, failed, fault);
      watch.onFailed?.(failed.id, fault);
    }
  }
  return fired;
}

async function putOff(desk: Desk, step: StepRow, fault: unknown): Promise<void> {
  const note = reasonOf(fault);
  await act(desk, { kind: 'clock' }, ({ tx, at }) =>
    noteFailure(tx, step.id, note.slice(0, 500), retryAt(step.attempts + 1, at)),
  );
}

// The message of a failed query quotes its values, and what people wrote belongs in no list of faults; its cause does not.
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.cause instanceof Error ? fault.cause.message : fault.message;
}

async function untilNextStep(desk: Desk): Promise<number> {
  const next = await nearestWakeAt(desk.database.db);
  return next === null ? longestSleepMilliseconds : next.getTime() - desk.clock.now().getTime();
}
