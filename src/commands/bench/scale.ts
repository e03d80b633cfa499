import { execFile, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bench, rounded } from './bench.ts';
import { scaleCases } from './scale/cases.ts';
import type { ImportedYear } from './scale/import-year.ts';
import type { ImportSaid, YearToImport } from './scale/importing.ts';
import { plainCopySeconds } from './scale/plain-copy.ts';
import { scaleRatings } from './scale/ratings.ts';
import { openScaleDesk } from './scale/scale-desk.ts';

const run = promisify(execFile);
const cli = join(import.meta.dirname, '../cli.ts');
const seed = 1;

/** What is loaded and measured on the imported year, in this order. */
const parts = [scaleCases, scaleRatings];

/**
 * One year of the department: rows a second of the import, from the files to committed rows, beside plain COPY of the same
 * rows; then the pages that people open on it, through the queries that serve them.
 */
export const benchScale: Bench = async ({ size, say }) => {
  const directory = await mkdtemp(join(tmpdir(), 'dong-hanh-year-'));
  const bench = await openScaleDesk(6);
  try {
    say('Tạo dữ liệu một năm …');
    // In a process of its own: what generating leaves in memory is not the import's.
    await run(process.execPath, [cli, 'generate', directory, '--seed', String(seed), '--size', size]);
    const year = await importApart({ url: bench.url, directory }, say);
    const { sql } = bench.desk.database;
    const copySeconds = await plainCopySeconds(bench.desk.database, bench.url, directory);
    const ours = year.rows / year.seconds;
    const reference = year.rows / copySeconds;
    say(`COPY thuần cùng các dòng: ${Math.round(reference).toLocaleString('vi-VN')} dòng mỗi giây`);
    await sql`vacuum analyze`;

    const measured: Record<string, number> = {};
    for (const part of parts) {
      say(`— ${part.name}`);
      Object.assign(measured, await part.run({ desk: bench.desk, size, say }));
    }
    return {
      name: 'scale',
      ours: rounded(ours, 0),
      reference: rounded(reference, 0),
      ratio: rounded(ours / reference, 3),
      rows: year.rows,
      declarationsPerSecond: year.declarationsPerSecond,
      rssMb: rounded(year.rssMb, 0),
      ...measured,
    };
  } finally {
    await bench.close();
    await rm(directory, { recursive: true, force: true });
  }
};

/** The import in a process of its own. */
async function importApart(task: YearToImport, say: (line: string) => void): Promise<ImportedYear> {
  const child = fork(new URL('./scale/importing.ts', import.meta.url));
  const imported = new Promise<ImportedYear>((resolve, reject) => {
    child.on('message', (said: ImportSaid) => ('line' in said ? say(said.line) : resolve(said.year)));
    child.on('exit', () => reject(new Error('The import ended before its last list')));
  });
  child.send(task);
  return imported;
}
