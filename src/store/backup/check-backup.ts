import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Watch } from './copying.ts';
import { tableFile } from './make-backup.ts';
import { type Manifest, newerThanProgram, readManifest } from './manifest.ts';
import { codeOf } from './place.ts';
import { isKnown, schemaSteps } from './schema-steps.ts';
import { digestOf, readSums, sumsName } from './sums.ts';

/** A backup of which every byte was looked at. */
export interface CheckedBackup {
  directory: string;
  manifest: Manifest;
}

/** How much there is to read, by the files' sizes. */
export async function sizeOfBackup(directory: string): Promise<number> {
  await readManifest(directory);
  let bytes = 0;
  for await (const { path } of readSums(directory)) bytes += (await sizeOf(directory, path)) ?? 0;
  return bytes;
}

/** Throws a sentence about the first thing that is missing, was changed, or that this program does not know. */
export async function checkBackup(directory: string, watch: Watch): Promise<CheckedBackup> {
  const manifest = await readManifest(directory);
  if (!isKnown(manifest.migrations, schemaSteps())) throw new Error(newerThanProgram);
  const list = await digestOf(join(directory, sumsName), () => undefined).catch((fault: unknown) => {
    if (codeOf(fault) === 'ENOENT') throw missing(sumsName);
    throw fault;
  });
  if (list.sha256 !== manifest.sumsSha256) throw changed(sumsName);

  const needed = new Set(manifest.tables.map(({ schema, name }) => tableFile('', schema, name)));
  if (manifest.pendingJobs !== null) needed.add(tableFile('', 'pgboss', 'job'));
  for await (const { sha256, path } of readSums(directory)) {
    const found = await digestOf(join(directory, path), watch).catch((fault: unknown) => {
      if (codeOf(fault) === 'ENOENT') throw missing(path);
      throw fault;
    });
    if (found.sha256 !== sha256) throw changed(path);
    needed.delete(path);
  }
  const [absent] = needed;
  if (absent !== undefined) throw missing(absent);
  return { directory, manifest };
}

async function sizeOf(directory: string, path: string): Promise<number | null> {
  try {
    return (await stat(join(directory, path))).size;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return null;
    throw fault;
  }
}

function missing(path: string): Error {
  return new Error(`Bản sao lưu thiếu tệp ${path}. Chưa có gì được khôi phục; hãy dùng một bản sao lưu khác.`);
}

function changed(path: string): Error {
  return new Error(
    `Tệp ${path} trong bản sao lưu đã hỏng hoặc bị sửa. Chưa có gì được khôi phục; hãy dùng một bản sao lưu khác.`,
  );
}
