import type { Tx } from '../database.ts';
import { clientOf } from '../in-transaction.ts';
import { type JobData, type JobName, type Jobs, jobNames } from '../jobs.ts';
import { copyFromFile, copyToFile, type Watch } from './copying.ts';
import type { Client } from './schema-steps.ts';

/**
 * Writes the work that waits in the queue, oldest first: its name and what it is about. The queue's own tables change
 * with its versions, so they are not copied; what was being worked on counts as waiting. Null where no queue is there.
 */
export async function pendingJobs(client: Client, path: string, watch: Watch): Promise<number | null> {
  const [queue] = await client.unsafe<{ table: string | null }[]>(`select to_regclass('pgboss.job')::text as table`);
  if (queue?.table == null) return null;
  const known = jobNames.map((name) => `'${name}'`).join(', ');
  return copyToFile(
    client,
    `copy (select name, data from pgboss.job where state < 'completed' and name in (${known}) order by created_on, id) to stdout`,
    path,
    watch,
  );
}

/** Puts that work into the queue of this installation, all of it or nothing with the transaction. Answers how much there was. */
export async function restoreJobs(tx: Tx, jobs: Jobs, path: string, watch: Watch): Promise<number> {
  const client = clientOf(tx);
  // Work that a desk without people gave itself would be about rows that are not these.
  await client.unsafe(`delete from pgboss.job where state < 'completed' and name not like '\\_\\_%'`);
  await client.unsafe(
    'create temporary table pending_jobs (name text, data jsonb, ordinal bigint generated always as identity) on commit drop',
  );
  const lines = await copyFromFile(client, 'copy pending_jobs (name, data) from stdin', path, watch);
  for (let last = 0; ; ) {
    const rows = await client.unsafe<{ name: string; data: JobData[JobName]; ordinal: number }[]>(
      `select name, data, ordinal::float8 as ordinal from pending_jobs where ordinal > ${last} order by ordinal limit 500`,
    );
    for (const { name, data } of rows) if (isJobName(name)) await jobs.send(tx, name, data);
    const end = rows.at(-1);
    if (end === undefined) return lines;
    last = end.ordinal;
  }
}

function isJobName(name: string): name is JobName {
  return jobNames.some((known) => known === name);
}
