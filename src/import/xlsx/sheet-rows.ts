import type { Cell } from '../cells/cell.ts';
import type { Limits } from '../limits.ts';
import { refuseFile } from '../refuse-file.ts';
import type { TableRow } from '../table.ts';
import { plainText } from './escapes.ts';
import { xmlReader } from './xml.ts';

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly limits: Limits;
}

/** The rows of a sheet that have content, a block for each piece of the file. */
export async function* sheetRows(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  let cells: Cell[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let text: string | null = null;
  let isFormula = false;
  let isText = false;
  let isPhonetic = false;

  const reader = xmlReader({
    open(name, attributes) {
      if (name === 'row') {
        // Some writers number neither rows nor cells: they then follow one another.
        line = Number(attributes.r ?? line + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        text = null;
        isFormula = false;
      } else if (name === 'f') isFormula = true;
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 'v' || (name === 't' && !isPhonetic)) isText = true;
    },
    text(piece) {
      if (isText) text = text === null ? piece : text + piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c') put(cellOf(text, { type, style, isFormula }, context));
      else if (name === 'row' && cells.length > 0) rows.push({ line, cells, text: null, broken: null });
    },
  });

  function put(cell: Cell): void {
    if (cell === null || cell === '') return;
    if (column >= context.limits.columns) {
      throw refuseFile(`Dòng ${line} có ô ở cột thứ ${column + 1}, quá mức ${context.limits.columns} cột.`);
    }
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  for await (const chunk of chunks) {
    reader.write(chunk);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  reader.end();
  if (rows.length > 0) yield rows;
}

interface CellKind {
  readonly type: string;
  readonly style: number;
  readonly isFormula: boolean;
}

function cellOf(text: string | null, { type, style, isFormula }: CellKind, context: SheetContext): Cell {
  // A program that writes formulas without working them out leaves no result.
  if (text === null) return isFormula && type !== 'str' ? { error: '(công thức chưa tính)' } : null;
  if (type === 's') return withinLimit(context.sharedStrings[Number(text)] ?? null, context.limits);
  if (type === 'str' || type === 'inlineStr' || type === 'd') return withinLimit(plainText(text), context.limits);
  if (type === 'b') return text.trim() === '1' || text.trim() === 'true';
  if (type === 'e') return { error: text };

  const number = Number(text);
  if (Number.isNaN(number)) return text;
  return context.dateStyles[style] === true ? { serial: number } : number;
}

function withinLimit(text: string | null, { cellChars }: Limits): string | null {
  if (text !== null && text.length > cellChars) throw refuseFile(`Tệp Excel có ô dài hơn ${cellChars} ký tự.`);
  return text;
}

// "AB12" is in column 27, counted from 0.
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
