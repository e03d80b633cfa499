import { safeText } from './safe-text.ts';
import type { ExportTable } from './table.ts';
import { localWallTime } from './wall-time.ts';

/** The tables as an XLSX file, a sheet each. No cell is a formula, whatever it says. */
export async function workbookOf(tables: readonly ExportTable[], zone: string): Promise<Uint8Array<ArrayBuffer>> {
  // Large, and only needed where somebody exports.
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  for (const { name, headings, rows } of tables) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(headings.map(safeText)).font = { bold: true };
    for (const row of rows)
      sheet.addRow(
        row.map((cell) => {
          if (typeof cell === 'string') return safeText(cell);
          return cell instanceof Date ? localWallTime(cell, zone) : cell;
        }),
      );
    for (const [place, heading] of headings.entries()) {
      const column = sheet.getColumn(place + 1);
      const longest = Math.max(heading.length, ...rows.map((row) => lengthOf(row[place] ?? null)));
      column.width = Math.min(60, longest + 2);
      if (rows.some((row) => row[place] instanceof Date)) column.numFmt = 'dd/mm/yyyy hh:mm';
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function lengthOf(cell: ExportTable['rows'][number][number]): number {
  if (cell === null) return 0;
  return cell instanceof Date ? 16 : String(cell).length;
}
