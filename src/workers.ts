import { copyFile } from './channel/copy-file.ts';
import { startDelivering } from './channel/delivering.ts';
import type { Channel } from './channel/port.ts';
import { startReceiving } from './channel/receiving.ts';
import { removeFiles } from './channel/remove-files.ts';
import { act, type Desk } from './desk/act.ts';
import { startLadderTimer } from './desk/cases/ladder-timer.ts';
import { forgetUnconsented } from './desk/privacy/forget-unconsented.ts';
import type { Logger } from './log.ts';
import { cleanUp } from './store/clean-up.ts';
import type { Jobs } from './store/jobs.ts';

const keptMilliseconds = 2 * 24 * 3_600_000;

/** Everything that works without being asked: inbox, outbox, ladder and the jobs beside them. */
export async function startWorkers(parts: {
  desk: Desk;
  channels: readonly Channel[];
  jobs: Jobs;
  log: Logger;
  filesDirectory: string;
}): Promise<{ stop(): Promise<void> }> {
  const { desk, jobs, log } = parts;
  await jobs.work('copy-file', (data) => copyFile(parts, data));
  await jobs.work('forget-unconsented', async () => {
    const forgotten = await act(desk, { kind: 'schedule', name: 'forget-unconsented' }, forgetUnconsented);
    await removeFiles(parts.filesDirectory, forgotten);
  });
  await jobs.work('clean-up', async () => {
    await act(desk, { kind: 'schedule', name: 'clean-up' }, ({ tx, at }) =>
      cleanUp(tx, new Date(at.getTime() - keptMilliseconds)),
    );
  });
  await jobs.schedule('forget-unconsented', '17 * * * *', desk.zone);
  await jobs.schedule('clean-up', '43 2 * * *', desk.zone);

  const loops = [startReceiving(parts), startDelivering(parts), startLadderTimer(desk, log)];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
