import type { Source } from '../../src/import/bytes.ts';
import type { Cell, CellContext } from '../../src/import/cells/cell.ts';
import { wallsOf } from '../../src/import/cells/instant-of.ts';
import type { Noun } from '../../src/import/nouns/form.ts';
import { openTable, type TableOptions } from '../../src/import/open-table.ts';
import { type Counts, type ReadRowAt, type RejectedRow, readTable } from '../../src/import/read-table.ts';

export const zone = 'Asia/Ho_Chi_Minh';

export const context: CellContext = {
  instantOf: wallsOf(zone),
  epoch: 1900,
  officeCodes: new Set(['03CC', '03CE', '03TG', '03EE', '03NK', '03PA', '03CD', '03PJ', '03PL']),
};

export const payload = (name: string) => `${import.meta.dirname}/../payloads/import/${name}`;

/** Every row of a table as it is cut, with its line. */
export async function tableRows(
  source: Source,
  options: TableOptions = {},
): Promise<{ line: number; cells: readonly Cell[] }[]> {
  await using table = await openTable(source, options);
  const rows: { line: number; cells: readonly Cell[] }[] = [];
  for await (const block of table.blocks()) rows.push(...block.map(({ line, cells }) => ({ line, cells })));
  return rows;
}

export interface Everything<Row> {
  rows: ReadRowAt<Row>[];
  rejected: RejectedRow[];
  counts: Readonly<Counts>;
  headers: readonly string[];
  headerLine: number;
  ignored: readonly string[];
  form: string;
}

/** Reads a whole file as rows of a noun. */
export async function readAll<Row extends object>(
  source: Source,
  noun: Noun<Row>,
  options: TableOptions = {},
): Promise<Everything<Row>> {
  await using table = await openTable(source, options);
  const { batches, ...found } = await readTable(table, noun, { zone });
  const all: Everything<Row> = {
    ...found,
    rows: [],
    rejected: [],
    counts: { read: 0, accepted: 0, rejected: 0, duplicates: 0, noted: 0 },
  };
  for await (const { rows, rejected, counts } of batches) {
    all.rows.push(...rows);
    all.rejected.push(...rejected);
    all.counts = counts;
  }
  return all;
}

/** A text as the bytes of a file. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
