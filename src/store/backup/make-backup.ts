import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, Tx } from '../database.ts';
import { clientOf } from '../in-transaction.ts';
import { quoted, sequencesOf, shapesOf, type TableShape } from './catalog.ts';
import { copyToFile, sameText, type Watch } from './copying.ts';
import { type Manifest, newerDatabase, writeManifest } from './manifest.ts';
import { pendingJobs } from './pending-jobs.ts';
import { abandonBackup, beginBackup, finishBackup, type Places } from './place.ts';
import { type Client, isKnown, schemaSteps, tablesMadeBy, takenSteps } from './schema-steps.ts';
import { copyAll, matchRows } from './stored-files.ts';
import { writeSums } from './sums.ts';
import { bytesBelow } from './walk-files.ts';

export interface BackupMade {
  rows: number;
  tables: number;
  files: { count: number; bytes: number };
  pendingJobs: number;
  /** Files that rows name and that were in the store no more. */
  missingFiles: number;
}

/**
 * Writes everything that the desk keeps to `directory`, which is new or empty, while the desk goes on. The rows are one
 * moment's picture; every file that they name is with them. What is not finished keeps the ending `.part` at most.
 */
export async function makeBackup(
  db: Db,
  places: Places,
  directory: string,
  { at, watch, onSize }: { at: Date; watch: Watch; onSize: (bytes: number) => void },
): Promise<BackupMade> {
  const steps = schemaSteps();
  const names = tablesMadeBy(steps);
  const found = await db.transaction(async (tx) => {
    const client = clientOf(tx);
    const taken = await takenSteps(client);
    return { taken, shapes: await shapesOf(client, names) };
  });
  if (found.taken.length === 0)
    throw new Error('Cơ sở dữ liệu này chưa có dữ liệu của Đồng Hành: không có gì để sao lưu.');
  if (!isKnown(found.taken, steps)) throw new Error(newerDatabase);
  onSize(found.shapes.reduce((sum, { bytes }) => sum + bytes, 0) + (await bytesBelow(places.filesDirectory)));

  const part = await beginBackup(directory, places);
  try {
    const target = join(part, 'files');
    await mkdir(join(part, 'tables'), { mode: 0o700 });
    // Roots and files first: a file of a root whose row is not there would look like a deleted row, and a file may be
    // removed while the rows that name it are written.
    await copyAll(places.auditDirectory, join(part, 'audit'), watch);
    await copyAll(places.filesDirectory, target, watch);
    const written = await db.transaction(
      async (tx) => {
        await holdTables(clientOf(tx), found.shapes);
        const rows = await writeRows(tx, names, part, watch);
        const tables = new Set(rows.tables.map(({ name }) => name));
        const source = places.filesDirectory;
        return { ...rows, missingFiles: await matchRows(clientOf(tx), tables, { source, target }, watch) };
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    const { missingFiles, ...content } = written;
    const sums = await writeSums(part, () => watch(0));
    await writeManifest(part, { madeAt: at.toISOString(), ...content, ...sums });
    await finishBackup(part);
    return {
      rows: content.tables.reduce((sum, { rows }) => sum + rows, 0),
      tables: content.tables.length,
      files: sums.files,
      pendingJobs: content.pendingJobs ?? 0,
      missingFiles,
    };
  } catch (fault) {
    await abandonBackup(part);
    throw fault;
  }
}

/** Nobody empties or alters a table meanwhile. It has to stand before the first look, which settles the picture. */
async function holdTables(client: Client, shapes: readonly TableShape[]): Promise<void> {
  await client.unsafe(sameText);
  const tables = shapes.map(({ schema, name }) => quoted(schema, name)).join(', ');
  await client.unsafe(`lock table ${tables} in access share mode`);
}

async function writeRows(
  tx: Tx,
  names: readonly string[],
  part: string,
  watch: Watch,
): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'pendingJobs'>> {
  const client = clientOf(tx);
  const shapes = await shapesOf(client, names);
  const tables: Manifest['tables'] = [];
  for (const { schema, name, columns } of shapes) {
    const statement = `copy ${quoted(schema, name)} (${columns.map((column) => quoted(column)).join(', ')}) to stdout`;
    const rows = await copyToFile(client, statement, tableFile(part, schema, name), watch);
    tables.push({ schema, name, columns, rows });
  }
  return {
    migrations: await takenSteps(client),
    tables,
    sequences: await sequencesOf(client, names),
    pendingJobs: await pendingJobs(client, tableFile(part, 'pgboss', 'job'), watch),
  };
}

/** Where the rows of a table are. */
export function tableFile(directory: string, schema: string, name: string): string {
  return join(directory, 'tables', `${schema}.${name}.copy.gz`);
}
