import type { CaseEvent } from '../case/events.ts';

export interface LiftAsked {
  officerId: number;
  askedBy: number;
  because: string;
  askedAt: Date;
}

/** The request to lift this officer's exclusion that still wants a second person's word; null when there is none. */
export function pendingLift(events: readonly CaseEvent[], officerId: number): LiftAsked | null {
  const last = events.findLast(
    (event) =>
      (event.type === 'exclusionLiftAsked' || event.type === 'exclusionLifted' || event.type === 'exclusionAdded') &&
      event.officerId === officerId,
  );
  if (last?.type !== 'exclusionLiftAsked' || last.by.kind !== 'officer') return null;
  return { officerId, askedBy: last.by.officerId, because: last.because, askedAt: last.at };
}
