import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepEarlierAssets } from '../../src/commands/earlier-assets.ts';

test('a page that was opened before an update still finds its later parts, and what is older goes', async () => {
  await using pages = await emptyPages();

  await pages.build('inbox-1.js', 'wall-1.js');
  await pages.build('inbox-2.js', 'wall-1.js');
  const afterTwo = await pages.assets();
  await pages.build('inbox-3.js', 'wall-1.js');

  expect(afterTwo).toEqual(['inbox-1.js', 'inbox-1.js.br', 'inbox-2.js', 'inbox-2.js.br', 'wall-1.js', 'wall-1.js.br']);
  expect(await pages.assets()).toEqual([
    ...['inbox-2.js', 'inbox-2.js.br', 'inbox-3.js', 'inbox-3.js.br'],
    ...['wall-1.js', 'wall-1.js.br'],
  ]);
});

test('building the same again pushes nothing out', async () => {
  await using pages = await emptyPages();

  for (const name of ['inbox-1.js', 'inbox-2.js', 'inbox-2.js', 'inbox-2.js']) await pages.build(name);

  expect(await pages.assets()).toEqual(['inbox-1.js', 'inbox-1.js.br', 'inbox-2.js', 'inbox-2.js.br']);
});

async function emptyPages() {
  const directory = await mkdtemp(join(tmpdir(), 'dong-hanh-pages-'));
  await mkdir(join(directory, 'assets'));
  return {
    async build(...names: string[]) {
      for (const name of names.flatMap((each) => [each, `${each}.br`]))
        await writeFile(join(directory, 'assets', name), '');
      await keepEarlierAssets(
        directory,
        names.map((name) => `assets/${name}`),
      );
    },
    assets: async () => (await readdir(join(directory, 'assets'))).toSorted(),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}
