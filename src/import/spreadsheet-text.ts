/**
 * Text that Excel opens as a table by a double click wherever it was installed: UTF-16 with its mark, cells parted by tabs.
 * Excel splits a comma or semicolon file by the regional settings, and computers in Vietnam have either (English settings
 * the comma, Vietnamese ones the semicolon); only this form does not depend on them, and it keeps the accents as well.
 */
export const spreadsheetMark: Uint8Array = new Uint8Array([0xff, 0xfe]);

/** One line of such text. A cell that a spreadsheet would work out as a formula is made text by an apostrophe. */
export function spreadsheetLine(cells: readonly string[]): Uint8Array {
  return Buffer.from(`${cells.map((cell) => quoted(harmless(cell))).join('\t')}\r\n`, 'utf16le');
}

// A number below zero is no formula; anything else behind these signs may run when the file is opened.
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(?:[.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
