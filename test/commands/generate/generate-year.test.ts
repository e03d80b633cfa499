import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles, generateYear } from '../../../src/commands/generate/generate-year.ts';
import type { DeclarationRow } from '../../../src/import/nouns/declaration-rows.ts';
import { nouns } from '../../../src/import/nouns/nouns.ts';
import { openTable } from '../../../src/import/open-table.ts';
import { readTable } from '../../../src/import/read-table.ts';

const zone = 'Asia/Ho_Chi_Minh';

test('one seed gives one year, another seed another one', async () => {
  await using first = await year(1);
  await using again = await year(1);
  await using other = await year(2);

  const [one, same, different] = await Promise.all([first, again, other].map((each) => each.texts()));

  expect(same).toEqual(one);
  expect(different?.['declarations.csv']).not.toEqual(one?.['declarations.csv']);
});

test('every generated row is read without a complaint, and the year looks like one', async () => {
  await using made = await year(1);

  const rows: DeclarationRow[] = [];
  for (const { noun, file } of generatedFiles) {
    await using table = await openTable(join(made.directory, file));
    const { batches, ignored } = await readTable<object>(table, nouns[noun], { zone });
    const all = await Array.fromAsync(batches);
    expect({ file, ignored, rejected: all.flatMap(({ rejected }) => rejected) }).toEqual({
      file,
      ignored: [],
      rejected: [],
    });
    if (noun === 'declarations')
      rows.push(...all.flatMap((batch) => batch.rows.map(({ row }) => row as DeclarationRow)));
  }

  const share = (isSo: (row: DeclarationRow) => boolean) => rows.filter(isSo).length / rows.length;
  expect(rows).toHaveLength(17_700);
  expect(share(({ channel }) => channel === 'green')).toBeCloseTo(0.6, 1);
  expect(share(({ channel }) => channel === 'yellow')).toBeCloseTo(0.35, 1);
  expect(share(({ channel }) => channel === 'red')).toBeCloseTo(0.05, 1);
  const atNight = share(({ registeredAt }) => (registeredAt.getUTCHours() + 7) % 24 < 6);
  expect(atNight).toBeLessThan(0.02);
  const counts = [...Map.groupBy(rows, ({ taxCode }) => taxCode).values()]
    .map(({ length }) => length)
    .sort((a, b) => b - a);
  expect((counts[0] ?? 0) / (counts[Math.floor(counts.length / 2)] ?? 1)).toBeGreaterThan(15);
});

async function year(seed: number) {
  const directory = await mkdtemp(join(tmpdir(), 'generated-year-'));
  await generateYear(directory, { seed, size: 'small', onRows: () => undefined });
  return {
    directory,
    async texts(): Promise<Record<string, string>> {
      const read = generatedFiles.map(async ({ file }) => [file, await readFile(join(directory, file), 'utf8')]);
      return Object.fromEntries(await Promise.all(read));
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}
