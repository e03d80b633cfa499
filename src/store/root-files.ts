import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoredRoot } from './roots.ts';

/** A file of a root as it was found; `root` is null where it cannot be read as one. */
export interface RootFile {
  name: string;
  root: StoredRoot | null;
}

const content = z
  .object({
    format: z.literal(1),
    date: z.iso.date(),
    sealedAt: z.iso.datetime(),
    ledgers: z.number().int(),
    rows: z.number().int(),
    previousHash: z.string(),
    hash: z.string(),
    heads: z.array(z.tuple([z.string(), z.number().int(), z.string()])),
  })
  .transform(({ format: _, heads, sealedAt, ...rest }) => ({
    ...rest,
    sealedAt: new Date(sealedAt),
    heads: heads.map(([ledger, ordinal, hash]) => ({ ledger, ordinal, hash })),
  }));

const namePattern = /^root-\d{4}-\d{2}-\d{2}\.json$/;

/** Writes the root as a file to be kept elsewhere and answers its path. A day's file that is there already is left as it is. */
export async function exportRoot(directory: string, root: StoredRoot): Promise<string> {
  await mkdir(directory, { recursive: true });
  const name = nameOf(root.date);
  const path = join(directory, name);
  if ((await readdir(directory)).includes(name)) return path;
  const { heads, ...rest } = root;
  const text = JSON.stringify(
    { format: 1, ...rest, heads: heads.map(({ ledger, ordinal, hash }) => [ledger, ordinal, hash]) },
    null,
    1,
  );
  // Written beside and renamed: a crash leaves no half file under the final name.
  const beside = `${path}.part`;
  await writeFile(beside, `${text}\n`, { flush: true });
  await rename(beside, path);
  return path;
}

/** The root files of a directory by date; other files are passed over. Throws when there is no such directory. */
export async function readRootFiles(directory: string): Promise<RootFile[]> {
  const names = (await readdir(directory)).filter((name) => namePattern.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, root: rootIn(name, await readFile(join(directory, name), 'utf8')) })),
  );
}

function rootIn(name: string, text: string): StoredRoot | null {
  try {
    const root = content.safeParse(JSON.parse(text)).data ?? null;
    return root !== null && nameOf(root.date) === name ? root : null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

function nameOf(date: string): string {
  return `root-${date}.json`;
}
