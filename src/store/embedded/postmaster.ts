import { execFile, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Cluster, isAlive } from './cluster.ts';

const run = promisify(execFile);

/** What the cluster's `postmaster.pid` and the process it names say together. */
export type Sight =
  | { state: 'absent' }
  /** A server is about to write its file, or a crash of the machine left an empty one. */
  | { state: 'unreadable' }
  /** The process is gone, or its id now belongs to something else that is alive. */
  | { state: 'stale'; pid: number }
  | { state: 'starting' | 'ready' | 'stopping'; pid: number; port: number };

export type Started =
  | { outcome: 'running' }
  | { outcome: 'portTaken' }
  /** Another process of ours was quicker, or workers of a killed server are still leaving. */
  | { outcome: 'occupied'; detail: string }
  | { outcome: 'failed'; detail: string };

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  work_mem: '8MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Without it a unique violation writes the offending values, which may be personal, into the log.
  log_error_verbosity: 'terse',
};

/** What a lock names after it was set aside. */
export const nobodysPid = 2_147_483_647;

const logLimitBytes = 16 * 1024 * 1024;

/** Looks for a server of this cluster without connecting to it. */
export async function look(cluster: Cluster): Promise<Sight> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => null);
  if (text === null) return { state: 'absent' };

  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { state: 'unreadable' };
  if (!isAlive(pid) || !(await isPostmasterOf(cluster, pid))) return { state: 'stale', pid };

  const status = lines[7]?.trim();
  const port = Number(lines[3]);
  return { state: status === 'ready' || status === 'stopping' ? status : 'starting', pid, port };
}

/** A killed process that nobody collected has an empty command line, so it is not taken for a running server. */
async function isPostmasterOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    return words.includes(cluster.directory) && words.some((word) => word.endsWith('/postgres'));
  }
  if (process.platform === 'win32') return true;
  const listed = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return listed.stdout.includes(`-D ${cluster.directory}`) && listed.stdout.includes('postgres');
}

/**
 * Makes a lock harmless that names the stranger `pid`, whom PostgreSQL would take for a running server. Only the id is
 * replaced, by one that no system hands out: the file also names the shared memory through which PostgreSQL notices
 * that workers of the old server still live.
 */
export function disarm(cluster: Cluster, pid: number): void {
  // Without a pause between reading and writing, so that the lock of a server started meanwhile is left alone.
  const text = readLock(cluster);
  if (text.startsWith(`${pid}\n`)) writeFileSync(pidFile(cluster), text.replace(/^\d+/, String(nobodysPid)));
}

/** Removes a lock without content, which PostgreSQL itself refuses to judge. */
export function removeEmptyLock(cluster: Cluster): void {
  if (readLock(cluster).trim() === '') rmSync(pidFile(cluster), { force: true });
}

function readLock(cluster: Cluster): string {
  try {
    return readFileSync(pidFile(cluster), 'utf8');
  } catch {
    return '';
  }
}

/** The port of the last start if it is free, so that programs which knew it find the server again; else a free one. */
export async function choosePort(cluster: Cluster): Promise<{ port: number; insteadOf: number | null }> {
  const lastWords = await readFile(join(cluster.directory, 'postmaster.opts'), 'utf8').catch(() => '');
  const last = Number(/"port=(\d+)"/.exec(lastWords)?.[1] ?? 0);
  if (last > 0 && (await listenOnce(last)) !== null) return { port: last, insteadOf: null };
  const free = await listenOnce(0);
  if (free === null) throw new Error('There is no free port on 127.0.0.1 for PostgreSQL.');
  return { port: free, insteadOf: last > 0 ? last : null };
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

/**
 * Starts a server that outlives us: its own session, so a Ctrl-C in our terminal does not reach it, and a log file
 * instead of our output. Resolves once its lock is written, before it answers; or when it has given up.
 */
export async function start(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Started> {
  const log = await open(cluster.logFile, 'a', 0o600);
  if ((await log.stat()).size > logLimitBytes) await log.truncate(0);
  const { size: logStart } = await log.stat();

  const flags = Object.entries({ ...defaults, ...settings, port: String(port) });
  const words = ['-D', cluster.directory, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { program, args, options } = cluster.launch(cluster.postgres, words);
  const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] });
  let ended: string | null = null;
  child.once('error', (failure) => {
    ended = failure.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  child.unref();
  await log.close();

  while (ended === null) {
    const sight = await look(cluster);
    if ('port' in sight && sight.pid === child.pid) return { outcome: 'running' };
    await pause(10);
  }
  return judge(await readTail(cluster.logFile, logStart), ended);
}

function judge(log: string, ended: string): Started {
  const fatal = log.split('\n').filter((line) => /\b(FATAL|PANIC):/.test(line));
  const detail = fatal.at(-1)?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? (log.trim().split('\n').at(-1) || ended);
  if (/could not create any TCP\/IP sockets/.test(log)) return { outcome: 'portTaken' };
  if (/lock file .* already exists|pre-existing shared memory block|lock file .* is empty/.test(log)) {
    return { outcome: 'occupied', detail };
  }
  return { outcome: 'failed', detail };
}

async function readTail(path: string, from: number): Promise<string> {
  const { size } = await stat(path);
  const log = await open(path, 'r');
  try {
    const length = Math.min(size - from, 65_536);
    const { buffer } = await log.read(Buffer.alloc(Math.max(length, 0)), 0, Math.max(length, 0), size - length);
    return buffer.toString('utf8');
  } finally {
    await log.close();
  }
}

function pidFile(cluster: Cluster): string {
  return join(cluster.directory, 'postmaster.pid');
}
