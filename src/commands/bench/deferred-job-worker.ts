import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { beWorkerProcess } from './worker-processes.ts';

// The fastest that pg-boss allows: its shortest polling interval, and many jobs a fetch. The handler does one insert.
await beWorkerProcess(async ({ url }) => {
  const boss = new PgBoss({ connectionString: url, max: 4 });
  boss.on('error', () => undefined);
  const sql = postgres(url, { max: 4, onnotice: () => undefined });
  await boss.start();
  await boss.work<{ step: number }>('bench-steps', { pollingIntervalSeconds: 0.5, batchSize: 100 }, async (jobs) => {
    await Promise.all(jobs.map(({ data }) => sql`insert into bench_job_effects (step) values (${data.step})`));
  });
  return async () => {
    await boss.stop({ graceful: true, timeout: 5_000 });
    await sql.end({ timeout: 5 });
  };
});
