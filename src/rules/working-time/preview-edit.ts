import { CalendarYearNotApproved } from './not-approved.ts';
import type { WorkingTime } from './working-time.ts';

/** A promise whose clock is running. */
export interface OpenDeadline {
  readonly id: string;
  /** When the present run of the clock began: the start, or the end of the latest pause. */
  readonly runningSince: Date;
  /** The working time promised in all. */
  readonly durationMilliseconds: number;
  /** The working time used by earlier runs, before a pause. */
  readonly usedMilliseconds: number;
}

export interface DeadlineMove {
  readonly id: string;
  /** Undefined where the calendar in question has no approved data for the year. */
  readonly fromDueAt: Date | undefined;
  readonly toDueAt: Date | undefined;
}

/** The deadlines that a calendar edit made at `editAt` would move, in the given order. The others stay where they are. */
export function previewEdit(
  deadlines: Iterable<OpenDeadline>,
  { before, after, editAt }: { before: WorkingTime; after: WorkingTime; editAt: Date },
): DeadlineMove[] {
  const moves: DeadlineMove[] = [];
  for (const deadline of deadlines) {
    const fromDueAt = orUndefined(() => dueUnder(before, deadline));
    const toDueAt = orUndefined(() => dueAcrossEdit(deadline, { before, after, editAt }));
    if (fromDueAt?.getTime() !== toDueAt?.getTime()) moves.push({ id: deadline.id, fromDueAt, toDueAt });
  }
  return moves;
}

/**
 * When a running promise falls due once the calendar changes at `editAt`. Time used before the edit stays used as the
 * old calendar counted it, and a promise that fell due before it stays where it was.
 */
export function dueAcrossEdit(
  deadline: OpenDeadline,
  { before, after, editAt }: { before: WorkingTime; after: WorkingTime; editAt: Date },
): Date {
  if (editAt <= deadline.runningSince) return dueUnder(after, deadline);
  const left = leftOf(deadline) - before.between(deadline.runningSince, editAt);
  return left > 0 ? after.dueAfter(editAt, left) : dueUnder(before, deadline);
}

function dueUnder(workingTime: WorkingTime, deadline: OpenDeadline): Date {
  return workingTime.dueAfter(deadline.runningSince, leftOf(deadline));
}

function leftOf({ durationMilliseconds, usedMilliseconds }: OpenDeadline): number {
  return Math.max(0, durationMilliseconds - usedMilliseconds);
}

function orUndefined(due: () => Date): Date | undefined {
  try {
    return due();
  } catch (error) {
    if (error instanceof CalendarYearNotApproved) return undefined;
    throw error;
  }
}
