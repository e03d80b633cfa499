import type { AssistantFiguresView } from '../../http/assistant-routes.ts';

type Run = AssistantFiguresView['runs'][number];
export type Job = Run['job'];

export const jobs: readonly Job[] = ['understand', 'answer', 'draft', 'summarise', 'translate'];

/** What several rows come to together. */
export interface Gathered {
  count: number;
  usable: number;
  costUsd: number;
  /** Of usable answers only: how long a fault takes is its limit. Weighted by count, so near the true ones. */
  medianMilliseconds: number | null;
  p95Milliseconds: number | null;
  used: number;
  /** Share of the drafts that was changed before sending; null while none was sent. */
  changed: number | null;
  outcomes: readonly { outcome: string; count: number }[];
}

export function gather(runs: readonly Run[]): Gathered {
  const usable = runs.filter(({ outcome }) => outcome === 'answered');
  const usableCount = sum(usable, ({ count }) => count);
  const used = sum(runs, (run) => run.used);
  const counts = new Map<string, number>();
  for (const { outcome, count } of runs) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  return {
    count: sum(runs, ({ count }) => count),
    usable: usableCount,
    costUsd: sum(runs, ({ costUsd }) => costUsd),
    medianMilliseconds:
      usableCount === 0 ? null : sum(usable, ({ count, medianMilliseconds: each }) => each * count) / usableCount,
    p95Milliseconds: usableCount === 0 ? null : Math.max(...usable.map(({ p95Milliseconds }) => p95Milliseconds)),
    used,
    changed: used === 0 ? null : sum(runs, ({ used: sent, meanChanged }) => sent * (meanChanged ?? 0)) / used,
    outcomes: [...counts]
      .map(([outcome, count]) => ({ outcome, count }))
      .toSorted((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1)),
  };
}

function sum<Each>(all: readonly Each[], of: (each: Each) => number): number {
  return all.reduce((total, each) => total + of(each), 0);
}
