import type { ClockKind } from '../../rules/case/words.ts';
import type { Kept } from '../../store/compliance-figures.ts';
import type { WorkTotal } from '../../store/today-figures.ts';

/** What a manager is told of the week that ended: only of cases that this manager may see. */
export interface WeeklyDigest {
  from: string;
  /** The last day, included. */
  to: string;
  kept: Kept;
  /** The week before. */
  before: Kept;
  missedByClock: Record<ClockKind, number>;
  /** Where most promises were broken; null where none was. */
  worstUnit: { name: string; missed: number } | null;
  now: WorkTotal;
}
