import { startDelivering } from '../../channel/delivering.ts';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import { openLog } from '../../log.ts';
import { openDeskOn } from './desk-on.ts';
import { beWorkerProcess } from './worker-processes.ts';

// The deliverer as every process of the product runs it, with the real Telegram channel and nothing else beside it.
await beWorkerProcess(async ({ url, apiRoot = '', token = '' }) => {
  const { desk, close } = await openDeskOn(url, 8);
  const delivering = startDelivering({ desk, channels: [openTelegram({ token, apiRoot })], log: openLog('error') });
  return async () => {
    await delivering.stop();
    await close();
  };
});
