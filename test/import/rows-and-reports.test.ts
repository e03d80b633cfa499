import { expect, test } from 'vitest';
import { earlierRows } from '../../src/import/earlier-rows.ts';
import { declarations } from '../../src/import/nouns/declarations.ts';
import { enterprises } from '../../src/import/nouns/enterprises.ts';
import { openTable } from '../../src/import/open-table.ts';
import { type RejectedRow, readTable } from '../../src/import/read-table.ts';
import { rejectedFile, reportHeaders } from '../../src/import/rejected-file.ts';
import { bytes, payload, readAll, tableRows, zone } from './reading.ts';

test('a row that says the same again is a duplicate, one that says otherwise a contradiction', () => {
  const earlier = earlierRows();
  const at = new Date('2026-03-05T01:15:00Z');

  expect(earlier.compare('a', { x: 'ab', y: 'c', at }, 2)).toEqual({ kind: 'none', line: 0 });
  expect(earlier.compare('a', { x: 'ab', y: 'c', at: new Date(at) }, 3)).toEqual({ kind: 'same', line: 2 });
  expect(earlier.compare('a', { x: 'a', y: 'bc', at }, 4)).toEqual({ kind: 'other', line: 2 });
  expect(earlier.compare('a', { x: 'ab', y: 'c', at: new Date(at.getTime() + 1000) }, 5)).toEqual({
    kind: 'other',
    line: 2,
  });
});

test('two hundred thousand rows are told apart, each with its own line', () => {
  const earlier = earlierRows();
  const rows = Array.from({ length: 200_000 }, (_, at) => ({ key: String(10_000_000_000 + at * 7), line: at + 2 }));

  const before = rows.filter(({ key, line }) => earlier.compare(key, { key }, line).kind !== 'none');
  const again = rows.filter(({ key, line }) => earlier.compare(key, { key }, line + 1).line !== line);

  expect({ before, again }).toEqual({ before: [], again: [] });
});

test('a declaration may come once for each state it went through', async () => {
  const text = `Số tờ khai,MST,Ngày ĐK,Trạng thái,Ngày trạng thái
104722599000,0201975599,05/03/2026 08:15,Đăng ký,05/03/2026 08:15
104722599000,0201975599,05/03/2026 08:15,Thông quan,05/03/2026 10:40
104722599000,0201975599,05/03/2026 08:15,thông quan,5/3/2026 10h40
104722599000,0100109106,05/03/2026 08:15,Thông quan,05/03/2026 10:40`;

  const { counts, rejected } = await readAll(bytes(text), declarations);

  expect(counts).toMatchObject({ accepted: 2, duplicates: 1, rejected: 1 });
  expect(rejected[0]).toMatchObject({
    line: 5,
    problems: [{ because: 'Trùng với dòng 3 nhưng nội dung khác. Hãy giữ một dòng.' }],
  });
});

test('the rejected rows of a file, corrected where they stand, are read as if nothing had been', async () => {
  const { headers, rejected } = await readAll(payload('enterprises-messy.csv'), enterprises);
  const file = await rejectedFileOf(headers, rejected);

  const again = await readAll(file, enterprises);
  const [titles] = await tableRows(file);

  expect(titles?.cells.slice(0, 4)).toEqual([...reportHeaders]);
  expect(again.ignored).toEqual([...reportHeaders, 'STT']);
  expect(again.rejected.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
    ['Mã số thuế'],
    ['Mã số thuế', 'Email'],
    ['Mã số thuế', 'Điện thoại', 'Đại lý hải quan'],
    [''],
  ]);
});

test('the file of rejected rows begins as spreadsheets know Unicode text', async () => {
  const file = await rejectedFileOf(
    ['MST'],
    [{ line: 7, cells: ['Đà Nẵng'], problems: [{ column: 'MST', value: 'Đà Nẵng', because: 'Sai.' }] }],
  );

  expect(file.toString('utf16le')).toBe(
    '\uFEFFDòng\tCột có lỗi\tGiá trị\tLý do\tMST\r\n7\tMST\tĐà Nẵng\tSai.\tĐà Nẵng\r\n',
  );
});

test.each(['=1+1', '+84', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
  'a cell that a spreadsheet would run, %j, is made text',
  async (cell) => {
    const file = await rejectedFileOf(['a'], [{ line: 2, cells: [cell], problems: [] }]);

    const [, row] = await tableRows(file);

    expect(row?.cells[4]).toBe(`'${cell}`);
  },
);

test('a number below zero stays a number', async () => {
  const file = await rejectedFileOf(['a'], [{ line: 2, cells: ['-12,5'], problems: [] }]);

  expect((await tableRows(file))[1]?.cells[4]).toBe('-12,5');
});

test('rows come in batches with counts that only grow, and what is left at the end', async () => {
  const text = `MST,Tên\n${Array.from({ length: 25 }, (_, at) => `${at < 20 ? '0201975599' : 'x'},Công ty`).join('\n')}`;
  await using table = await openTable(bytes(text));
  const { batches } = await readTable(table, enterprises, { zone, batchRows: 2 });

  const counts = (await Array.fromAsync(batches)).map((batch) => batch.counts);

  expect(counts.at(-1)).toEqual({ read: 25, accepted: 1, duplicates: 19, rejected: 5, noted: 0 });
  expect(counts.length).toBe(4);
});

test('more rows than allowed are refused', async () => {
  await using table = await openTable(bytes('MST,Tên\n0201975599,A\n0100109106,B'));
  const { batches } = await readTable(table, enterprises, { zone, mostRows: 1 });

  await expect(Array.fromAsync(batches)).rejects.toThrow('Tệp có hơn 1 dòng.');
});

async function rejectedFileOf(headers: readonly string[], rejected: readonly RejectedRow[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(rejectedFile(headers, [rejected])));
}
