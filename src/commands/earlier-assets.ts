import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Beside the assets: what each of the last builds was made of, the newest first.
const listName = 'assets-of-builds.json';
const buildsKept = 2;

/**
 * Leaves below `directory` the assets of this build and of the one before, with their compressed copies: a page that was
 * opened before the update still finds its later parts. The same build twice counts once.
 */
export async function keepEarlierAssets(directory: string, present: readonly string[]): Promise<void> {
  const sorted = present.toSorted();
  const found = await readdir(join(directory, 'assets')).catch(() => []);
  // What lies there without a list is the build before.
  const before = (await readBuilds(directory)) ?? [[...new Set(found.map(assetOf))].toSorted()];
  const builds = [sorted, ...before.filter((build) => build.join() !== sorted.join())].slice(0, buildsKept);
  const kept = new Set(builds.flat());
  const older = found.filter((name) => !kept.has(assetOf(name)));
  await Promise.all(older.map((name) => rm(join(directory, 'assets', name), { force: true })));
  await writeFile(join(directory, listName), JSON.stringify(builds));
}

function assetOf(name: string): string {
  return `assets/${name.replace(/\.(?:gz|br)$/u, '')}`;
}

async function readBuilds(directory: string): Promise<readonly string[][] | null> {
  const text = await readFile(join(directory, listName), 'utf8').catch(() => 'null');
  return JSON.parse(text);
}
