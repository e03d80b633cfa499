import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface StrictTelegram {
  port: number;
  /** How many messages came too soon. */
  report(): Promise<{ tooMany: number }>;
  stop(): void;
}

/** A Telegram in a process of its own that tolerates nothing beyond its limits. */
export async function startStrictTelegram(): Promise<StrictTelegram> {
  const child = fork(new URL('../strict-telegram.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    async report() {
      child.send('report');
      const [{ tooMany }] = (await once(child, 'message')) as [{ tooMany: number }];
      return { tooMany };
    },
    stop() {
      if (child.connected) child.disconnect();
    },
  };
}
