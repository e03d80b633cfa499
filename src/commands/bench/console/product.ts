import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The product as `npm start` runs it, in a process of its own. */
export interface Product {
  url: string;
  /** The memory it holds now in MB, and the processor time it has taken so far in seconds. */
  figures(): Promise<{ memoryMb: number; cpuSeconds: number }>;
  stop(): Promise<void>;
}

const main = join(import.meta.dirname, '../../../main.ts');

/** Starts it on a database that is there already, and waits until it answers. */
export async function startProduct(databaseUrl: string, dataDirectory: string): Promise<Product> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--max-semi-space-size=8', main], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC' },
      ...{ DATABASE_URL: databaseUrl, DATA_DIR: dataDirectory, PORT: String(port), LOG_LEVEL: 'error' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child, url);
  return {
    url,
    async figures() {
      const text = await (await fetch(`${url}/metrics`)).text();
      const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1] ?? 0);
      return {
        memoryMb: figure('process_resident_memory_bytes') / 1024 / 1024,
        cpuSeconds: figure('process_cpu_seconds_total'),
      };
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.includes(`ready ${url}\n`)) resolve();
  });
  child.once('exit', (code) => reject(new Error(`The product ended with ${code} and said:\n${printed}`)));
  await promise;
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
