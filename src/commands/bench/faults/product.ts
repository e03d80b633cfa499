import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The whole product as a program of its own, the way `npm start` runs it. */
export interface Product {
  /** Ends it as a power cut would and starts it again; resolves once it answers. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** `program` is `src/main.ts`, or that of the demonstration, whose clock can be pushed. */
export async function startProduct(program: string, environment: Readonly<Record<string, string>>): Promise<Product> {
  let child = await launch(program, environment);
  return {
    async killAndRestart() {
      await end(child, 'SIGKILL');
      child = await launch(program, environment);
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

async function launch(program: string, environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const started = spawn(process.execPath, [program], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  let printed = '';
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-20_000);
    if (printed.includes('ready http')) resolve();
  });
  started.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${printed}`)));
  await ready;
  return started;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
