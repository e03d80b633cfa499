import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a worker process needs; it comes as a message, because arguments can be read by every user of the machine. */
export interface WorkerTask {
  url: string;
  /** Where the platform is, and the token for it; for workers that send. */
  apiRoot?: string;
  token?: string;
}

export interface WorkerProcesses {
  /** Ends one of them as a power cut would: nothing is finished, nothing is handed back. */
  killOne(): void;
  /** Answers the most memory in MB that one of them has held. */
  stop(): Promise<number>;
}

/** The most memory in MB that this process has held. */
export function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Starts `count` processes that run `script`, and waits until each says that it works. */
export async function startWorkerProcesses(script: URL, count: number, task: WorkerTask): Promise<WorkerProcesses> {
  const children: ChildProcess[] = [];
  for (let started = 0; started < count; started += 1) {
    const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.send(task);
    children.push(child);
  }
  await Promise.all(children.map((child) => once(child, 'message')));
  return {
    killOne() {
      children.at(0)?.kill('SIGKILL');
    },
    async stop() {
      const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      const peaks = await Promise.all(
        running.map(async (child) => {
          const told = once(child, 'message');
          const ended = once(child, 'exit');
          child.send('stop');
          const [peak] = await Promise.race([told, ended.then(() => [0])]);
          await ended;
          return Number(peak);
        }),
      );
      return Math.max(0, ...peaks);
    },
  };
}

/** The other side: runs `work` on the task and ends what it started when told to. */
export async function beWorkerProcess(work: (task: WorkerTask) => Promise<() => Promise<unknown>>): Promise<void> {
  // A process whose parent is gone must not go on working, or the next run would meet it.
  process.on('disconnect', () => process.exit(1));
  const [task] = await once(process, 'message');
  const end = await work(task as WorkerTask);
  process.send?.('working');
  await once(process, 'message');
  await end();
  await new Promise((resolve) => process.send?.(peakMb(), undefined, undefined, resolve));
  process.exit(0);
}
