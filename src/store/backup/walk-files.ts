import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

// What is being written, and names that a list of one name a line cannot hold.
const passedOver = /\.part$|[\n\r\\]/;

/** The paths of all files below `root`, with `/`, in the order of their bytes. Links are not followed. Nothing where there is no `root`. */
export async function* walkFiles(root: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((fault: unknown) => {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (passedOver.test(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walkFiles(root, path);
    else if (entry.isFile()) yield path;
  }
}

export async function bytesBelow(root: string): Promise<number> {
  let bytes = 0;
  // What disappears meanwhile counts nothing.
  for await (const path of walkFiles(root)) bytes += (await stat(join(root, path)).catch(() => null))?.size ?? 0;
  return bytes;
}
