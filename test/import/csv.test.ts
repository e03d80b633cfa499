import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadsheetLine, spreadsheetMark } from '../../src/import/spreadsheet-text.ts';
import { bytes, tableRows } from './reading.ts';

test.each([
  ['commas', 'a,b,c\n1,2,3'],
  ['semicolons', 'a;b;c\n1;2;3'],
  ['tabs', 'a\tb\tc\n1\t2\t3'],
  ['upright bars', 'a|b|c\n1|2|3'],
  ['semicolons while texts hold commas', 'a;b;c\n1,5;2,5;"3,5,6"'],
  ['what the file says itself', 'sep=|\na|b|c\n1,2|2,2|3,2'],
  ['commas below a title', 'Danh sách: tháng 3; tháng 4\n\na,b,c\n1,2,3\n4,5,6'],
])('cells are parted by %s', async (_, text) => {
  const rows = await tableRows(bytes(text));

  expect(rows.at(-1)?.cells).toHaveLength(3);
  expect(rows.map(({ cells }) => cells[0])).not.toContain('sep=|');
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\uFEFFTên;Số\nCông ty Ấm;1')],
  ['UTF-8 without', Buffer.from('Tên;Số\nCông ty Ấm;1')],
  ['UTF-16', Buffer.from('\uFEFFTên;Số\nCông ty Ấm;1', 'utf16le')],
  ['UTF-16 without its mark', Buffer.from('Tên;Số\nCông ty Ấm;1', 'utf16le')],
  ['UTF-16 the other way round', Buffer.from('\uFEFFTên;Số\nCông ty Ấm;1', 'utf16le').swap16()],
  ['the old Vietnamese code page', Buffer.from('T\xean;S\xf4\xec\nC\xf4ng ty \xc2\xecm;1', 'latin1')],
])('accents are kept in %s', async (_, file) => {
  const rows = await tableRows(file);

  expect(rows.map(({ cells }) => cells)).toEqual([
    ['Tên', 'Số'],
    ['Công ty Ấm', '1'],
  ]);
});

test('accents that first appear far into the file are kept, whichever the encoding', async () => {
  const plain = 'id,name\n'.concat('1,abc\n'.repeat(60_000));
  const utf8 = await tableRows(Buffer.from(`${plain}2,Hải Phòng`));
  const old = await tableRows(Buffer.concat([Buffer.from(plain), Buffer.from('2,H\xe3 \xd0\xf4ng', 'latin1')]));

  expect(utf8.at(-1)?.cells).toEqual(['2', 'Hải Phòng']);
  expect(old.at(-1)?.cells).toEqual(['2', 'Hă Đông']);
});

test('a Western file in its own code page keeps its accents', async () => {
  const rows = await tableRows(Buffer.from(`a,b\n${'S\xe3o Tom\xe9,Bras\xedlia\n'.repeat(20)}`, 'latin1'));

  expect(rows.at(-1)?.cells).toEqual(['São Tomé', 'Brasília']);
});

test('accents are kept wherever the bytes are parted', async () => {
  const old = Buffer.from(`${'a,b\n'.repeat(20_000)}T\xean,H\xe3\xecm\n`, 'latin1');
  const utf8 = Buffer.from(`${'a,b\n'.repeat(20_000)}Tên,Hắm\n`);

  for (const file of [old, utf8]) {
    for (const length of [file.length - 9, file.length - 8, file.length - 6, file.length - 3]) {
      const rows = await tableRows(inPieces(file, length));

      expect(rows.at(-1)?.cells).toEqual(['Tên', 'Hắm']);
    }
  }
});

test('a row keeps the line on which it begins, through blank lines and texts of several lines', async () => {
  const rows = await tableRows(bytes('a,b\r\n\r\n1,"x\r\ny"\r\n , \r\n2,z\r\n'));

  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 3, cells: ['1', 'x\r\ny'] },
    { line: 6, cells: ['2', 'z'] },
  ]);
});

test.each([
  ['a quote inside a word', 'ống 5" dài,1', ['ống 5" dài', '1']],
  ['quotes that were not doubled', '"Công ty "Sao Biển"",1', ['Công ty "Sao Biển"', '1']],
  ['quotes that were', '"Công ty ""Sao Biển""",1', ['Công ty "Sao Biển"', '1']],
  ['blanks around quotes', ' "a" ,1', ['a', '1']],
  ['an empty text', '"",1', ['', '1']],
])('%s is read as a person would', async (_, line, cells) => {
  const rows = await tableRows(bytes(`x,y\n${line}\nlast,9\n`));

  expect(rows.map((row) => row.cells)).toEqual([['x', 'y'], cells, ['last', '9']]);
});

test('a quote that is never closed costs its own row and no other', async () => {
  const rows = await tableRows(bytes(`x,y\n"open,1\n${'more,2\n'.repeat(30_000)}"closed",3\n`));

  expect(rows).toHaveLength(30_003);
  expect(rows[1]?.cells).toEqual(['"open', '1']);
  expect(rows.at(-1)).toEqual({ line: 30_003, cells: ['closed', '3'] });
});

test('past a quote that stands wrong, a row ends with its line', async () => {
  const rows = await tableRows(bytes('x,y\n"Công ty" A,1\n"Công ty B",2\n'));

  expect(rows.map(({ cells }) => cells)).toEqual([
    ['x', 'y'],
    ['"Công ty" A', '1'],
    ['Công ty B', '2'],
  ]);
});

const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

test('a well-formed file is cut as another reader cuts it, wherever its bytes are parted', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      async (cells, step, lineEnd) => {
        const text = `h1,h2,h3${lineEnd}${cells.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join(lineEnd)}${lineEnd}`;
        const file = Buffer.from(text);

        const rows = await tableRows(inPieces(file, step));

        const other: string[][] = parse(file, { relax_column_count: true, record_delimiter: lineEnd });
        expect(rows.map((row) => row.cells)).toEqual(other.filter((row) => row.some((each) => each.trim() !== '')));
      },
    ),
  );
});

test('what we write for spreadsheets is read back as it was, but for what a spreadsheet would run', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const file = Buffer.concat([spreadsheetMark, ...[['h1', 'h2', 'h3'], ...cells].map(spreadsheetLine)]);

      const rows = await tableRows(file);

      const kept = cells.filter((row) => row.some((each) => each.trim() !== ''));
      const asText = (text: string) => (/^[=+\-@\t\r\n]/.test(text) && !/^-\d+$/.test(text) ? `'${text}` : text);
      expect(rows.slice(1).map((row) => row.cells)).toEqual(kept.map((row) => row.map(asText)));
    }),
  );
});

test('a line without end is refused and not gathered in memory', async () => {
  const endless = async function* () {
    for (let piece = 0; piece < 400; piece += 1) yield bytes('x'.repeat(65_536));
  };

  await expect(tableRows(endless())).rejects.toMatchObject({ code: 'unreadableFile' });
});

async function* inPieces(file: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += step) yield file.subarray(at, at + step);
}

test('a cell with a long list does not turn its separator into that of the columns', async () => {
  const members = Array.from({ length: 900 }, (_, place) => `02${String(place).padStart(8, '0')}`).join('; ');
  const text = `Mã,Tên,Hội viên\nHH1,Hiệp hội A,${members}\nHH2,Hiệp hội B,0200000007; 0200000014\n`;

  const rows = await tableRows(bytes(text));

  expect(rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
});
