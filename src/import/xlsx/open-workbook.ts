import type { Bytes } from '../bytes.ts';
import type { Limits } from '../limits.ts';
import { refuseFile } from '../refuse-file.ts';
import type { Table, TableRow } from '../table.ts';
import { readDateStyles } from './date-styles.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetContext, sheetRows } from './sheet-rows.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { openPackage, type Package } from './zip.ts';

/**
 * Opens one sheet of an XLSX workbook as a table. Written on zlib and saxes: exceljs finds no cells in the workbooks of
 * .NET's writers, which prefix every name, keeps only the last run of inline rich text, and unpacks without a limit.
 */
export async function openWorkbook(bytes: Bytes, named: string | null, limits: Limits): Promise<Table> {
  const parts = await openPackage(await bytes.seekable(), limits);
  const workbook = await readWorkbook(parts);
  const visible = workbook.sheets.filter(({ isVisible }) => isVisible);
  const context = await contextOf(parts, workbook, limits);

  const sheet = named === null ? await firstWithContent(parts, visible, context) : namedSheet(workbook, named);
  let bytesRead = 0;
  return {
    kind: 'xlsx',
    sheet: sheet.name,
    sheets: visible.map(({ name }) => name),
    epoch: workbook.epoch,
    totalBytes: sheet.part.packedBytes,
    bytesRead: () => bytesRead,
    readAs: () => `xlsx, trang “${sheet.name}”`,
    // No row of a sheet has a text.
    delimiter: null,
    async *blocks(): AsyncGenerator<readonly TableRow[]> {
      const chunks = parts.unpack(sheet.part, (read) => {
        bytesRead += read;
      });
      for await (const rows of sheetRows(chunks, context)) yield rows.filter(hasContent);
    },
    [Symbol.asyncDispose]: () => bytes[Symbol.asyncDispose](),
  };
}

async function contextOf(parts: Package, workbook: Workbook, limits: Limits): Promise<SheetContext> {
  const { sharedStrings, styles } = workbook;
  return {
    sharedStrings:
      sharedStrings === null ? [] : await readSharedStrings(parts.unpack(sharedStrings), limits.sharedTextChars),
    dateStyles: styles === null ? [] : await readDateStyles(parts.unpack(styles)),
    limits,
  };
}

function namedSheet({ sheets }: Workbook, named: string): Sheet {
  const sheet = sheets.find(({ name }) => name.trim().toLowerCase() === named.trim().toLowerCase());
  if (sheet !== undefined) return sheet;
  throw refuseFile(
    `Tệp không có trang “${named}”. Các trang có trong tệp: ${sheets.map(({ name }) => name).join(', ')}.`,
  );
}

async function firstWithContent(parts: Package, sheets: readonly Sheet[], context: SheetContext): Promise<Sheet> {
  for (const sheet of sheets) {
    for await (const rows of sheetRows(parts.unpack(sheet.part), context)) if (rows.some(hasContent)) return sheet;
  }
  throw refuseFile('Tệp Excel không có trang nào có nội dung.');
}

function hasContent({ cells }: TableRow): boolean {
  return cells.some((cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''));
}
