import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { systemClock } from '../../clock.ts';
import { armCases, armedACase, benchRules, kinds } from './arm-steps.ts';
import { type Bench, type BenchOptions, type Figures, percentile, rounded } from './bench.ts';
import { measureDeferredJobs } from './deferred-jobs.ts';
import type { Load, Outcome } from './load.ts';
import { type BenchDesk, openBenchDesk } from './server.ts';
import { startWorkerProcesses } from './worker-processes.ts';

const stepsASecond = 200;
const warmUpSeconds = 3;
const graceMilliseconds = 40_000;

/**
 * How late the steps of ladders fire when many are armed, two hundred fall due a second and one of three worker
 * processes is killed midway, beside deferred jobs of pg-boss under the same load on the same server.
 */
export const benchEscalation: Bench = async (options) => {
  // The moment of the commit is the moment at which an effect can be seen; PostgreSQL notes it when asked to.
  const bench = await openBenchDesk(4, { track_commit_timestamp: 'on' });
  try {
    return await measure(bench, options);
  } finally {
    await bench.close();
  }
};

async function measure({ desk, url }: BenchDesk, { size, say }: BenchOptions): Promise<Figures> {
  const { sql } = desk.database;
  const seconds = size === 'small' ? 10 : 60;
  const load: Load = {
    armed: size === 'small' ? 20_000 : 1_000_000,
    due: stepsASecond * (warmUpSeconds + seconds),
    warmUp: stepsASecond * warmUpSeconds,
    everyMilliseconds: 1000 / stepsASecond,
    processes: 3,
    leadMilliseconds: size === 'small' ? 15_000 : 30_000,
    async settle() {
      await sql`vacuum analyze`;
      await sql`checkpoint`;
    },
    async run(startAt, workers, isDone) {
      await pause(startAt + (warmUpSeconds + seconds / 2) * 1000 - systemClock.now().getTime());
      workers.killOne();
      await pause(startAt + (warmUpSeconds + seconds) * 1000 - systemClock.now().getTime());
      for (
        const until = systemClock.now().getTime() + graceMilliseconds;
        systemClock.now().getTime() < until && !(await isDone());
      )
        await pause(250);
    },
  };

  say(`Máy dùng chung với việc khác. Chuẩn bị ${load.armed} bước đang chờ …`);
  const ours = await measureLadder(url, sql, load, say);
  say(`Chuẩn bị ${load.armed} việc hẹn giờ của pg-boss …`);
  const reference = await measureDeferredJobs(url, sql, load);
  if (ours.isLate || reference.isLate) throw new Error('The workers were not ready in time; nothing was measured');

  const p99Ms = percentile(ours.latenesses, 0.99);
  const referenceP99Ms = percentile(reference.latenesses, 0.99);
  const figures = {
    name: 'escalation',
    ours: rounded(p99Ms),
    reference: rounded(referenceP99Ms),
    ratio: rounded(p99Ms / referenceP99Ms, 3),
    p50Ms: rounded(percentile(ours.latenesses, 0.5)),
    p99Ms: rounded(p99Ms),
    maxMs: rounded(ours.latenesses.at(-1) ?? 0),
    firedP99Ms: rounded(ours.firedP99Ms),
    lost: ours.lost,
    doubled: ours.doubled,
    referenceP50Ms: rounded(percentile(reference.latenesses, 0.5)),
    referenceMaxMs: rounded(reference.latenesses.at(-1) ?? 0),
    referenceLost: reference.lost,
    referenceDoubled: reference.doubled,
  };
  say(
    `Trễ đến khi ghi xong: p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms, lớn nhất ${figures.maxMs} ms; mất ${figures.lost}, trùng ${figures.doubled}.`,
  );
  say(
    `pg-boss: p50 ${figures.referenceP50Ms} ms, p99 ${figures.reference} ms, lớn nhất ${figures.referenceMaxMs} ms; mất ${figures.referenceLost}, trùng ${figures.referenceDoubled}.`,
  );
  return figures;
}

async function measureLadder(
  url: string,
  sql: Sql,
  load: Load,
  say: BenchOptions['say'],
): Promise<Outcome & { firedP99Ms: number }> {
  // The demonstration's own cases would fall due in between.
  await sql`update ladder_steps set cancelled_at = due_at, cancelled_because = 'bench' where fired_at is null and cancelled_at is null`;
  const rules = await benchRules(sql);
  const idle = Math.ceil((load.armed - load.due * armedACase) / armedACase);
  // Opened up to half an hour ago: their first reminder comes an hour after the bench.
  await armCases(sql, rules, {
    kind: kinds.idle,
    count: idle,
    dueFrom: new Date(systemClock.now().getTime() - 1_800_000),
    everyMilliseconds: 1_500_000 / idle,
  });
  await load.settle();

  const dueFrom = new Date(systemClock.now().getTime() + load.leadMilliseconds);
  // Of a hundred due steps ninety remind, six tell the manager that nobody took the case, four raise it.
  for (const [kind, first, of] of [
    [kinds.remind, 0, 90],
    [kinds.tellManager, 1, 6],
    [kinds.raise, 2, 4],
  ] as const) {
    await armCases(sql, rules, {
      kind,
      count: (load.due * of) / 100,
      dueFrom: new Date(dueFrom.getTime() + first),
      everyMilliseconds: (load.everyMilliseconds * 100) / of,
    });
  }
  await sql`create table bench_due as
    select id, case_id, clock, cycle, act, due_at from ladder_steps
     where due_at >= ${dueFrom} and due_at < ${new Date(dueFrom.getTime() + load.due * load.everyMilliseconds)}
       and fired_at is null and cancelled_at is null`;
  const workers = await startWorkerProcesses(new URL('./ladder-worker.ts', import.meta.url), load.processes, { url });
  const isLate = systemClock.now().getTime() > dueFrom.getTime();
  const [armed] = await sql<{ armed: number; due: number }[]>`
    select (select count(*)::int from ladder_steps where fired_at is null and cancelled_at is null) as armed,
           (select count(*)::int from bench_due) as due`;
  if (armed?.due !== load.due) throw new Error(`${armed?.due} steps fall due instead of ${load.due}`);
  say(
    `${armed.armed} bước đang chờ, ${armed.due} bước đến hạn; ba tiến trình, một bị kill -9 giữa chừng, không chạy lại …`,
  );
  await load.run(dueFrom.getTime(), workers, async () => {
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from bench_due b join ladder_steps s on s.id = b.id
       where s.fired_at is null and s.cancelled_at is null`;
    return row?.waiting === 0;
  });
  await workers.stop();
  const timedFrom = new Date(dueFrom.getTime() + load.warmUp * load.everyMilliseconds);
  return { ...(await outcomeOf(sql, timedFrom)), isLate };
}

/** Counted from the effects, not from the row of the step: a step without its effect is lost, one with two is doubled. */
async function outcomeOf(sql: Sql, timedFrom: Date): Promise<Omit<Outcome, 'isLate'> & { firedP99Ms: number }> {
  const rows = await sql<
    { is_timed: boolean; fired: number | null; committed: number | null; effects: number; is_told_twice: boolean }[]
  >`
    select b.due_at >= ${timedFrom} as is_timed,
           extract(epoch from s.fired_at - b.due_at)::float8 * 1000 as fired,
           extract(epoch from pg_xact_commit_timestamp(s.xmin) - b.due_at)::float8 * 1000 as committed,
           case b.act
             when 'remind' then (select count(*)::int from case_events e where e.case_id = b.case_id and e.type = 'alerted'
                                    and e.detail->>'reason' = 'firstResponse:reminder')
             when 'tellManager' then (select count(*)::int from case_events e where e.case_id = b.case_id and e.type = 'clockBroken')
             else (select count(*)::int from case_events e where e.case_id = b.case_id and e.type = 'raised') end as effects,
           exists (select from alerts a where a.ladder_step_id = b.id group by a.officer_id having count(*) > 1) as is_told_twice
      from bench_due b join ladder_steps s on s.id = b.id`;
  const timed = rows.filter((row) => row.is_timed);
  const fired = timed.flatMap((row) => row.fired ?? []).toSorted((a, b) => a - b);
  const done = timed.filter((row) => row.fired !== null);
  return {
    latenesses: done.flatMap((row) => row.committed ?? []).toSorted((a, b) => a - b),
    firedP99Ms: percentile(fired, 0.99),
    lost: rows.filter(({ effects }) => effects === 0).length,
    doubled: rows.filter((row) => row.effects > 1 || row.is_told_twice).length,
  };
}
