import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type EmbeddedServer, openEmbeddedServer } from '../../src/store/embedded.ts';
import { type DemoApi, openDemoApi } from './demo-api.ts';
import { swiftDirectory } from './swift-directory.ts';
import type { TelegramStandIn } from './telegram-stand-in.ts';

/** `npm run demo` as a program of its own, with data of its own. Nothing of it is left at the end of the block. */
export interface RunningDemo extends AsyncDisposable {
  readonly url: string;
  readonly dataDirectory: string;
  readonly api: DemoApi;
  /** The address of its database. Keep it open no longer than the demonstration: a server with users is not stopped. */
  openDatabase(): Promise<{ url: string } & AsyncDisposable>;
  /** Ends the process as a crash would. Its database server stays behind, as it does in real life. */
  kill9(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restart(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** What the process printed, for the message of a failing test. */
  printed(): string;
}

const root = join(import.meta.dirname, '..', '..');
const apiKey = 'khoa-cua-ban-trinh-dien-thu-nghiem';
const readyWithinMs = 90_000;

/** Starts on a copy of a database that was planted once for the run, as every start after the first does. */
export async function startDemo(standIn: TelegramStandIn): Promise<RunningDemo> {
  const dataDirectory = await mkdtemp(join(await swiftDirectory(), 'dong-hanh-demo-'));
  await cp(inject('plantedDemo'), dataDirectory, { recursive: true });
  return startDemoIn(dataDirectory, standIn);
}

/** Starts the demonstration on whatever is in the directory, nothing included, and removes it in the end. */
export async function startDemoIn(dataDirectory: string, standIn: TelegramStandIn): Promise<RunningDemo> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    // Only what programs need to run at all: no setting of the machine may reach the demonstration.
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, TZ: 'UTC' },
    PORT: String(port),
    DATA_DIR: dataDirectory,
    BOOTSTRAP_API_KEY: apiKey,
    TELEGRAM_BOT_TOKEN: standIn.token,
    TELEGRAM_API_ROOT: standIn.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: 'bi-mat-cua-webhook-thu-nghiem',
  };
  let printed = '';
  let child = await launch().catch(async (fault: unknown) => {
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
    throw fault;
  });

  async function launch(): Promise<ChildProcess> {
    const started = spawn(process.execPath, ['src/commands/demo.ts'], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
    const from = printed.length;
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.slice(from).includes(`ready ${url}\n`)) resolve();
      });
    }
    started.once('exit', (code) => reject(new Error(`The demonstration ended with ${code} and said:\n${printed}`)));
    const limit = setTimeout(
      () => reject(new Error(`Not ready within ${readyWithinMs} ms. It said:\n${printed}`)),
      readyWithinMs,
    );
    try {
      await ready;
      return started;
    } catch (fault) {
      await end(started, 'SIGKILL');
      await stopOrphan(dataDirectory);
      throw fault;
    } finally {
      clearTimeout(limit);
    }
  }

  async function stop(): Promise<void> {
    await end(child, 'SIGTERM');
  }

  return {
    url,
    dataDirectory,
    api: openDemoApi(url, apiKey),
    async openDatabase() {
      const server = await joinServer(dataDirectory);
      return { url: server.url, [Symbol.asyncDispose]: () => server.stop() };
    },
    kill9: () => end(child, 'SIGKILL'),
    async restart() {
      await stop();
      child = await launch();
    },
    stop,
    printed: () => printed,
    async [Symbol.asyncDispose]() {
      await stop();
      if (child.signalCode === 'SIGKILL') await stopOrphan(dataDirectory);
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Waits until the process is gone; one that ignores a polite signal is killed. */
async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(limit);
}

/** Stops the database server that a killed process left behind, as the next start of the product would find it. */
async function stopOrphan(dataDirectory: string): Promise<void> {
  if (existsSync(join(dataDirectory, 'postgres'))) await (await joinServer(dataDirectory)).stop();
}

function joinServer(dataDirectory: string): Promise<EmbeddedServer> {
  return openEmbeddedServer({ dataDirectory: join(dataDirectory, 'postgres'), say: () => undefined });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port');
  return address.port;
}
