import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RejectedRow } from '../../import/read-table.ts';
import type { Actor } from '../../rules/case/words.ts';
import type { FileCounts, RejectedSample } from '../../rules/imports/import-file.ts';
import type { ImportFileRow } from '../../store/import-files.ts';
import type { Desk } from '../act.ts';
import { saveOrLose } from './hold-work.ts';
import { rejectedPathOf } from './keep-upload.ts';
import { uploadLimits } from './limits.ts';
import { openers, type Watch } from './named-imports.ts';
import { beginRejectedReport } from './rejected-report.ts';

export interface ImportPlace {
  desk: Desk;
  filesDirectory: string;
}

export interface TakenFile {
  counts: FileCounts;
  /** The first rejected rows; all of them are in the report. */
  rejected: RejectedSample[];
  /** Null where no row was rejected. */
  rejectedPath: string | null;
}

const mostRejected = 50;
const mostValueLength = 200;

/** Takes a whole file as the command would, for good or as a trial, and notes after each part how far it has come. */
export async function takeFile(
  { desk, filesDirectory }: ImportPlace,
  work: ImportFileRow,
  { isDryRun, by, watch }: { isDryRun: boolean; by: Actor; watch: Watch },
): Promise<TakenFile> {
  const { db } = desk.database;
  const { noun, name, columns } = work;
  const path = pathOf(work);
  const { clock, zone, phrasing, jobs, ruleBook } = desk;
  const parts = { db, clock, zone, phrasing, jobs, ruleBook, by, announce: desk.announcements.announce };
  const file = { path: join(filesDirectory, path), isDryRun, name, limits: uploadLimits, columns };
  const opened = await openers[noun](parts, file, watch);
  try {
    const rejectedPath = rejectedPathOf(path, work.attempt);
    await saveOrLose(db, work, { rejectedPath, totalBytes: opened.totalBytes });
    if (work.rejectedPath !== null) await rm(join(filesDirectory, work.rejectedPath), { force: true });
    const report = beginRejectedReport(opened.headers, join(filesDirectory, rejectedPath));
    const rejected: RejectedSample[] = [];
    const counts = await opened
      .run(async ({ rejected: rows, counts, bytesRead }) => {
        await report.write(rows);
        rejected.push(...rows.slice(0, mostRejected - rejected.length).map(shortened));
        await saveOrLose(db, work, { counts, bytesRead });
      })
      .finally(() => report.end());
    if (counts.rejected > 0) return { counts, rejected, rejectedPath };
    await rm(join(filesDirectory, rejectedPath), { force: true });
    return { counts, rejected, rejectedPath: null };
  } finally {
    await opened[Symbol.asyncDispose]();
  }
}

/** Where the upload lies. Work is only begun on a file that is still there. */
export function pathOf({ id, path }: Pick<ImportFileRow, 'id' | 'path'>): string {
  if (path === null) throw new Error(`The file of import ${id} is gone`);
  return path;
}

function shortened({ line, problems }: RejectedRow): RejectedSample {
  return { line, problems: problems.map((each) => ({ ...each, value: each.value.slice(0, mostValueLength) })) };
}
