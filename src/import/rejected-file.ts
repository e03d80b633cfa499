import type { Problem } from './nouns/form.ts';
import type { RejectedRow } from './read-table.ts';
import { spreadsheetLine, spreadsheetMark } from './spreadsheet-text.ts';

/** The columns that come before the original ones. */
export const reportHeaders = ['Dòng', 'Cột có lỗi', 'Giá trị', 'Lý do'] as const;

/**
 * The rejected rows as a file that a spreadsheet opens: line, column, value and reason, then the row as it stood under its
 * own headers. Corrected, the same file can be imported again: the first columns are ignored.
 */
export async function* rejectedFile(
  headers: readonly string[],
  rejected: AsyncIterable<readonly RejectedRow[]> | Iterable<readonly RejectedRow[]>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.concat([spreadsheetMark, spreadsheetLine([...reportHeaders, ...headers])]);
  for await (const rows of rejected) {
    if (rows.length > 0) yield Buffer.concat(rows.map(lineOf));
  }
}

function lineOf({ line, cells, problems }: RejectedRow): Uint8Array {
  const columns = problems.map(({ column }) => column).filter((column) => column !== '');
  const values = problems.map(({ value }) => value).filter((value) => value !== '');
  return spreadsheetLine([String(line), columns.join('; '), values.join('; '), reasonIn(problems), ...cells]);
}

/** Why a row was rejected, in one text. With several problems each names its column. */
export function reasonIn(problems: readonly Problem[]): string {
  if (problems.length === 1) return problems[0]?.because ?? '';
  return problems.map(({ column, because }) => (column === '' ? because : `${column}: ${because}`)).join(' ');
}
