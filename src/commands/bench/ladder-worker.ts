import { startLadderTimer } from '../../desk/cases/ladder-timer.ts';
import { openLog } from '../../log.ts';
import { openDeskOn } from './desk-on.ts';
import { beWorkerProcess } from './worker-processes.ts';

// The ladder timer as every process of the product runs it, with nothing else beside it.
await beWorkerProcess(async ({ url }) => {
  const { desk, close } = await openDeskOn(url, 4);
  const timer = startLadderTimer(desk, openLog('error'));
  return async () => {
    await timer.stop();
    await close();
  };
});
