import type { Bytes } from '../bytes.ts';
import type { Limits } from '../limits.ts';
import { refuseFile } from '../refuse-file.ts';
import type { Table, TableRow } from '../table.ts';
import { decoding } from './decode.ts';
import { type Delimiter, delimiterOf } from './delimiter.ts';
import { cutRecords, type Records } from './records.ts';

/** Opens a text file as a table. The delimiter, the line end and the encoding are told from its beginning. */
export function openCsv(bytes: Bytes, limits: Limits): Table {
  const beginning = decoding(bytes.head).next(bytes.head).normalize('NFC');
  const delimiter = delimiterOf(beginning);
  const text = decoding(bytes.head);
  let bytesRead = 0;

  async function* blocks(): AsyncGenerator<readonly TableRow[]> {
    const records = cutRecords(delimiter, beginning.includes('\n') || !beginning.includes('\r') ? '\n' : '\r');
    for await (const chunk of bytes.chunks()) {
      bytesRead += chunk.length;
      yield rowsOf(records, text.next(chunk), false);
    }
    yield rowsOf(records, text.end(), true);
  }

  // The marks of an old Vietnamese text stand apart from their letters; composed, an accent at the edge of a piece waits.
  let held = '';
  function rowsOf(records: Records, piece: string, isLast: boolean): TableRow[] {
    const whole = composed(piece, isLast);
    if (whole.includes('\0')) throw refuseFile('Tệp không phải bảng tính. Hãy dùng tệp .xlsx hoặc .csv.');
    const rows = records.next(whole, isLast);
    return rows.filter((row) => !isBlankRow(row.cells) && !isStatement(row) && isWithin(row, limits));
  }

  function composed(piece: string, isLast: boolean): string {
    if (text.encoding() !== 'windows-1258') return piece;
    const source = held + piece;
    held = isLast ? '' : source.slice(-1);
    return (isLast ? source : source.slice(0, -1)).normalize('NFC');
  }

  return {
    kind: 'csv',
    sheet: null,
    sheets: [],
    epoch: 1900,
    totalBytes: bytes.size,
    bytesRead: () => bytesRead,
    readAs: () => `${text.encoding() ?? 'utf-8'}, các ô cách nhau bằng ${delimiterNames[delimiter]}`,
    delimiter,
    blocks,
    [Symbol.asyncDispose]: () => bytes[Symbol.asyncDispose](),
  };
}

const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'dấu phẩy',
  ';': 'dấu chấm phẩy',
  '\t': 'dấu tab',
  '|': 'dấu gạch đứng',
};

function isBlankRow(cells: readonly unknown[]): boolean {
  for (const cell of cells) if (typeof cell === 'string' && cell !== '' && cell.trim() !== '') return false;
  return true;
}

function isStatement({ line, cells }: TableRow): boolean {
  return line === 1 && /^sep=/i.test(String(cells[0])) && cells.every((cell, at) => at === 0 || cell === '');
}

function isWithin({ line, cells }: TableRow, limits: Limits): boolean {
  if (cells.length > limits.columns)
    throw refuseFile(`Dòng ${line} có ${cells.length} cột, quá mức ${limits.columns} cột.`);
  for (const cell of cells) {
    if (typeof cell === 'string' && cell.length > limits.cellChars) {
      throw refuseFile(
        `Dòng ${line} có ô dài hơn ${limits.cellChars} ký tự; tệp không phải bảng hoặc thiếu dấu xuống dòng.`,
      );
    }
  }
  return true;
}
