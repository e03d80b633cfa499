import type { ClockRun } from '../../rules/escalation/clocks.ts';

/** What the enterprise is waiting for: the answer it was promised, else the solution. Null while nobody can say. */
export function promisedAt(runs: readonly ClockRun[]): Date | null {
  const running = runs.filter((run) => run.stoppedAt === null && run.brokenAt === null && run.dueAt !== null);
  const run =
    running.findLast(({ kind }) => kind === 'firstResponse') ?? running.findLast(({ kind }) => kind === 'resolution');
  return run?.dueAt ?? null;
}
