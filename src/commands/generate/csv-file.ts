import { open } from 'node:fs/promises';
import type { Form } from '../../import/nouns/form.ts';

const pieceLength = 1 << 18;

/** Cells by the name of their column; a column that is left out stays empty. */
export type Cells<Names extends string> = Partial<Record<Names, string>>;

/** Writes rows under the headers of a form's template, as text that a spreadsheet opens. Returns how many rows. */
export async function writeCsv<Names extends string>(
  path: string,
  form: Form<unknown>,
  rows: Iterable<Cells<Names>>,
  onRows: (count: number) => void,
): Promise<number> {
  // The names of a form are those its rows are built with; the caller gives them as Names.
  const names = Object.keys(form.columns) as Names[];
  const file = await open(path, 'w');
  try {
    let piece = `\uFEFF${lineOf(Object.values(form.columns).map(({ header }) => header))}`;
    let count = 0;
    for (const cells of rows) {
      piece += lineOf(names.map((name) => cells[name] ?? ''));
      count += 1;
      if (piece.length < pieceLength) continue;
      await file.write(piece);
      piece = '';
      onRows(count);
    }
    await file.write(piece);
    onRows(count);
    return count;
  } finally {
    await file.close();
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
