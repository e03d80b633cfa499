import { accepted, type Cell, type CellReader, refused } from './cell.ts';
import { wholeText } from './shown.ts';

// Anything but letters, marks, digits and single inner blanks may need tidying; most cells need none.
const untidy = /[\p{Cc}\p{Cf}\p{M}\u00A0\u2000-\u200A\u202F\u3000]| {2}|^ | $/u;

/** Text in NFC, without control characters and with single blanks. A leading apostrophe, a spreadsheet's mark of text, goes. */
export function tidy(text: string): string {
  const tidied = untidy.test(text) ? tidiedUp(text) : text;
  return tidied.charCodeAt(0) === 0x27 ? tidied.slice(1).trimStart() : tidied;
}

function tidiedUp(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Reads free text of at most `longest` characters. */
export function textReader(longest: number): CellReader<string> {
  return (cell, { epoch }) => {
    const broken = brokenCell(cell);
    if (broken !== null) return refused(broken);

    const text = tidy(wholeText(cell, epoch));
    if (text.includes('\uFFFD'))
      return refused('Ô có ký tự bị hỏng khi lưu tệp. Hãy lưu lại tệp ở dạng Unicode (UTF-8).');
    if (text.length > longest) return refused(`Ô dài ${text.length} ký tự, tối đa ${longest}.`);
    return accepted(text);
  };
}

/** Why nothing can be read from a cell that a spreadsheet could not work out; null for any other cell. */
export function brokenCell(cell: Cell): string | null {
  if (typeof cell !== 'object' || cell === null || !('error' in cell)) return null;
  return `Ô đang báo lỗi ${cell.error} trong bảng tính.`;
}
