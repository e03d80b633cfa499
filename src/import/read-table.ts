import { customsOffices } from '../rules/identity/office-codes.ts';
import type { Cell, CellContext } from './cells/cell.ts';
import { wallsOf } from './cells/instant-of.ts';
import { wholeText } from './cells/shown.ts';
import { earlierRows } from './earlier-rows.ts';
import { matchHeaders, rowsLooked } from './headers.ts';
import { defaultLimits } from './limits.ts';
import type { Form, Note, Noun, Problem, ReadRow, RowReading } from './nouns/form.ts';
import { refuseFile } from './refuse-file.ts';
import type { Table, TableRow } from './table.ts';

export interface ReadRowAt<Row> {
  line: number;
  row: Row;
  notes: readonly Note[];
  /** What `writtenOf` makes its cells of: the row as it stood, or its cells. */
  kept: string | readonly Cell[];
}

/** A row that was not taken, with its cells as they stand and everything that is wrong with it. */
export interface RejectedRow {
  line: number;
  cells: readonly string[];
  problems: readonly Problem[];
}

export interface Counts {
  /** Rows with content below the headers; each is one of the three. */
  read: number;
  accepted: number;
  rejected: number;
  /** Rows that say again, word for word, what an earlier row said. */
  duplicates: number;
  /** Accepted rows with a note. */
  noted: number;
}

export interface Batch<Row> {
  rows: readonly ReadRowAt<Row>[];
  rejected: readonly RejectedRow[];
  /** Of the file so far. */
  counts: Readonly<Counts>;
  bytesRead: number;
  /** The cells of a row as they stand, for a report about one that is not taken after all. */
  writtenOf: (row: ReadRowAt<Row>) => readonly string[];
}

/** A table whose headers are understood. */
export interface TableReading<Row> {
  /** The title of the form the headers are written in. */
  form: string;
  headerLine: number;
  headers: readonly string[];
  /** Headers whose columns are not read. */
  ignored: readonly string[];
  batches: AsyncIterable<Batch<Row>>;
}

export interface ReadOptions {
  /** The zone whose walls the dates of the file are read from. */
  zone: string;
  /** The codes of customs offices in use; without them those of Region III. */
  officeCodes?: ReadonlySet<string>;
  batchRows?: number;
  mostRows?: number;
}

/** Reads a table as rows of a noun. Throws a `DeskError` when its headers are not those of the noun. The batches come once. */
export async function readTable<Row extends object>(
  table: Table,
  noun: Noun<Row>,
  options: ReadOptions,
): Promise<TableReading<Row>> {
  const blocks = table.blocks()[Symbol.asyncIterator]();
  const beginning = await firstRows(blocks);
  const { form, line, headers, positions, ignored } = matchHeaders(noun, beginning, table.epoch);
  const context: CellContext = {
    instantOf: wallsOf(options.zone),
    epoch: table.epoch,
    officeCodes: options.officeCodes ?? new Set(customsOffices.map(({ code }) => code)),
  };
  const width = headers.findLastIndex((header) => header !== '') + 1;
  const reading: Reading<Row> = { context, width, readRow: form.reader(positions, context) };
  const isExample = exampleOf(form, positions, table.epoch);
  const below = beginning.filter((row, at) => row.line > line && !(beginning[at - 1]?.line === line && isExample(row)));
  const rows = rowsFrom(below, blocks);
  const batches = batchesOf(rows, reading, table, options);
  return { form: form.title, headerLine: line, headers, ignored, batches };
}

interface Reading<Row> {
  context: CellContext;
  width: number;
  readRow: ReadRow<Row>;
}

async function* batchesOf<Row extends object>(
  rows: AsyncIterable<readonly TableRow[]>,
  reading: Reading<Row>,
  table: Table,
  { batchRows = 2000, mostRows = defaultLimits.rows }: ReadOptions,
): AsyncGenerator<Batch<Row>> {
  const earlier = earlierRows();
  const counts: Counts = { read: 0, accepted: 0, rejected: 0, duplicates: 0, noted: 0 };
  let accepted: ReadRowAt<Row>[] = [];
  let rejected: RejectedRow[] = [];

  const writtenOf = writtenBy(table);

  function take({ line, cells, text, broken }: TableRow): void {
    counts.read += 1;
    if (counts.read > mostRows) throw refuseFile(`Tệp có hơn ${mostRows} dòng. Hãy chia thành nhiều tệp.`);
    const read = readCells(cells, broken, reading);
    const before = read.ok ? earlier.compare(read.key, read.row, line) : null;
    if (before?.kind === 'same') {
      counts.duplicates += 1;
    } else if (read.ok && before?.kind === 'none') {
      counts.accepted += 1;
      if (read.notes.length > 0) counts.noted += 1;
      accepted.push({ line, row: read.row, notes: read.notes, kept: text ?? cells });
    } else {
      counts.rejected += 1;
      const problems = read.ok ? [contradicts(before?.line ?? 0)] : read.problems;
      rejected.push({ line, cells: writtenOf({ kept: cells }), problems });
    }
  }

  function batch(): Batch<Row> {
    const full = { rows: accepted, rejected, counts: { ...counts }, bytesRead: table.bytesRead(), writtenOf };
    accepted = [];
    rejected = [];
    return full;
  }

  for await (const block of rows) {
    for (const row of block) {
      take(row);
      if (accepted.length + rejected.length >= batchRows) yield batch();
    }
  }
  yield batch();
}

/** How the rows of a table are written as texts again. */
export function writtenBy({ delimiter, epoch }: Pick<Table, 'delimiter' | 'epoch'>) {
  return ({ kept }: { kept: string | readonly Cell[] }): readonly string[] => {
    const cells = typeof kept === 'string' ? kept.split(delimiter ?? '\n') : kept;
    return cells.map((cell) => wholeText(cell, epoch));
  };
}

function readCells<Row>(cells: readonly Cell[], broken: string | null, reading: Reading<Row>): RowReading<Row> {
  const problem = broken ?? tooWide(cells, reading.width);
  if (problem !== null) return { ok: false, problems: [ofTheWholeRow(problem)] };
  return reading.readRow(cells);
}

function contradicts(earlierLine: number): Problem {
  return ofTheWholeRow(`Trùng với dòng ${earlierLine} nhưng nội dung khác. Hãy giữ một dòng.`);
}

function ofTheWholeRow(because: string): Problem {
  return { column: '', value: '', because };
}

// Cells beyond the last header are a delimiter inside a text; under the wrong headers they would be read as something else.
function tooWide(cells: readonly Cell[], width: number): string | null {
  if (cells.length <= width) return null;
  for (let at = cells.length - 1; at >= width; at -= 1) {
    const cell = cells[at];
    if (cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')) continue;
    return `Dòng có ${at + 1} ô nhưng bảng chỉ có ${width} cột. Có thể một ô chứa dấu phân cách mà không đặt trong ngoặc kép.`;
  }
  return null;
}

async function firstRows(blocks: AsyncIterator<readonly TableRow[]>): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  while (rows.length < rowsLooked) {
    const next = await blocks.next();
    if (next.done === true) break;
    rows.push(...next.value);
  }
  return rows;
}

// The row of examples that our own templates have below their headers says nothing.
function exampleOf(form: Form<unknown>, positions: ReadonlyMap<string, number>, epoch: 1900 | 1904) {
  const columns = [...positions].map(([name, at]) => ({ at, example: form.columns[name]?.example ?? '' }));
  return ({ cells }: TableRow) => columns.every(({ at, example }) => wholeText(cells[at], epoch).trim() === example);
}

async function* rowsFrom(
  beginning: readonly TableRow[],
  blocks: AsyncIterator<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  try {
    yield beginning;
    for (let next = await blocks.next(); next.done !== true; next = await blocks.next()) yield next.value;
  } finally {
    await blocks.return?.();
  }
}
