import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The compressed size in kB of all scripts that the console's page loads before it shows the inbox. */
export async function scriptKb(pages: string): Promise<number> {
  const page = await readFile(join(pages, 'console/index.html'), 'utf8');
  const wanted = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/gu)].flatMap(([, name]) => name ?? []);
  const seen = new Set<string>();
  let bytes = 0;
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = await readFile(join(pages, 'assets', name), 'utf8');
    bytes += gzipSync(text).length;
    // What a script imports outright is loaded with it; what it imports by a call waits until a page needs it.
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/gu))
      wanted.push(basename(path));
  }
  return bytes / 1000;
}
