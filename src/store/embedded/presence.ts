import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { type Cluster, roleName } from './cluster.ts';

/** Our standing in a running server: a session that holds a shared lock for as long as this process uses it. */
export interface Presence {
  url: string;
  /** Gives the standing up and tells whether nobody else is left. If so, newcomers wait until `close`. */
  isLast(): Promise<boolean>;
  close(): Promise<void>;
}

// Any number does, as long as every version of this program uses the same one: "DH" in ASCII.
const presenceLock = 0x4448;

const comingOrGoing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01', // the server is shut down by an administrator
  '57P02', // it recovers from a crash
  '57P03', // it does not accept connections yet, or any more
]);

/** Joins the server on `port`. `null` if it is not there or on its way out; throws if it is not the cluster's own. */
export async function join(cluster: Cluster, port: number): Promise<Presence | null> {
  const address = `postgres://${roleName}:${cluster.password}@127.0.0.1:${port}`;
  // The lock lives in the session, so the driver must not renew its connection after a while.
  const sql = postgres(`${address}/postgres`, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'dong-hanh presence' },
  });
  try {
    const [server] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    if (server?.directory !== cluster.directory) {
      throw new Error(
        `The server on port ${port} keeps its data in ${server?.directory}, not in ${cluster.directory}.`,
      );
    }
    await sql`select pg_advisory_lock_shared(${presenceLock})`;
    await createOurDatabase(sql);
  } catch (failure) {
    await sql.end({ timeout: 0 });
    const code = codeOf(failure);
    if (code !== null && comingOrGoing.has(code)) return null;
    if (code === '28P01') {
      throw new Error(
        `PostgreSQL on port ${port} does not accept the password kept beside ${cluster.directory}: put the right one back.`,
        { cause: failure },
      );
    }
    throw failure;
  }
  return {
    url: `${address}/${roleName}`,
    isLast: () => isLast(sql),
    close: () => sql.end({ timeout: 0 }),
  };
}

async function createOurDatabase(sql: postgres.Sql): Promise<void> {
  const [found] = await sql`select 1 from pg_database where datname = ${roleName}`;
  if (found !== undefined) return;
  await sql`create database ${sql(roleName)}`.catch((failure: unknown) => {
    // Another process of ours started at the same moment and was quicker.
    if (codeOf(failure) !== '42P04' && codeOf(failure) !== '23505') throw failure;
  });
}

async function isLast(sql: postgres.Sql): Promise<boolean> {
  try {
    await sql`select pg_advisory_unlock_shared(${presenceLock})`;
    const [lock] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${presenceLock}) as taken`;
    if (lock?.taken !== true) return false;

    // A connection that was closed a moment ago is listed until its worker has left, so one look is not enough.
    for (let looksLeft = 20; looksLeft > 0; looksLeft -= 1) {
      const others = await sql`
        select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`;
      if (others.length === 0) return true;
      await pause(50);
    }
    return false;
  } catch (failure) {
    const code = codeOf(failure);
    if (code !== null && comingOrGoing.has(code)) return false;
    throw failure;
  }
}

function codeOf(failure: unknown): string | null {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : null;
}
