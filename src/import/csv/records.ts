import { refuseFile } from '../refuse-file.ts';
import type { TableRow } from '../table.ts';

export interface Records {
  /** The rows that are complete once `text` has arrived. With `isLast`, what is left is the last row. */
  readonly next: (text: string, isLast: boolean) => TableRow[];
}

// A quoted cell longer than this, or over more lines, was never closed: it would swallow the rest of the file.
const longestQuoted = 40_000;
const mostLines = 60;
// A row that has not ended by then never will.
const longestRow = 1_000_000;

/**
 * Cuts text into rows. Written here because a line without quotes, nearly every line of a large file, is cut at a million a
 * second by `split`, where csv-parse makes 0.23 million; and because an unclosed quote must cost one row, not the file.
 */
export function cutRecords(delimiter: string, lineEnd: '\n' | '\r'): Records {
  let rest = '';
  let line = 1;

  function next(text: string, isLast: boolean): TableRow[] {
    const source = rest === '' ? text : rest + text;
    const rows: TableRow[] = [];
    let at = 0;
    let quote = source.indexOf('"');
    while (at < source.length) {
      const newline = source.indexOf(lineEnd, at);
      if (newline === -1 && !isLast) break;
      const end = newline === -1 ? source.length : newline;
      if (quote !== -1 && quote < at) quote = source.indexOf('"', at);

      if (quote === -1 || quote >= end) {
        const text = plainText(source, at, end);
        rows.push({ line, cells: text.split(delimiter), text, broken: null });
        line += 1;
        at = end + 1;
        continue;
      }
      const record = quotedRecord(source, at, isLast);
      if (record === 'incomplete') break;
      if (record === 'unclosed') {
        rows.push({
          line,
          cells: plainText(source, at, end).split(delimiter),
          text: null,
          broken: 'Dấu ngoặc kép mở ở dòng này không được đóng lại.',
        });
        line += 1;
        at = end + 1;
        continue;
      }
      rows.push({ line, cells: record.cells, text: null, broken: null });
      line += record.lines;
      at = record.next;
    }
    rest = source.slice(at);
    if (rest.length > longestRow) throw refuseFile(`Dòng ${line} dài hơn ${longestRow} ký tự; tệp không phải bảng.`);
    return rows;
  }

  function plainText(source: string, from: number, end: number): string {
    return source.slice(from, end > from && source[end - 1] === '\r' ? end - 1 : end);
  }

  function quotedRecord(source: string, from: number, isLast: boolean): QuotedRecord | 'incomplete' | 'unclosed' {
    const cells: string[] = [];
    let at = from;
    let lines = 1;
    for (;;) {
      const start = skipBlanks(source, at);
      let end: number;
      if (source[start] === '"') {
        const close = closingQuote(source, start + 1);
        if (close === 'unclosed') return 'unclosed';
        if (close === null || (!isLast && close.after + 1 >= source.length)) {
          return isLast || source.length - start > longestQuoted ? 'unclosed' : 'incomplete';
        }
        const inner = source.slice(start + 1, close.at);
        const newlines = countOf(inner, lineEnd);
        if (newlines > mostLines || inner.length > longestQuoted) return 'unclosed';
        lines += newlines;
        cells.push(inner.replaceAll('""', '"'));
        end = close.after;
      } else {
        end = endOfPlain(source, at);
        if (end === source.length && !isLast) return 'incomplete';
        cells.push(source.slice(at, source[end] === lineEnd && source[end - 1] === '\r' ? end - 1 : end));
      }
      if (source[end] === delimiter) {
        at = end + 1;
        continue;
      }
      if (source[end] === '\r' && lineEnd === '\n') end += 1;
      return { cells, lines, next: end + 1 };
    }
  }

  // A quote closes where a delimiter, a line end or the end of the text follows; any other is a letter like the rest.
  function closingQuote(source: string, from: number): { at: number; after: number } | 'unclosed' | null {
    let stray = -1;
    for (let quote = source.indexOf('"', from); quote !== -1; quote = source.indexOf('"', quote + 1)) {
      if (quote - from > longestQuoted) return 'unclosed';
      // Past a stray quote nothing is sure; a line end then belongs to the file, not to the cell.
      if (stray !== -1 && source.slice(stray, quote).includes(lineEnd)) return 'unclosed';
      if (source[quote + 1] === '"') {
        quote += 1;
        // `"Công ty "ABC"",` closes with its second quote: what came before was not doubled either.
        if (stray === -1 || !endsCell(source, quote + 1)) continue;
      }
      if (endsCell(source, quote + 1)) return { at: quote, after: skipBlanks(source, quote + 1) };
      stray = quote;
    }
    return null;
  }

  function endsCell(source: string, from: number): boolean {
    const at = skipBlanks(source, from);
    return at >= source.length || source[at] === delimiter || source[at] === lineEnd || source[at] === '\r';
  }

  function endOfPlain(source: string, from: number): number {
    let at = from;
    while (at < source.length && source[at] !== delimiter && source[at] !== lineEnd) at += 1;
    return at;
  }

  return { next };
}

interface QuotedRecord {
  cells: string[];
  lines: number;
  next: number;
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (source[at] === ' ') at += 1;
  return at;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}
