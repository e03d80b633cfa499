import type { RetentionSubject } from '../../rules/privacy/retention.ts';
import { dayMilliseconds } from '../../rules/working-time/working-day.ts';
import { dropOldUploads } from '../../store/case-uploads.ts';
import { exportRef, forgetFiles } from '../../store/erasing.ts';
import { appendLedger } from '../../store/ledger.ts';
import { withoutRows } from '../../store/redaction.ts';
import { beginRetentionRun, endRetentionRun, retentionInForce } from '../../store/retention.ts';
import {
  closeErasedChats,
  deleteOld,
  emptyOldDeliveries,
  oldCases,
  oldExports,
  oldWords,
  type Sweep,
} from '../../store/retention-sweeps.ts';
import { type Act, act, type Desk } from '../act.ts';
import { forgetImportFiles } from '../imports/forget-import-files.ts';
import { eraseCase } from './erase-case.ts';
import { eraseMessages } from './erase-messages.ts';
import { recordPrivacy } from './record.ts';

const by = { kind: 'schedule' as const, name: 'retention' };
const because = 'retention';

/** One batch: how many rows, whether more may be left, and where the next begins. */
interface Batch {
  count: number;
  isLast: boolean;
  last: number;
}

/** Deletes or empties what is past its time, a batch a transaction, and notes how much of each it was. */
export async function applyRetention(desk: Desk): Promise<Partial<Record<RetentionSubject, number>>> {
  const startedAt = desk.clock.now();
  const runId = await act(desk, by, ({ tx, at }) => beginRetentionRun(tx, at));
  const rules = await retentionInForce(desk.database.db, startedAt);
  const counts: Partial<Record<RetentionSubject, number>> = {};
  for (const { what, days } of rules) {
    const before = new Date(startedAt.getTime() - days * dayMilliseconds);
    counts[what] = await sweep(desk, what, before);
  }
  await act(desk, by, async (current) => {
    await endRetentionRun(current.tx, runId, { finishedAt: current.at, counts });
    await recordPrivacy(current, 'retentionRun', { runId, counts });
  });
  return counts;
}

async function sweep(desk: Desk, what: RetentionSubject, before: Date): Promise<number> {
  let total = 0;
  let after = 0;
  for (;;) {
    const batch = await act(desk, by, (current) => sweeps[what](current, { before, after, limit: batchSizes[what] }));
    total += batch.count;
    if (batch.isLast) return total;
    after = batch.last;
  }
}

// A case is many rows, a kept answer is one.
const batchSizes: Record<RetentionSubject, number> = {
  closedCases: 20,
  chatMessages: 500,
  inboxPayloads: 2000,
  dataExports: 100,
  unsentFiles: 100,
  linkCodes: 1000,
  idempotentAnswers: 5000,
  liveChanges: 5000,
  signInSessions: 1000,
  caseViews: 5000,
  closedChats: 200,
  importFiles: 100,
  officerNotices: 5000,
};

const sweeps: Record<RetentionSubject, (current: Act, sweep: Sweep) => Promise<Batch>> = {
  async closedCases(current, range) {
    const ids = await oldCases(current.tx, range);
    for (const caseId of ids) await eraseCase(current, { caseId, because, chats: 'all' });
    return batchOf(ids, range);
  },
  async chatMessages(current, range) {
    const messages = await oldWords(current.tx, range);
    const removed = await eraseMessages(current, messages, new Map(), because);
    const entries = removed.map(({ type, ...detail }) => ({ type, detail }));
    await appendLedger(current.tx, 'privacy', entries, current.by, current.at);
    return batchOf(
      messages.map(({ id }) => id),
      range,
    );
  },
  async inboxPayloads({ tx }, range) {
    const { count, last } = await emptyOldDeliveries(tx, range);
    return { count, last, isLast: count < range.limit };
  },
  async dataExports({ tx, jobs }, range) {
    const rows = await oldExports(tx, exportRef, range);
    const paths = await forgetFiles(tx, rows, null);
    if (paths.length > 0) await jobs.send(tx, 'remove-files', { paths });
    return batchOf(
      rows.map(({ id }) => id),
      range,
    );
  },
  async unsentFiles({ tx, jobs }, range) {
    const rows = await dropOldUploads(tx, range);
    const paths = await withoutRows(
      tx,
      rows.map(({ path }) => path),
    );
    if (paths.length > 0) await jobs.send(tx, 'remove-files', { paths });
    return batchOf(
      rows.map(({ id }) => id),
      range,
    );
  },
  async linkCodes({ tx }, range) {
    const officers = await deleteOld(tx, 'officerCodes', range);
    const enterprises = await deleteOld(tx, 'enterpriseCodes', range);
    return { count: officers + enterprises, last: 0, isLast: Math.max(officers, enterprises) < range.limit };
  },
  idempotentAnswers: (current, range) => deleted(current, 'idempotentAnswers', range),
  liveChanges: (current, range) => deleted(current, 'liveChanges', range),
  async signInSessions({ tx }, range) {
    const sessions = await deleteOld(tx, 'signInSessions', range);
    const attempts = await deleteOld(tx, 'signInAttempts', range);
    return { count: sessions + attempts, last: 0, isLast: Math.max(sessions, attempts) < range.limit };
  },
  caseViews: (current, range) => deleted(current, 'caseViews', range),
  async closedChats({ tx }, range) {
    const count = await closeErasedChats(tx, range);
    return { count, last: 0, isLast: count < range.limit };
  },
  async importFiles(current, range) {
    return batchOf(await forgetImportFiles(current, range), range);
  },
  officerNotices: (current, range) => deleted(current, 'officerNotices', range),
};

async function deleted({ tx }: Act, which: Parameters<typeof deleteOld>[1], range: Sweep): Promise<Batch> {
  const count = await deleteOld(tx, which, range);
  return { count, last: 0, isLast: count < range.limit };
}

function batchOf(ids: readonly number[], { limit, after }: Sweep): Batch {
  return { count: ids.length, last: ids.at(-1) ?? after, isLast: ids.length < limit };
}
