import { join } from 'node:path';
import type { Desk } from '../../../desk/act.ts';
import { openers } from '../../../desk/imports/named-imports.ts';
import { generatedFiles } from '../../generate/generate-year.ts';
import { progressBar } from '../../import/progress-bar.ts';

export interface ImportedYear {
  rows: number;
  seconds: number;
  declarationsPerSecond: number;
  /** The most memory that the process held while it imported. */
  rssMb: number;
}

/** Imports the files of a generated year as the command does. A row that is rejected fails the bench. */
export async function importYear(desk: Desk, directory: string, say: (line: string) => void): Promise<ImportedYear> {
  const { database, clock, zone, phrasing, jobs, ruleBook, announcements } = desk;
  const by = { kind: 'schedule', name: 'import' } as const;
  const parts = { db: database.db, clock, zone, phrasing, jobs, ruleBook, by, announce: announcements.announce };
  const year: ImportedYear = { rows: 0, seconds: 0, declarationsPerSecond: 0, rssMb: 0 };
  for (const { noun, file } of generatedFiles) {
    const opened = await openers[noun](parts, { path: join(directory, file), isDryRun: false });
    const bar = progressBar(opened.totalBytes);
    const started = performance.now();
    const counts = await opened
      .run(async ({ counts: { read }, bytesRead }) => {
        bar.update(Math.min(bytesRead, bar.getTotal()), { rows: read.toLocaleString('vi-VN') });
        year.rssMb = Math.max(year.rssMb, process.memoryUsage().rss / 1024 / 1024);
      })
      .finally(() => bar.stop());
    await opened[Symbol.asyncDispose]();
    const seconds = (performance.now() - started) / 1000;
    if (counts.rejected > 0) throw new Error(`${counts.rejected} rows of ${file} were rejected`);
    const rate = Math.round(counts.read / seconds);
    say(`${file}: ${counts.read.toLocaleString('vi-VN')} dòng, ${rate.toLocaleString('vi-VN')} dòng mỗi giây`);
    // The organisation is what a department has before its lists; the contract speaks of the lists.
    if (noun === 'organisation') continue;
    year.rows += counts.read;
    year.seconds += seconds;
    if (noun === 'declarations') year.declarationsPerSecond = rate;
  }
  return year;
}
