import { fold } from '../rules/identity/fold.ts';
import { wholeText } from './cells/shown.ts';
import { tidy } from './cells/text.ts';
import type { Form, Noun } from './nouns/form.ts';
import { refuseFile } from './refuse-file.ts';
import type { TableRow } from './table.ts';

/** How many rows with content may stand above the headers, and the headers themselves. */
export const rowsLooked = 10;

export interface Matched<Row> {
  readonly form: Form<Row>;
  readonly line: number;
  /** As they stand in the file. */
  readonly headers: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  /** Headers that no column goes by; what is under them is not read. */
  readonly ignored: readonly string[];
}

/**
 * Finds the row of headers among the first rows, and the form that knows most of them. Throws a `DeskError` that names what
 * was found where a required column is missing, or where two columns claim one field.
 */
export function matchHeaders<Row>(noun: Noun<Row>, rows: readonly TableRow[], epoch: 1900 | 1904): Matched<Row> {
  const candidates = rows.slice(0, rowsLooked).flatMap((row) => {
    const headers = row.cells.map((cell) => tidy(wholeText(cell, epoch)));
    return noun.forms.map((form) => ({ form, line: row.line, headers, ...claims(form, headers) }));
  });
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (first, each) => (first === null || better(each, first) ? each : first),
    null,
  );
  if (best === null) throw refuseFile('Tệp không có dòng nào.');
  const found = best.headers
    .filter((header) => header !== '')
    .map((header) => `“${header}”`)
    .join(', ');
  if (best.positions.size === 0) {
    throw refuseFile(
      `Không thấy dòng tiêu đề của bảng ${noun.title} trong ${rowsLooked} dòng đầu. Dòng ${best.line} có: ${found}.`,
    );
  }

  const [twice] = best.doubled;
  if (twice !== undefined) {
    throw refuseFile(
      `Dòng tiêu đề (dòng ${best.line}) có hai cột cùng là “${twice.header}”: ${twice.as.join(' và ')}. Hãy bỏ một cột.`,
    );
  }
  if (best.missing.length > 0) {
    const missing = best.missing.map((header) => `“${header}”`).join(', ');
    throw refuseFile(
      `Bảng ${noun.title} thiếu cột bắt buộc ${missing}. Dòng tiêu đề (dòng ${best.line}) có: ${found}.`,
    );
  }
  const { form, line, headers, positions } = best;
  const known = new Set(positions.values());
  return { form, line, headers, positions, ignored: headers.filter((header, at) => header !== '' && !known.has(at)) };
}

interface Claims {
  positions: Map<string, number>;
  missing: string[];
  doubled: { header: string; as: string[] }[];
}

function claims(form: Form<unknown>, headers: readonly string[]): Claims {
  const folded = headers.map(foldHeader);
  const claimed: Claims = { positions: new Map(), missing: [], doubled: [] };
  for (const [name, column] of Object.entries(form.columns)) {
    const names = new Set([column.header, ...column.synonyms].map(foldHeader));
    const at = folded.flatMap((header, index) => (names.has(header) ? [index] : []));
    if (at[0] !== undefined) claimed.positions.set(name, at[0]);
    else if (column.isRequired) claimed.missing.push(column.header);
    if (at.length > 1) claimed.doubled.push({ header: column.header, as: at.map((index) => `“${headers[index]}”`) });
  }
  return claimed;
}

// A form with all it requires comes before one that knows more headers and lacks one.
function better(a: Claims, b: Claims): boolean {
  const isWhole = (claimed: Claims) => (claimed.missing.length === 0 ? 1 : 0);
  if (isWhole(a) !== isWhole(b)) return isWhole(a) > isWhole(b);
  return a.positions.size > b.positions.size;
}

/** A header without what differs from one writer to the next: case, accents, punctuation, line ends, what is in brackets. */
function foldHeader(header: string): string {
  return fold(header)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}
