import type { WorkingTime } from '../working-time/working-time.ts';
import type { CaseRefusal } from './refusals.ts';

export type NewDate = { ok: true; dueAt: Date } | { ok: false; refusal: CaseRefusal };

/**
 * The new date that an officer may give, or why not. A wish outside working time becomes the last working instant before
 * it: an office that is shut answers nobody. It lies after the promise it replaces and adds to it, or to the present
 * once that is over, no more than the time of the level's own promise: whoever warns early loses nothing by it.
 */
export function newDate(
  wish: { dueAt: Date; now: Date; presentDueAt: Date | null; longestMinutes: number },
  working: Pick<WorkingTime, 'dueAfter' | 'between' | 'nextOpening'>,
): NewDate {
  const { now, presentDueAt, longestMinutes } = wish;
  if (wish.dueAt <= now) return { ok: false, refusal: 'newDateNotLater' };
  // Asked before anything is counted: a date in a year that nobody has approved is too far, not a fault.
  const from = presentDueAt !== null && presentDueAt > now ? presentDueAt : now;
  const latest = working.nextOpening(working.dueAfter(from, longestMinutes * 60_000));
  if (wish.dueAt > latest) return { ok: false, refusal: 'newDateTooFar' };
  const milliseconds = working.between(now, wish.dueAt);
  const dueAt = working.dueAfter(now, milliseconds);
  if (milliseconds === 0 || (presentDueAt !== null && dueAt <= presentDueAt))
    return { ok: false, refusal: 'newDateNotLater' };
  return { ok: true, dueAt };
}
