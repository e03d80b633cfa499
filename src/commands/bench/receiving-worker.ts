import { startReceiving } from '../../channel/receiving.ts';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import { openLog } from '../../log.ts';
import { benchBot } from './bench-bot.ts';
import { openDeskOn } from './desk-on.ts';
import { beWorkerProcess } from './worker-processes.ts';

// The inbox as a process with the role "worker" works through it, with nothing else beside it.
await beWorkerProcess(async ({ url }) => {
  const { desk, close } = await openDeskOn(url, 8);
  const silent = { showTyping: async () => undefined, acknowledgeChoice: async () => undefined };
  const receiving = startReceiving({
    desk,
    channels: [{ ...openTelegram(benchBot), ...silent }],
    log: openLog('error'),
  });
  return async () => {
    await receiving.stop();
    await close();
  };
});
