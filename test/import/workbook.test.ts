import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterprises } from '../../src/import/nouns/enterprises.ts';
import { openTable } from '../../src/import/open-table.ts';
import { rawWorkbook, textRow, zip } from './raw-workbook.ts';
import { bytes, payload, readAll, tableRows } from './reading.ts';

const rows = `${textRow(['MST', 'Tên DN'])}${textRow(['0201975599', 'Công ty'])}`;

test.each(['', 'x'])('a workbook is read whether its names carry a prefix or not: “%s”', async (prefix) => {
  const file = rawWorkbook({ sheets: [{ name: 'Sheet1', rows }], prefix });

  const read = await readAll(file, enterprises);

  expect(read.rows.map(({ line, row }) => [line, row.taxCode, row.name])).toEqual([[2, '0201975599', 'Công ty']]);
});

test('text in several fonts is one text, shared or not, and readings beside it are left out', async () => {
  const file = rawWorkbook({
    sharedStrings: '<si><r><t>Công </t></r><r><t>ty A</t></r><rPh><t>x</t></rPh></si><si><t>B_x000A_C</t></si>',
    sheets: [
      {
        name: 'S',
        rows: '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><r><t>Hải </t></r><r><t>Phòng</t></r></is></c><c r="D3" t="s"><v>1</v></c></row>',
      },
    ],
  });

  expect(await tableRows(file)).toEqual([{ line: 3, cells: ['Công ty A', null, 'Hải Phòng', 'B\nC'] }]);
});

test('a number is a date where its style shows one, and counts from the year of its workbook', async () => {
  const row = '<row r="1"><c r="A1" s="1"><v>44624</v></c><c r="B1"><v>44624</v></c></row>';
  const from1904 = rawWorkbook({ sheets: [{ name: 'S', rows: row }], formats: [0, 22], date1904: true });

  await using table = await openTable(from1904);
  const [block] = await Array.fromAsync(table.blocks());

  expect(table.epoch).toBe(1904);
  expect(block?.[0]?.cells).toEqual([{ serial: 44624 }, 44624]);
});

test('a formula that nobody has worked out is told as such, not read as nothing', async () => {
  const file = rawWorkbook({
    sheets: [
      {
        name: 'S',
        rows: `${textRow(['MST', 'Tên'])}<row><c><f>A9</f></c><c t="str"><f>B9</f><v>Công ty</v></c></row>`,
      },
    ],
  });

  const { rejected } = await readAll(file, enterprises);

  expect(rejected[0]?.problems).toEqual([
    {
      column: 'Mã số thuế',
      value: '(công thức chưa tính)',
      because: 'Ô đang báo lỗi (công thức chưa tính) trong bảng tính.',
    },
  ]);
});

test('the first visible sheet with content is read, or the one that is named', async () => {
  const file = rawWorkbook({
    sheets: [
      { name: 'Ẩn', rows: textRow(['hidden']), isHidden: true },
      { name: 'Trống', rows: '' },
      { name: 'Một', rows: textRow(['one']) },
      { name: 'Hai', rows: textRow(['two']) },
    ],
  });

  expect((await tableRows(file))[0]?.cells).toEqual(['one']);
  expect((await tableRows(file, { sheet: ' hai ' }))[0]?.cells).toEqual(['two']);
  await expect(tableRows(file, { sheet: 'Ba' })).rejects.toThrow('Các trang có trong tệp: Ẩn, Trống, Một, Hai.');
});

test('a path, its bytes and bytes that arrive piece by piece are one table', async () => {
  const file = rawWorkbook({ sheets: [{ name: 'S', rows }] });
  const path = join(tmpdir(), `dong-hanh-import-${process.pid}.xlsx`);
  await writeFile(path, file);
  const pieces = async function* () {
    for (let at = 0; at < file.length; at += 100) yield file.subarray(at, at + 100);
  };

  const [fromPath, fromBytes, fromPieces] = await Promise.all([tableRows(path), tableRows(file), tableRows(pieces())]);

  expect(fromBytes).toEqual(fromPath);
  expect(fromPieces).toEqual(fromPath);
});

test('what has been read is known while it is read, and all of it at the end', async () => {
  await using table = await openTable(payload('declarations-messy.xlsx'));

  expect(table.bytesRead()).toBe(0);
  await Array.fromAsync(table.blocks());

  expect(table.bytesRead()).toBe(table.totalBytes);
});

test.each([
  [
    'a bomb that lies about its size',
    rawWorkbook({ sheets: [{ name: 'S', rows: ' '.repeat(5_000_000) }] }),
    'bung ra lớn hơn mức cho phép',
  ],
  [
    'shared texts without end',
    rawWorkbook({ sheets: [{ name: 'S', rows }], sharedStrings: `<si><t>${'x'.repeat(300_000)}</t></si>` }),
    'quá nhiều chữ',
  ],
  [
    'a cell in a column nobody has',
    rawWorkbook({ sheets: [{ name: 'S', rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }] }),
    'quá mức 512 cột',
  ],
])('%s is refused', async (_, file, sentence) => {
  const limits = { unpackedBytes: 1_000_000, sharedTextChars: 200_000 };

  await expect(tableRows(file, { limits })).rejects.toThrow(sentence);
});

test.each([
  ['nothing', '', 'Tệp trống'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'kiểu cũ (.xls) hoặc có mật khẩu'],
  ['a page that calls itself a workbook', '<html><table><tr><td>MST</td></tr></table></html>', 'trang web (HTML)'],
  ['a PDF', '%PDF-1.7 ...', 'PDF'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'không phải bảng tính'],
  [
    'a document',
    zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<w:document xmlns:w="w"/>',
    }),
    'không phải bảng tính Excel',
  ],
  ['an OpenDocument table', zip({ mimetype: 'x', 'content.xml': '<x/>' }), '.ods'],
  ['some other packed file', zip({ 'a.txt': 'a' }), 'không phải bảng tính Excel'],
  ['half a workbook', rawWorkbook({ sheets: [{ name: 'S', rows }] }).subarray(0, 900), 'bị hỏng'],
  ['a workbook with broken XML', rawWorkbook({ sheets: [{ name: 'S', rows: '<row><c></row>' }] }), 'bị hỏng'],
])('%s is refused with a sentence that says what to do', async (_, content, sentence) => {
  const file = typeof content === 'string' ? bytes(content) : content;

  await expect(tableRows(file)).rejects.toThrow(sentence);
  await expect(tableRows(file)).rejects.toMatchObject({ code: 'unreadableFile' });
});

test('a file over the limit is refused before it is read', async () => {
  await expect(tableRows(bytes('a,b\n1,2'), { limits: { fileBytes: 4 } })).rejects.toThrow('lớn hơn mức cho phép');
});
