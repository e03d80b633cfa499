export interface Row {
  /** The line of the text on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of separated text as spreadsheets write it: the separator is the comma, semicolon or tab that the first line uses
 * most, and quoted cells may hold separators, quotes and line breaks. Cells are trimmed and empty rows left out.
 */
export function parseRows(text: string): Row[] {
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const separator = separatorOf(source);
  const cell = new RegExp(`[ ]*(?:"((?:[^"]|"")*)"[ ]*|([^${separator}\\n]*))(${separator}|\\n|$)`, 'y');

  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let beganAt = 1;
  while (cell.lastIndex < source.length) {
    const [matched, quoted, plain, end] = cell.exec(source) ?? [];
    if (matched === undefined) break;
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    line += matched.split('\n').length - 1;
    if (end === separator) continue;
    if (cells.some((value) => value !== '')) rows.push({ line: beganAt, cells });
    cells = [];
    beganAt = line;
  }
  // A text that ends in a separator owes its last, empty cell.
  if (cells.some((value) => value !== '')) rows.push({ line: beganAt, cells: [...cells, ''] });
  return rows;
}

/** Rows as comma-separated text, quoted only where a reader would otherwise split or trim them. */
export function formatRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(formatCell).join(',')}\n`).join('');
}

function formatCell(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function separatorOf(source: string): string {
  const [first = ''] = source.split('\n', 1);
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).separator;
}
