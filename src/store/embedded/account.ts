import { execFile, type SpawnOptions } from 'node:child_process';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system account that owns the database files. `null` means whoever runs us. */
export type Account = { uid: number; gid: number } | null;

interface Launch {
  program: string;
  args: string[];
  options: SpawnOptions;
}

/** How PostgreSQL's programs are started: by which account, and through what. */
export type Launcher = (program: string, args: readonly string[]) => Launch;

/**
 * Chooses who runs PostgreSQL, which refuses to run as root: the owner of existing files, else `postgres`, else
 * `nobody`. No account is created on the machine.
 */
export async function chooseAccount(cluster: string, say: (sentence: string) => void): Promise<Account> {
  const ourUid = process.getuid?.();
  const owner = await stat(cluster).catch(() => null);

  if (ourUid !== 0) {
    if (ourUid === undefined || owner === null || owner.uid === ourUid) return null;
    throw new Error(
      `The database files in ${cluster} belong to user id ${owner.uid} and this process runs as ${ourUid}: start it as that user or as root.`,
    );
  }

  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (account === null) {
    throw new Error('PostgreSQL does not run as root and there is no user named postgres or nobody: add one of them.');
  }
  if (owner !== null) {
    say(`The database files in ${cluster} belonged to root; they now belong to user id ${account.uid}.`);
    await run('chown', ['-R', `${account.uid}:${account.gid}`, cluster]);
  }
  return account;
}

async function lookUp(name: string): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/**
 * The way to start programs as `account` that need to reach `paths`. Where a directory above one of them is closed to
 * the account (a project below /root), the account is lent the single capability to pass through it.
 */
export async function launcherFor(
  account: Account,
  paths: readonly string[],
  say: (sentence: string) => void,
): Promise<Launcher> {
  // The server gets no environment of ours: SQL could read tokens from it. `/` is a directory every account can enter.
  const options: SpawnOptions = {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot },
    stdio: 'ignore',
  };
  if (account === null) return (program, args) => ({ program, args: [...args], options });

  const { uid, gid } = account;
  const closed = await firstClosed(paths, uid, gid);
  if (closed === null) return (program, args) => ({ program, args: [...args], options: { ...options, uid, gid } });

  const [setpriv, capability] = await Promise.all([findSetpriv(), passingCapability()]);
  if (setpriv === null || capability === null) {
    throw new Error(
      `PostgreSQL runs as user id ${uid}, which cannot pass through ${closed}: allow it with "chmod o+x ${closed}", or move the data directory and the project elsewhere.`,
    );
  }
  say(`${closed} is closed to user id ${uid}, which runs PostgreSQL; it is lent the capability ${capability}.`);
  // PostgreSQL asks with access(), which ignores capabilities unless no_setuid_fixup is set.
  const prefix = ['--securebits=+no_setuid_fixup', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  prefix.push(`--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`, '--');
  return (program, args) => ({ program: setpriv, args: [...prefix, program, ...args], options });
}

async function firstClosed(paths: readonly string[], uid: number, gid: number): Promise<string | null> {
  for (const path of paths) {
    for (let directory = dirname(path); ; directory = dirname(directory)) {
      const { mode, ...owner } = await stat(directory);
      const bit = owner.uid === uid ? 0o100 : owner.gid === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return directory;
      if (directory === dirname(directory)) break;
    }
  }
  return null;
}

async function findSetpriv(): Promise<string | null> {
  for (const path of ['/usr/bin/setpriv', '/bin/setpriv']) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/** The mildest capability we hold that passes closed directories. Containers usually keep only the second. */
async function passingCapability(): Promise<'dac_read_search' | 'dac_override' | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const mask = (name: string) => BigInt(`0x${new RegExp(`^${name}:\\s*([0-9a-f]+)`, 'm').exec(status)?.[1] ?? '0'}`);
  const held = mask('CapEff') & mask('CapBnd');
  if ((held & (1n << 2n)) !== 0n) return 'dac_read_search';
  return (held & (1n << 1n)) !== 0n ? 'dac_override' : null;
}
