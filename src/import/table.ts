import type { Cell } from './cells/cell.ts';

export interface TableRow {
  /** The line of the text, or the row of the sheet, on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The row as text that its delimiter cuts into its cells again: a list that is kept holds it in one piece. Null where it has none. */
  readonly text: string | null;
  /** Why the row could not be cut into cells; null for nearly every row. */
  readonly broken: string | null;
}

/** A table whose rows have yet to be read. */
export interface Table extends AsyncDisposable {
  readonly kind: 'csv' | 'xlsx';
  /** The sheet that is read; null for a text file. */
  readonly sheet: string | null;
  /** The visible sheets of the workbook, in order; none for a text file. */
  readonly sheets: readonly string[];
  readonly epoch: 1900 | 1904;
  /** Of the file, or of the sheet as packed; null while bytes are still arriving. */
  readonly totalBytes: number | null;
  readonly bytesRead: () => number;
  /** In what encoding and with what delimiter, for the report. */
  readonly readAs: () => string;
  /** What parts the cells of a row that has a text; null for a sheet, whose rows have none. */
  readonly delimiter: string | null;
  /** The rows in order, a block at a time, once. Rows without content are left out. */
  readonly blocks: () => AsyncIterable<readonly TableRow[]>;
}
