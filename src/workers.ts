import type { Assistant } from './assistant/port.ts';
import type { ForgeryListener } from './channel/acknowledge-press.ts';
import { openAdviser } from './channel/advising.ts';
import { answerWithFiles } from './channel/answer-with-files.ts';
import { copyFile } from './channel/copy-file.ts';
import { startDelivering } from './channel/delivering.ts';
import type { Channel, ChannelName, Delivery } from './channel/port.ts';
import { startReceiving } from './channel/receiving.ts';
import { removeFiles } from './channel/remove-files.ts';
import { act, type Desk } from './desk/act.ts';
import { startCaseHelper } from './desk/assistant/case-helper.ts';
import { checkLedgers } from './desk/audit/check-ledgers.ts';
import { sealDay } from './desk/audit/seal-day.ts';
import type { FiredStep } from './desk/cases/fire-due-step.ts';
import { startLadderTimer } from './desk/cases/ladder-timer.ts';
import { recomputeClocks } from './desk/cases/recompute-clocks.ts';
import { sendWeeklyDigests } from './desk/digests/weekly-digest.ts';
import { endExpiredLinks } from './desk/enterprises/stop-speaking.ts';
import { workOnImports } from './desk/imports/work-on-imports.ts';
import { bringToDate } from './desk/organisation/bring-to-date.ts';
import { applyRetention } from './desk/privacy/apply-retention.ts';
import { passOverDataRequests } from './desk/privacy/carry-out-deletions.ts';
import { forgetUnconsented } from './desk/privacy/forget-unconsented.ts';
import { startInviting } from './desk/ratings/inviting.ts';
import { startActionTimer } from './desk/ratings/verification/action-timer.ts';
import { startReminderTimer } from './desk/reminders/reminder-timer.ts';
import type { Logger } from './log.ts';
import { workOnPromiseFigures } from './reports/compliance/figure-jobs.ts';
import { prepareExport } from './reports/data-export/prepare-export.ts';
import { workOnRatingFigures } from './reports/ratings/figure-jobs.ts';
import type { Jobs } from './store/jobs.ts';
import { topUnit } from './store/organisation.ts';
import { withoutRows } from './store/redaction.ts';
import { exportRoot } from './store/root-files.ts';

/** Everything that works without being asked: inbox, outbox, ladder and the jobs beside them. */
export async function startWorkers(parts: {
  desk: Desk;
  channels: readonly Channel[];
  jobs: Jobs;
  log: Logger;
  /** Hears of every step of the ladder that this process fires. */
  onFired?: (step: FiredStep) => void;
  onForgery?: ForgeryListener;
  /** Hears of every answer a platform gave to a message of ours. */
  onAnswer?: (channel: ChannelName, answer: Delivery) => void;
  /** Looks at our accounts on the platforms that can say how they are. */
  accountChecks: readonly (() => Promise<unknown>)[];
  /** Null: everything is done by rules. */
  assistant: Assistant | null;
  filesDirectory: string;
  /** Where the daily roots of the ledgers are exported. */
  auditDirectory: string;
}): Promise<{ stop(): Promise<void> }> {
  const { desk, jobs, log, assistant } = parts;
  await jobs.work('copy-file', (data) => copyFile(parts, data));
  await jobs.work('answer-with-files', (data) => answerWithFiles(parts, data));
  await jobs.work('forget-unconsented', async () => {
    const forgotten = await act(desk, { kind: 'schedule', name: 'forget-unconsented' }, forgetUnconsented);
    await removeFiles(parts.filesDirectory, forgotten);
  });
  await jobs.work('clean-up', async () => {
    log.info(await applyRetention(desk), 'what was past its time is gone');
  });
  await jobs.work('data-requests', async () => {
    await passOverDataRequests(desk);
  });
  await jobs.work('work-on-imports', async () => {
    await workOnImports(parts);
  });
  // What a process left in the middle.
  await jobs.schedule('work-on-imports', '* * * * *', desk.zone);
  await jobs.work('prepare-export', (data) => prepareExport(parts, data));
  const bringDeskToDate = async () => {
    await act(desk, { kind: 'schedule', name: 'bring-to-date' }, bringToDate);
  };
  // What was decided for a day on which no process ran.
  await bringDeskToDate();
  await jobs.work('bring-to-date', bringDeskToDate);
  await jobs.work('audit-root', async () => {
    const root = await act(desk, { kind: 'schedule', name: 'audit-root' }, sealDay);
    const path = await exportRoot(parts.auditDirectory, root);
    log.info({ date: root.date, hash: root.hash, path }, 'the ledgers are sealed for the day');
  });
  await jobs.work('check-ledgers', ({ checkId }) => checkLedgers(desk, checkId, parts.auditDirectory));
  await jobs.work('remove-files', async ({ paths }) => {
    // Somebody may have sent the same file since.
    const free = await desk.database.db.transaction((tx) => withoutRows(tx, paths));
    await removeFiles(parts.filesDirectory, { paths: free, webAddresses: [] });
  });
  await jobs.work('check-accounts', async () => {
    for (const check of parts.accountChecks) await check();
  });
  await jobs.work('end-links', async () => {
    await act(desk, { kind: 'schedule', name: 'end-links' }, endExpiredLinks);
  });
  await jobs.work('weekly-digest', async () => {
    await act(desk, { kind: 'schedule', name: 'weekly-digest' }, sendWeeklyDigests);
  });
  await jobs.schedule('weekly-digest', '*/5 6-17 * * *', desk.zone);
  await jobs.schedule('end-links', '* * * * *', desk.zone);
  await jobs.schedule('check-accounts', '*/10 * * * *', desk.zone);
  await jobs.schedule('bring-to-date', '*/10 * * * *', desk.zone);
  await jobs.schedule('audit-root', '5 0 * * *', desk.zone);
  await jobs.schedule('forget-unconsented', '17 * * * *', desk.zone);
  await jobs.work('recompute-clocks', async () => {
    const { checked, count, differing } = await recomputeClocks(desk);
    log[count > 0 ? 'error' : 'info']({ checked, count, differing }, 'the clocks were recomputed');
  });
  await jobs.schedule('recompute-clocks', '20 3 * * *', desk.zone);
  await jobs.schedule('data-requests', '* * * * *', desk.zone);
  await jobs.schedule('clean-up', '43 2 * * *', desk.zone);

  if ((await topUnit(desk.database.db)) === null)
    log.info('there are no units yet: what is done by the office hours begins once there are');

  // The bot of the Bot Platform is the officers' own.
  const accounts = parts.channels.flatMap(({ name, account, pace, windowAt }) =>
    name === 'zaloBot'
      ? []
      : [{ channel: name, account, pace: pace?.account ?? null, ...(windowAt === undefined ? {} : { windowAt }) }],
  );
  await workOnRatingFigures(desk, jobs);
  await workOnPromiseFigures(desk, jobs);

  const loops = [
    startReceiving({ ...parts, adviser: assistant === null ? null : openAdviser({ desk, assistant, log }) }),
    startDelivering(parts),
    startLadderTimer(desk, log, parts.onFired),
    startReminderTimer(desk, (fault) => log.error({ err: fault }, 'reminders could not be looked through')),
    startActionTimer(desk, (fault) => log.error({ err: fault }, 'corrective actions could not be looked through')),
    startInviting({ desk, accounts, log }),
    ...(assistant === null
      ? []
      : [startCaseHelper(desk, assistant, (fault) => log.error({ err: fault }, 'cases could not be prepared'))]),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
