import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterprises } from '../../../src/import/nouns/enterprises.ts';
import { openTable } from '../../../src/import/open-table.ts';
import { readTable } from '../../../src/import/read-table.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { filesWith, payload, registryOf } from './importing.ts';

const cli = join(import.meta.dirname, '../../../src/commands/cli.ts');
const now = '2026-11-23T09:15:00+07:00';

test('an operator tries a list, imports it, and gets a file of the rows to mend', async () => {
  await using desk = await openDesk({ now });
  await using files = await filesWith({});
  const before = await registryOf(desk);

  const dry = await cliOf(desk, files.path(''), ['enterprises', payload('enterprises-messy.csv'), '--dry-run']);
  expect(await registryOf(desk)).toEqual(before);
  const rejected = files.path('rejected.csv');
  const real = await cliOf(desk, files.path(''), [
    'enterprises',
    payload('enterprises-messy.csv'),
    '--rejected',
    rejected,
  ]);

  const counts = '13 dòng đọc được, 6 thêm mới, 0 thay đổi, 0 không đổi, 1 lặp lại trong tệp, 6 bị loại.';
  expect(dry).toMatchObject({
    code: 0,
    said: expect.stringContaining(`Chạy thử, chưa ghi gì. Nếu nhập thật: ${counts}`),
  });
  expect(real).toMatchObject({ code: 0, said: expect.stringContaining(`Đã nhập: ${counts}`) });
  expect(real.said).toContain('Dòng 8: Trùng với dòng 6 nhưng nội dung khác.');
  const [head, first] = (await readFile(rejected, 'utf16le')).split('\r\n');
  expect(head).toMatch(/^\uFEFFDòng\tCột có lỗi\tGiá trị\tLý do\tSTT\t/u);
  expect(first).toMatch(/^8\t\t\tTrùng với dòng 6/u);
  expect((await registryOf(desk)).enterprises).toHaveLength(7);
});

test.each(['mẫu.xlsx', 'mẫu.csv'])(
  'a file to fill in, %s, is read back without a row and without a complaint',
  async (name) => {
    await using desk = await openDesk({ now });
    await using files = await filesWith({});
    const template = files.path(name);

    const made = await cliOf(desk, files.path(''), ['enterprises', '--template', template]);

    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Đã ghi tệp mẫu') });
    await using table = await openTable(template);
    const { batches, ignored } = await readTable(table, enterprises, { zone: desk.zone });
    const [batch] = await Array.fromAsync(batches);
    expect({ ignored, counts: batch?.counts }).toMatchObject({ ignored: [], counts: { read: 0, rejected: 0 } });
  },
);

test('a file that is no such list is refused in one sentence', async () => {
  await using desk = await openDesk({ now });
  await using files = await filesWith({ 'odd.csv': 'a,b\n1,2\n' });

  const odd = await cliOf(desk, files.path(''), ['enterprises', files.path('odd.csv')]);
  const unknown = await cliOf(desk, files.path(''), ['ships', files.path('odd.csv')]);

  expect(odd.code).toBe(1);
  expect(odd.said).not.toContain('    at ');
  expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining('Chọn một trong: enterprises') });
});

/** Runs `npm run cli -- import …` as an operator would. */
function cliOf(desk: TestDesk, dataDirectory: string, words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: desk.databaseUrl, DATA_DIR: dataDirectory };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, 'import', ...words], { env }, (fault, stdout, stderr) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: stdout + stderr });
    });
  });
}
