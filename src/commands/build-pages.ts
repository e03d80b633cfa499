import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, 'dist', 'pages');
const stamp = join(output, 'built-from');
const sources = ['src/console', 'src/channel/webchat', 'src/http', 'src/rules', 'vite.config.ts', 'package-lock.json'];

/** Builds the pages if their sources changed since the last build. Returns the folder to serve them from. */
export async function buildPages(say: (line: string) => void): Promise<string> {
  const digest = await digestOf(sources);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return output;
  say('Đang dựng các trang web …');
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await builder.buildApp();
  await writeFile(stamp, digest);
  return output;
}

async function digestOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path))) hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
