import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, chooseAccount, type Launcher, launcherFor } from './account.ts';
import { findBinaries } from './binaries.ts';

/** The superuser of the cluster, and the name of our database in it. */
export const roleName = 'dong_hanh';

/** One complete PostgreSQL cluster on disk and the means to start it. */
export interface Cluster {
  /** PostgreSQL's own data directory. */
  directory: string;
  logFile: string;
  password: string;
  account: Account;
  postgres: string;
  launch: Launcher;
}

const unfinished = /^initialising-(\d+)-/;

/**
 * Opens the cluster below `dataDirectory`, making it first if there is none. It is built beside its final place and
 * renamed into it whole, so `server/` is complete whenever it exists, and nothing here ever deletes it.
 */
export async function openCluster(
  dataDirectory: string,
  durable: boolean,
  say: (sentence: string) => void,
): Promise<Cluster> {
  await mkdir(dataDirectory, { recursive: true });
  const root = await realpath(dataDirectory);
  await removeUnfinished(root, say);

  const server = join(root, 'server');
  const directory = join(server, 'cluster');
  const { initdb, postgres } = findBinaries();
  const account = await chooseAccount(directory, say);
  const launch = await launcherFor(account, [postgres, server], say);
  if (!(await exists(server))) await initialise({ root, server, initdb, account, launch, durable });

  const password = await readFile(join(server, 'password'), 'utf8').catch(() => null);
  if (password === null || !(await exists(join(directory, 'PG_VERSION')))) {
    throw new Error(
      `${server} holds no complete database: put its files back, or move it away to start with a new one.`,
    );
  }
  return { directory, logFile: join(server, 'postgresql.log'), password: password.trim(), account, postgres, launch };
}

async function initialise(plan: {
  root: string;
  server: string;
  initdb: string;
  account: Account;
  launch: Launcher;
  durable: boolean;
}): Promise<void> {
  const { root, server, initdb, account, launch, durable } = plan;
  const building = join(root, `initialising-${process.pid}-${randomBytes(4).toString('hex')}`);
  const cluster = join(building, 'cluster');
  const passwordFile = join(building, 'password');

  await mkdir(building);
  await mkdir(cluster);
  // Set apart from mkdir, whose mode the umask narrows. The account passes through to its cluster and lists nothing.
  await chmod(building, account === null ? 0o700 : 0o711);
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account !== null) {
    await chown(cluster, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }

  try {
    await runToEnd(launch, initdb, [
      `--pgdata=${cluster}`,
      `--username=${roleName}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8 knows Vietnamese letters and needs no locale installed on the machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await rename(building, server);
  } catch (failure) {
    await rm(building, { recursive: true, force: true });
    // Another process of ours made the cluster in the meantime: theirs is as good.
    if (!(await exists(server))) throw failure;
  }
}

async function runToEnd(launch: Launcher, program: string, args: readonly string[]): Promise<void> {
  const { program: command, args: words, options } = launch(program, args);
  const child = spawn(command, words, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`PostgreSQL could not prepare its files: ${complaint.trim()}`);
}

/** A process that was killed while it prepared a cluster leaves its half behind; nobody ever wrote data there. */
async function removeUnfinished(root: string, say: (sentence: string) => void): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = Number(unfinished.exec(name)?.[1] ?? Number.NaN);
    // Containers hand out the same pids after every start, so our own number on an old half is a coincidence.
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) continue;
    say(`The database in ${join(root, name)} was never finished; it is removed and prepared anew.`);
    await rm(join(root, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Whether some process has this id. A process of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM';
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
