import { checkById, finishCheck, noteProgress } from '../../store/audit-checks.ts';
import { appendLedger } from '../../store/ledger.ts';
import { type RootFile, readRootFiles } from '../../store/root-files.ts';
import { act, type Desk } from '../act.ts';
import { verifyLedgers } from './verify-ledgers.ts';

// More than are shown: whoever reads is shown only those of ledgers that they may know of.
const mostKept = 200;

/** Carries out a check that was asked for, telling how far it is. One that is finished is left as it is. */
export async function checkLedgers(desk: Desk, checkId: number, rootsDirectory: string): Promise<void> {
  const { db } = desk.database;
  const check = await checkById(db, checkId);
  if (check === null || check.finishedAt !== null) return;

  // One write at a time: what is counted meanwhile is told with the next.
  let telling: Promise<void> | null = null;
  const { rows, ledgers, roots, files, breaks } = await verifyLedgers(
    db,
    await rootFilesIn(rootsDirectory),
    (done, all) => {
      telling ??= noteProgress(db, checkId, { done, all }).finally(() => {
        telling = null;
      });
    },
  );
  await telling;

  await act(desk, check.askedBy, async ({ tx, at, by }) => {
    await finishCheck(tx, checkId, {
      ...{ done: rows, all: rows, finishedAt: at },
      ...{ breakCount: breaks.length, breaks: breaks.slice(0, mostKept) },
    });
    const detail = { rows, ledgers, roots, files, breaks: breaks.length };
    await appendLedger(tx, 'audit', [{ type: 'verified', detail }], by, at);
  });
}

/** None where no day was sealed yet. */
async function rootFilesIn(directory: string): Promise<RootFile[]> {
  try {
    return await readRootFiles(directory);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
}
