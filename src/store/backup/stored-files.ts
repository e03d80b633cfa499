import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copiedLines, type Watch } from './copying.ts';
import { codeOf } from './place.ts';
import type { Client } from './schema-steps.ts';
import { walkFiles } from './walk-files.ts';

// A copy is named by its content and removed when no row names it any more. Other files have places of their own.
const byContent = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;

const namingColumns = [
  ['files', 'path'],
  ['case_uploads', 'path'],
] as const;

/** Copies every file below `source` that is not there yet, and goes past those that disappear meanwhile. */
export async function copyAll(
  source: string,
  target: string,
  watch: Watch,
  isWanted: (path: string) => boolean = () => true,
): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  for await (const path of walkFiles(source)) if (isWanted(path)) watch(await copyOnce(source, target, path));
}

/**
 * Makes the copied files those that the rows of this transaction name: what was stored since the first pass is copied as
 * well, and what no row names is left out, so that nothing comes back that nobody would ever delete. Answers how many
 * files were named and are in neither place.
 */
export async function matchRows(
  client: Client,
  tables: ReadonlySet<string>,
  { source, target }: { source: string; target: string },
  watch: Watch,
): Promise<number> {
  let missing = 0;
  const unnamed = walkFiles(target);
  let next = await nextByContent(unnamed);
  for await (const path of copiedLines(client, namedPaths(tables))) {
    while (next !== null && next < path) {
      await rm(join(target, next));
      next = await nextByContent(unnamed);
    }
    if (next === path) {
      next = await nextByContent(unnamed);
      continue;
    }
    watch(await copyOnce(source, target, path));
    if (!(await isThere(join(target, path)))) missing += 1;
  }
  for (; next !== null; next = await nextByContent(unnamed)) await rm(join(target, next));
  await copyAll(source, target, watch, (path) => !byContent.test(path));
  return missing;
}

async function nextByContent(paths: AsyncGenerator<string>): Promise<string | null> {
  for (;;) {
    const { value, done } = await paths.next();
    if (done === true) return null;
    if (byContent.test(value)) return value;
  }
}

function namedPaths(tables: ReadonlySet<string>): string {
  const named = namingColumns
    .filter(([table]) => tables.has(table))
    .map(([table, column]) => `select ${column} collate "C" as path from ${table}`);
  const all = named.length === 0 ? [`select null::text as path`] : named;
  return `copy (select distinct path from (${all.join(' union all ')}) t where path ~ '^[0-9a-f]{2}/[0-9a-f]{64}$' order by path) to stdout`;
}

/** Answers how many bytes were copied: none where it is there already, or gone. */
async function copyOnce(source: string, target: string, path: string): Promise<number> {
  const to = join(target, path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(join(source, path), to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (fault) {
    const code = codeOf(fault);
    if (code === 'EEXIST' || code === 'ENOENT') return 0;
    throw fault;
  }
  await chmod(to, 0o600);
  const file = await open(to, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
