import { PgBoss } from 'pg-boss';
import type { Sql } from 'postgres';
import { systemClock } from '../../clock.ts';
import type { Load, Outcome } from './load.ts';
import { startWorkerProcesses } from './worker-processes.ts';

const queue = 'bench-steps';
const jobsAnInsert = 10_000;
// What a killed process had in hand comes back after this long.
const expireInSeconds = 15;

/** The same number of deferred jobs of pg-boss, due at the same pace, worked by the same number of processes. */
export async function measureDeferredJobs(url: string, sql: Sql, load: Load): Promise<Outcome> {
  const boss = new PgBoss({ connectionString: url, max: 4 });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue(queue, { expireInSeconds, retryLimit: 3, retryDelay: 0 });
  await sql`create table bench_job_effects (step int not null)`;

  const later = new Date(systemClock.now().getTime() + 3 * 3_600_000);
  for (let made = load.due; made < load.armed; made += jobsAnInsert) {
    const count = Math.min(jobsAnInsert, load.armed - made);
    await boss.insert(
      queue,
      Array.from({ length: count }, (_, n) => ({ data: { step: made + n }, startAfter: later })),
    );
  }
  await load.settle();

  const startAt = systemClock.now().getTime() + load.leadMilliseconds;
  for (let made = 0; made < load.due; made += jobsAnInsert) {
    const count = Math.min(jobsAnInsert, load.due - made);
    await boss.insert(
      queue,
      Array.from({ length: count }, (_, n) => ({
        data: { step: made + n },
        startAfter: new Date(startAt + (made + n) * load.everyMilliseconds),
      })),
    );
  }
  const workers = await startWorkerProcesses(new URL('./deferred-job-worker.ts', import.meta.url), load.processes, {
    url,
  });
  const isLate = systemClock.now().getTime() > startAt;
  await load.run(startAt, workers, async () => {
    const [row] = await sql<{ count: number }[]>`select count(distinct step)::int as count from bench_job_effects`;
    return (row?.count ?? 0) >= load.due;
  });
  await workers.stop();

  const effects = await sql<{ step: number; at: Date }[]>`
    select step, pg_xact_commit_timestamp(xmin) as at from bench_job_effects`;
  const first = new Map<number, number>();
  for (const { step, at } of effects)
    first.set(step, Math.min(first.get(step) ?? Number.POSITIVE_INFINITY, at.getTime()));
  await boss.stop({ graceful: false });
  await sql`drop table bench_job_effects`;
  await sql`drop schema pgboss cascade`;
  return {
    latenesses: [...first]
      .filter(([step]) => step >= load.warmUp)
      .map(([step, at]) => at - (startAt + step * load.everyMilliseconds))
      .toSorted((a, b) => a - b),
    lost: load.due - first.size,
    doubled: effects.length - first.size,
    isLate,
  };
}
