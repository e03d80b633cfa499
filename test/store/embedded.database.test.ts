import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedServer } from '../../src/store/embedded.ts';
import { swiftDirectory } from '../support/swift-directory.ts';

let prepared: string;

// Preparing a cluster takes a second; each test starts from a copy of a stopped one.
beforeAll(async () => {
  prepared = await mkdtemp(join(await swiftDirectory(), 'dong-hanh-prepared-'));
  const server = await openEmbeddedServer({ dataDirectory: prepared, say: () => undefined });
  await query(server.url, (sql) => sql`create table kept (word text)`);
  await server.stop();
});

afterAll(() => rm(prepared, { recursive: true, force: true }));

test('a new data directory becomes a private server with Vietnamese letters, durable and in UTC', async () => {
  await using place = await anEmptyPlace();

  const server = await place.open();

  const [row] = await query(
    server.url,
    (sql) => sql`
      select lower('ĐỒNG HÀNH') as lowered, current_setting('timezone') as zone, current_setting('fsync') as fsync,
             current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`,
  );
  expect(row).toEqual({ lowered: 'đồng hành', zone: 'UTC', fsync: 'on', addresses: '127.0.0.1', encoding: 'UTF8' });
  const { password } = new URL(server.url);
  const { mode } = await stat(join(place.directory, 'server', 'password'));
  expect(mode & 0o777).toBe(0o600);
  expect(await readFile(place.log, 'utf8')).not.toContain(password);
  expect(await commandLineOf(await place.pid())).not.toContain(password);
  expect(place.said).toEqual([]);
});

test('what was written before a stop is there after the next start, on the same port and within two seconds', async () => {
  await using place = await aPlace();
  const first = await place.open();
  await query(first.url, (sql) => sql`insert into kept values ('tờ khai')`);
  await first.stop();

  const before = performance.now();
  const second = await place.open();
  const tookMilliseconds = performance.now() - before;

  expect(second.url).toBe(first.url);
  expect(await query(second.url, (sql) => sql`select word from kept`)).toEqual([{ word: 'tờ khai' }]);
  expect(tookMilliseconds).toBeLessThan(2_000);
});

test('after a stop no process, lock or listening port is left', async () => {
  await using place = await aPlace();
  const server = await place.open();
  const pid = await place.pid();

  await server.stop();

  await gone(pid);
  expect(await readdir(join(place.directory, 'server', 'cluster'))).not.toContain('postmaster.pid');
  await expect(query(server.url, (sql) => sql`select 1`)).rejects.toThrow('ECONNREFUSED');
});

test('the server of a process that was killed is found and used by the next one', async () => {
  await using place = await aPlace();
  const program = await place.openInAnotherProgram();
  await query(program.url, (sql) => sql`insert into kept values ('trước khi chết')`);
  const orphan = await place.pid();
  await program.kill();

  const server = await place.open();

  expect(await place.pid()).toBe(orphan);
  expect(server.url).toBe(program.url);
  expect(await query(server.url, (sql) => sql`select word from kept`)).toEqual([{ word: 'trước khi chết' }]);
  expect(place.said).toEqual([expect.stringContaining('already runs')]);
  await server.stop();
  await gone(orphan);
});

test('a server that another program still uses is not stopped; the last one to leave stops it', async () => {
  await using place = await aPlace();
  const ours = await place.open();
  const theirs = await place.openInAnotherProgram();
  const pid = await place.pid();

  await ours.stop();

  expect(theirs.url).toBe(ours.url);
  expect(await query(theirs.url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  await theirs.leave();
  await gone(pid);
});

test('a server with a connection of somebody else is left running', async () => {
  await using place = await aPlace();
  const server = await place.open();
  const pid = await place.pid();
  const visitor = postgres(server.url, { max: 1 });
  await visitor`select 1`;

  await server.stop();

  expect(isAlive(pid)).toBe(true);
  expect(place.said).toEqual([expect.stringContaining('left running')]);
  await visitor.end();
});

test('two processes that open the same new directory at the same moment share one server', async () => {
  await using place = await anEmptyPlace();

  const [ours, theirs] = await Promise.all([place.open(), place.openInAnotherProgram()]);

  expect(theirs.url).toBe(ours.url);
  expect(await readdir(place.directory)).toEqual(['server']);
});

test('the lock of a server that was killed too does not stop the next start', async () => {
  await using place = await aPlace();
  const program = await place.openInAnotherProgram();
  await query(program.url, (sql) => sql`insert into kept values ('đã ghi')`);
  const pid = await place.pid();
  await program.kill();
  process.kill(pid, 'SIGKILL');
  await gone(pid);

  const server = await place.open();

  expect(await query(server.url, (sql) => sql`select word from kept`)).toEqual([{ word: 'đã ghi' }]);
  expect(place.said[0]).toContain('not its server any more');
});

test('a lock whose process number now belongs to another program is set aside', async () => {
  await using place = await aPlace();
  // A program of the account that owns the files: PostgreSQL by itself takes it for a running server and gives up.
  const { uid, gid } = await stat(place.cluster);
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...account });
  const lock = [stranger.pid, place.cluster, 1, 5432, '', '127.0.0.1', '        1         1', 'ready   ', ''];
  await writeFile(join(place.cluster, 'postmaster.pid'), lock.join('\n'));

  const server = await place.open();

  expect(await query(server.url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  expect(place.said).toEqual([expect.stringContaining('not its server any more')]);
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
  stranger.kill();
});

test('a lock without content, as a power failure leaves it, is removed', async () => {
  await using place = await aPlace();
  await writeFile(join(place.cluster, 'postmaster.pid'), '');

  const server = await place.open();

  expect(await query(server.url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  expect(place.said).toEqual([expect.stringContaining('power failure')]);
});

test('when another program has taken the port of the last time, a free one is used', async () => {
  await using place = await aPlace();
  const first = await place.open();
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');

  const second = await place.open();

  expect(await query(second.url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  expect(place.said).toEqual([expect.stringContaining('is taken by another program')]);
  squatter.close();
});

test('a database whose preparation was killed half-way is prepared anew', async () => {
  await using place = await anEmptyPlace();
  const program = place.startAnotherProgram();
  while (!(await readdir(place.directory)).some((name) => name.startsWith('initialising-'))) await pause(5);
  program.kill('SIGKILL');
  await once(program, 'exit');
  expect(await readdir(place.directory)).toEqual([expect.stringContaining('initialising-')]);

  const server = await place.open();

  expect(await query(server.url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  expect(await readdir(place.directory)).toEqual(['server']);
  expect(place.said).toEqual([expect.stringContaining('never finished')]);
});

test('a complete database that lost its password file is refused and left untouched', async () => {
  await using place = await aPlace();
  await rm(join(place.directory, 'server', 'password'));
  const before = await readdir(place.cluster);

  await expect(place.open()).rejects.toThrow('put its files back');

  expect(await readdir(place.cluster)).toEqual(before);
});

test('a data directory below one that is closed to everybody else works all the same', async () => {
  await using outer = await anEmptyPlace();
  await chmod(outer.directory, 0o700);
  const dataDirectory = join(outer.directory, 'data');
  await cp(prepared, dataDirectory, { recursive: true });
  await giveTo(dataDirectory);

  const server = await openEmbeddedServer({ dataDirectory, say: () => undefined });

  expect(await query(server.url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  await server.stop();
});

function query<T>(url: string, ask: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  return Promise.resolve(ask(sql)).finally(() => sql.end());
}

async function aPlace() {
  const place = await anEmptyPlace();
  await cp(prepared, place.directory, { recursive: true });
  await giveTo(place.directory);
  // The copies run side by side and each would ask for the port of the original.
  await rm(join(place.cluster, 'postmaster.opts'));
  return place;
}

/** A copy made by root belongs to root; the original's owner is the one PostgreSQL runs as. */
async function giveTo(dataDirectory: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(join(prepared, 'server', 'cluster'));
  const chown = spawn('chown', ['-R', `${uid}:${gid}`, join(dataDirectory, 'server', 'cluster')]);
  await once(chown, 'exit');
}

async function anEmptyPlace() {
  const directory = await mkdtemp(join(await swiftDirectory(), 'dong-hanh-place-'));
  await chmod(directory, 0o755);
  const cluster = join(directory, 'server', 'cluster');
  const said: string[] = [];
  const servers: { stop(): Promise<void> }[] = [];
  const programs: ChildProcess[] = [];

  async function pid(): Promise<number> {
    return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  function startAnotherProgram(): ChildProcess {
    const script = fileURLToPath(new URL('../support/hold-embedded-server.ts', import.meta.url));
    const program = spawn(process.execPath, [script, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
    programs.push(program);
    return program;
  }

  return {
    directory,
    cluster,
    log: join(directory, 'server', 'postgresql.log'),
    said,
    pid,
    startAnotherProgram,
    async open() {
      const say = (sentence: string) => void (isAboutOurPlace(sentence) || said.push(sentence));
      const server = await openEmbeddedServer({ dataDirectory: directory, say });
      servers.push(server);
      return server;
    },
    async openInAnotherProgram() {
      const program = startAnotherProgram();
      const [line] = program.stdout === null ? [''] : await once(program.stdout, 'data');
      return {
        url: String(line).trim(),
        async kill() {
          program.kill('SIGKILL');
          await once(program, 'exit');
        },
        async leave() {
          program.stdin?.end();
          await once(program, 'exit');
        },
      };
    },
    async [Symbol.asyncDispose]() {
      for (const program of programs) program.kill('SIGKILL');
      for (const server of servers) await server.stop();
      const left = await pid().catch(() => 0);
      if (left > 0 && isAlive(left)) {
        process.kill(left, 'SIGQUIT');
        await gone(left);
      }
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isUncollected(pid);
  } catch {
    return false;
  }
}

/** An orphan that ended keeps its number until the first process of the machine collects it. */
function isUncollected(pid: number): boolean {
  return process.platform === 'linux' && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}

async function commandLineOf(pid: number): Promise<string> {
  return process.platform === 'linux' ? readFile(`/proc/${pid}/cmdline`, 'utf8') : '';
}

// A checkout below a closed directory, as in a private temporary one, is lent a capability at each start; which test
// runs where is no matter of these tests.
function isAboutOurPlace(sentence: string): boolean {
  return (
    sentence.includes('it is lent the capability') &&
    import.meta.dirname.startsWith(sentence.split(' is closed')[0] ?? '')
  );
}
