import { workingDayMilliseconds } from '../working-time/working-day.ts';

/** How far a low rating came. Each stage has everything before it behind it, or should have. */
export const stages = ['opened', 'contacted', 'decided', 'told', 'action', 'checked'] as const;
export type Stage = (typeof stages)[number];

/** When one verification reached each stage; null where it has not. */
export interface StageTimes {
  ratedAt: Date;
  reachedAt: Readonly<Record<Stage, Date | null>>;
}

export interface FunnelStage {
  stage: Stage;
  count: number;
  /** The middle of the working days from the rating to this stage; null where none came so far or nobody can count. */
  medianWorkingDays: number | null;
}

/** How many came how far, and how fast. `between` counts working milliseconds, and answers null where it cannot. */
export function funnelOf(
  verifications: readonly StageTimes[],
  between: (from: Date, until: Date) => number | null,
): FunnelStage[] {
  return stages.map((stage) => {
    const reached = verifications.flatMap(({ ratedAt, reachedAt }) => {
      const at = reachedAt[stage];
      return at === null ? [] : [between(ratedAt, at)];
    });
    const counted = reached.flatMap((milliseconds) => milliseconds ?? []).map((each) => Math.max(0, each));
    return { stage, count: reached.length, medianWorkingDays: medianDays(counted) };
  });
}

function medianDays(milliseconds: readonly number[]): number | null {
  if (milliseconds.length === 0) return null;
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.round(((upper + lower) / 2 / workingDayMilliseconds) * 10) / 10;
}
