import { openBytes, type Source } from './bytes.ts';
import { openCsv } from './csv/open-csv.ts';
import { fileKind } from './file-kind.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Table } from './table.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

export interface TableOptions {
  /** The sheet to read; without it the first visible sheet that has content. */
  readonly sheet?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * Opens a CSV or XLSX file, told apart by its bytes. Rows are read in constant memory, but for the shared texts of a
 * workbook. Throws a `DeskError` whose sentence says what to do when the file is no such table.
 */
export async function openTable(source: Source, options: TableOptions = {}): Promise<Table> {
  const limits = { ...defaultLimits, ...options.limits };
  const bytes = await openBytes(source, limits);
  try {
    if (fileKind(bytes.head) === 'text') return openCsv(bytes, limits);
    return await openWorkbook(bytes, options.sheet ?? null, limits);
  } catch (error) {
    await bytes[Symbol.asyncDispose]();
    throw error;
  }
}
