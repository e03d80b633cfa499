import type { WorkerProcesses } from './worker-processes.ts';

/** What both sides have to carry. */
export interface Load {
  armed: number;
  due: number;
  everyMilliseconds: number;
  /** So many of the first are carried like all others, and lost or doubled like them, but not timed: code gets warm. */
  warmUp: number;
  processes: number;
  /** From the last insert to the first due time. */
  leadMilliseconds: number;
  /** Brings the server to rest before the clock starts. */
  settle(): Promise<void>;
  /** Waits through the load, kills a process in the middle of it, and gives stragglers a grace. */
  run(startAt: number, workers: WorkerProcesses, isDone: () => Promise<boolean>): Promise<void>;
}

export interface Outcome {
  /** From the due time to the commit of the effect, in milliseconds, sorted. */
  latenesses: number[];
  lost: number;
  doubled: number;
  /** True when the workers were not ready before the first due time. */
  isLate: boolean;
}
