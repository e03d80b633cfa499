import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Limits } from '../../import/limits.ts';
import type { Batch, RejectedRow } from '../../import/read-table.ts';
import type { ChosenColumns } from '../../rules/imports/recognition.ts';
import type { Announcements } from '../../store/announcements.ts';
import type { Db, Tx } from '../../store/database.ts';
import { officeCodesInUse } from '../../store/declarations.ts';
import { endWithoutWaiting, finishImportRun, startImportRun } from '../../store/import-runs.ts';
import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';
import type { Taken } from '../registry/taken.ts';
import type { Importable } from './importable.ts';
import { openReading } from './reading/open-reading.ts';

export interface ImportCounts {
  /** Rows with content; each is one of the others. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Rows that say again what an earlier row of the file said. */
  duplicates: number;
}

export interface ImportStep {
  rejected: readonly RejectedRow[];
  /** Of the file so far. */
  counts: Readonly<ImportCounts>;
  bytesRead: number;
}

/** A file whose headers are understood, and which waits to be taken. */
export interface OpenImport extends AsyncDisposable {
  readonly readAs: () => string;
  readonly headers: readonly string[];
  /** Headers whose columns are not read. */
  readonly ignored: readonly string[];
  readonly totalBytes: number | null;
  /** Takes the file once, a transaction a batch, so that what was done before an interruption is only repeated. */
  run(onStep: (step: ImportStep) => Promise<void>): Promise<ImportCounts>;
}

/** What is taken, and how carefully. */
export interface ImportFile {
  path: string;
  isDryRun: boolean;
  /** As people called it, where it lies under another name. */
  name?: string;
  limits?: Partial<Limits>;
  /** Where a person says which column is which; null for as the headers say. */
  columns?: ChosenColumns | null;
}

export interface ImportParts extends Pick<Act, 'by' | 'zone' | 'phrasing' | 'jobs' | 'ruleBook'> {
  db: Db;
  clock: Clock;
  announce: Announcements['announce'];
}

/** Opens a file to import. A dry run does everything in one transaction and takes it back. */
export async function openImport<Row extends object>(
  parts: ImportParts,
  { noun, begin, batchRows }: Importable<Row>,
  { path, isDryRun, name = basename(path), limits = {}, columns = null }: ImportFile,
): Promise<OpenImport> {
  const { db, clock, announce, ...actor } = parts;
  const officeCodes = await officeCodesInUse(db);
  const order = { path, zone: parts.zone, officeCodes, batchRows, limits, columns };
  const reading = await openReading(noun, order);

  async function takeAll(onStep: (step: ImportStep) => Promise<void>, within: Within): Promise<ImportCounts> {
    const counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, duplicates: 0 };
    const take = begin();
    for await (const batch of reading.batches) {
      const wakes: Act['wakes'] = new Set();
      const rows = batch.rows.map(({ row }) => row);
      const taken = await within((tx) => take({ ...actor, tx, at: clock.now(), wakes }, rows));
      if (!isDryRun) announce(wakes);
      const rejected = [...batch.rejected, ...refusedOf(batch, taken)].toSorted((a, b) => a.line - b.line);
      for (const each of taken) if (typeof each === 'string') counts[each] += 1;
      counts.rejected += rejected.length;
      counts.read = batch.counts.read;
      counts.duplicates = batch.counts.duplicates;
      await onStep({ rejected, counts: { ...counts }, bytesRead: batch.bytesRead });
    }
    return counts;
  }

  async function record(onStep: (step: ImportStep) => Promise<void>): Promise<ImportCounts> {
    const sha256 = await digestOf(path);
    const run = { noun: noun.name, fileName: name, sha256, isDryRun, by: parts.by, startedAt: clock.now() };
    const runId = await startImportRun(db, run);
    const counts = await takeAll(onStep, (deed) =>
      db.transaction(async (tx) => {
        await endWithoutWaiting(tx);
        return deed(tx);
      }),
    );
    const { duplicates, ...kept } = counts;
    const finishedAt = clock.now();
    await db.transaction(async (tx) => {
      await finishImportRun(tx, runId, { ...kept, finishedAt });
      const detail = { runId, noun: noun.name, sha256, ...counts };
      await appendLedger(tx, 'registry', [{ type: 'imported', detail }], parts.by, finishedAt);
    });
    return counts;
  }

  return {
    readAs: reading.readAs,
    headers: reading.headers,
    ignored: reading.ignored,
    totalBytes: reading.totalBytes,
    run: (onStep) => (isDryRun ? takenBack(db, (within) => takeAll(onStep, within)) : record(onStep)),
    [Symbol.asyncDispose]: () => reading[Symbol.asyncDispose](),
  };
}

type Within = (deed: (tx: Tx) => Promise<Taken[]>) => Promise<Taken[]>;

/** Does everything in one transaction, so that each part sees what the earlier ones did, and undoes it at the end. */
async function takenBack<Result>(db: Db, deed: (within: Within) => Promise<Result>): Promise<Result> {
  const undone: { result: Result }[] = [];
  const undo = new Error('The dry run is over');
  try {
    await db.transaction(async (tx) => {
      undone.push({ result: await deed((one) => one(tx)) });
      throw undo;
    });
  } catch (fault) {
    const [done] = undone;
    if (fault === undo && done !== undefined) return done.result;
    throw fault;
  }
  throw undo;
}

function refusedOf<Row>({ rows, writtenOf }: Batch<Row>, taken: readonly Taken[]): RejectedRow[] {
  return taken.flatMap((problem, place) => {
    const row = rows[place];
    return row === undefined || typeof problem === 'string'
      ? []
      : [{ line: row.line, cells: writtenOf(row), problems: [problem] }];
  });
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
