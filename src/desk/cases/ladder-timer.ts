import type { Logger } from '../../log.ts';
import { type Loop, type PassResult, startLoop } from '../../loop.ts';
import { nearestDueAt } from '../../store/ladder.ts';
import { act, type Desk } from '../act.ts';
import { fireDueStep } from './fire-due-step.ts';

// Another process may arm a nearer step and its announcement may be lost; this is how long that can go unnoticed.
const longestSleepMilliseconds = 1000;
const stepsAPass = 100;

/** Fires the steps of all ladders as they fall due. Any number of processes may run one. */
export function startLadderTimer(desk: Desk, log: Logger): Loop {
  const loop = startLoop({
    pass: () => ladderPass(desk),
    onFault: (fault) => log.error({ err: fault }, 'the ladder could not be climbed'),
  });
  desk.announcements.on('steps', loop.wake);
  return loop;
}

/** Fires what is due, in order, and says when the next step will be. */
export async function ladderPass(desk: Desk): Promise<PassResult> {
  for (let fired = 0; fired < stepsAPass; fired += 1) {
    if (!(await act(desk, { kind: 'clock' }, fireDueStep))) return { nextInMilliseconds: await untilNextStep(desk) };
  }
  return 'more';
}

async function untilNextStep(desk: Desk): Promise<number> {
  const next = await nearestDueAt(desk.database.db);
  if (next === null) return longestSleepMilliseconds;
  const wait = next.getTime() - desk.clock.now().getTime();
  // Already due, but its case is being written on at this moment: look again soon rather than at once.
  return wait <= 0 ? 20 : Math.min(longestSleepMilliseconds, wait);
}
