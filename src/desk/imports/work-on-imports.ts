import { join } from 'node:path';
import { DeskError } from '../../errors.ts';
import { nouns } from '../../import/nouns/nouns.ts';
import { recognise } from '../../import/recognise.ts';
import { mostAttempts } from '../../rules/imports/attempts.ts';
import { claimImportWork, countTaken, type ImportFileRow, saveHeldWork } from '../../store/import-files.ts';
import { act } from '../act.ts';
import { leaseFrom, requireHeld, saveOrLose, whileHeld } from './hold-work.ts';
import { uploadLimits } from './limits.ts';
import type { Watch } from './named-imports.ts';
import { recordImport } from './record.ts';
import { sampling } from './sampling.ts';
import { type ImportPlace, pathOf, takeFile } from './take-file.ts';

/**
 * One pass: does what is to be done about files that people brought, the oldest first, and answers how many there were. Work
 * that a dead process left is begun again from the first row: what it took stands and is only met again.
 */
export async function workOnImports(place: ImportPlace): Promise<number> {
  const { desk } = place;
  for (let done = 0; ; done += 1) {
    const at = desk.clock.now();
    const work = await claimImportWork(desk.database.db, { at, until: leaseFrom(at) });
    if (work === null) return done;
    await whileHeld(desk, work, () => doWork(place, work));
  }
}

async function doWork(place: ImportPlace, work: ImportFileRow): Promise<void> {
  const end = work.state === 'reading' ? refuse : stop;
  if (work.tries > mostAttempts) return end(place, work, 'Đã thử nhiều lần mà máy chủ đều gặp sự cố giữa chừng.');
  try {
    await (work.state === 'reading' ? tryOut(place, work) : carryOut(place, work));
  } catch (fault) {
    if (!(fault instanceof DeskError)) throw fault;
    await end(place, work, fault.message);
  }
}

/** The preview: does all of it in a transaction that is taken back, and keeps what came of it. */
async function tryOut(place: ImportPlace, work: ImportFileRow): Promise<void> {
  const { desk, filesDirectory } = place;
  const { db } = desk.database;
  const path = join(filesDirectory, pathOf(work));
  const recognition = await recognise<object>(path, nouns[work.noun], { chosen: work.columns, limits: uploadLimits });
  await saveOrLose(db, work, { recognition });
  const { samples, watch } = sampling(db);
  const { counts, rejected, rejectedPath } = await takeFile(place, work, { isDryRun: true, by: work.broughtBy, watch });
  const preview = { counts, ...samples, rejected };
  await saveOrLose(db, work, { state: 'read', preview, rejectedPath, leasedUntil: null, refusal: null });
}

async function carryOut(place: ImportPlace, work: ImportFileRow): Promise<void> {
  const { desk } = place;
  const by = work.startedBy ?? work.broughtBy;
  const watch: Watch = async ({ tx, taken }) => {
    const added = taken.filter((each) => each === 'added').length;
    const changed = taken.filter((each) => each === 'changed').length;
    // In the same transaction as the rows: an attempt that lost the work undoes what it was about to commit.
    requireHeld(await countTaken(tx, work, { added, changed }));
  };
  const { counts, rejectedPath } = await takeFile(place, work, { isDryRun: false, by, watch });
  await act(desk, by, async ({ tx, at }) => {
    const ended = { state: 'imported' as const, finishedAt: at, leasedUntil: null, refusal: null };
    requireHeld(await saveHeldWork(tx, work, { ...ended, counts, rejectedPath, path: null }));
    await desk.jobs.send(tx, 'remove-files', { paths: [pathOf(work)] });
  });
}

async function refuse({ desk }: ImportPlace, work: ImportFileRow, refusal: string): Promise<void> {
  await saveHeldWork(desk.database.db, work, { state: 'refused', refusal, leasedUntil: null });
}

async function stop({ desk }: ImportPlace, work: ImportFileRow, refusal: string): Promise<void> {
  await act(desk, work.startedBy ?? work.broughtBy, async (current) => {
    const { tx, at } = current;
    requireHeld(await saveHeldWork(tx, work, { state: 'stopped', refusal, finishedAt: at, leasedUntil: null }));
    await recordImport(current, 'importStopped', work);
  });
}
