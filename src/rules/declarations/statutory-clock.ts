import { CalendarYearNotApproved } from '../working-time/not-approved.ts';
import { hourMilliseconds } from '../working-time/working-day.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { Declaration } from './declaration.ts';

/** The limit that law sets for the step a declaration waits for. */
export interface StatutoryClock {
  of: 'documentCheck' | 'physicalInspection';
  /**
   * The earliest instant from which the limit can run, as far as the step log shows. It truly begins with the full dossier or
   * with all goods presented, which no log tells.
   */
  sinceAt: Date;
  /** What the log has at that instant. */
  since: 'registered' | 'channelChange' | 'documentCheck';
  /** Null where the calendar of a year in between is not approved. */
  counted: { usedMilliseconds: number; dueAt: Date; isCounting: boolean } | null;
}

// Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm a and b.
const limits = { documentCheck: 2 * hourMilliseconds, physicalInspection: 8 * hourMilliseconds };

/** Which limit runs at `at`, by the working calendar; null for a green declaration and for one that waits for neither. */
export function statutoryClock(declaration: Declaration, working: WorkingTime, at: Date): StatutoryClock | null {
  const awaited = awaitedStep(declaration);
  if (awaited === null) return null;
  try {
    const counted = {
      usedMilliseconds: Math.max(0, working.between(awaited.sinceAt, at)),
      dueAt: working.dueAfter(awaited.sinceAt, limits[awaited.of]),
      isCounting: working.isOpen(at),
    };
    return { ...awaited, counted };
  } catch (error) {
    if (error instanceof CalendarYearNotApproved) return { ...awaited, counted: null };
    throw error;
  }
}

function awaitedStep(declaration: Declaration): Omit<StatutoryClock, 'counted'> | null {
  const { state, channel, registeredAt, steps } = declaration;
  if (state !== 'registered' && state !== 'inspecting') return null;
  if (channel !== 'yellow' && channel !== 'red') return null;
  const logged = new Set(steps.map(({ step }) => step));
  const begun = beginning(registeredAt, steps);
  if (!logged.has('documentCheck')) return { of: 'documentCheck', ...begun };
  if (channel === 'red' && !logged.has('physicalInspection')) return { of: 'physicalInspection', ...begun };
  return null;
}

// The steps of a log come oldest first.
function beginning(registeredAt: Date, steps: Declaration['steps']): Pick<StatutoryClock, 'since' | 'sinceAt'> {
  let begun: Pick<StatutoryClock, 'since' | 'sinceAt'> = { since: 'registered', sinceAt: registeredAt };
  for (const { step, at } of steps) {
    const sinceAt = new Date(at);
    if ((step === 'channelChange' || step === 'documentCheck') && sinceAt >= begun.sinceAt)
      begun = { since: step, sinceAt };
  }
  return begun;
}
