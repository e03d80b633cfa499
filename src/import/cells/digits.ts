import type { Cell } from './cell.ts';
import { brokenCell, tidy } from './text.ts';

/** The text of a code made of digits, or why a spreadsheet has destroyed it. */
export type Code = { ok: true; text: string } | { ok: false; because: string };

const shortened = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
const grouped = /^\d{1,3}(?:,\d{3})+$/;
const whole = /^(\d+)[.,]0+$/;
const asFormula = /^="(.*)"$/;

/** What people write as a code and what spreadsheets make of it: numbers, `="0123"`, `123.0`, `1,234,567`. */
export function codeIn(cell: Cell): Code {
  if (typeof cell === 'string') return codeInText(cell);
  if (typeof cell === 'number') return codeInNumber(cell);

  const broken = brokenCell(cell);
  if (broken !== null) return { ok: false, because: broken };
  return { ok: false, because: 'Ô đang là ngày hoặc giá trị đúng/sai, không phải mã số.' };
}

function codeInText(cell: string): Code {
  const tidied = tidy(cell);
  if (tidied === '' || isDigits(tidied)) return { ok: true, text: tidied };

  const text = asFormula.exec(tidied)?.[1] ?? tidied;
  if (shortened.test(text)) return { ok: false, because: lostDigits };
  if (grouped.test(text)) return { ok: true, text: text.replaceAll(',', '') };
  return { ok: true, text: whole.exec(text)?.[1] ?? text };
}

function codeInNumber(cell: number): Code {
  if (!Number.isInteger(cell) || cell < 0) return { ok: false, because: 'Ô là số lẻ hoặc số âm, không phải mã số.' };
  // A spreadsheet keeps 15 digits and writes zeros for the rest.
  if (cell >= 1e15) return { ok: false, because: lostDigits };
  return { ok: true, text: String(cell) };
}

const lostDigits =
  'Bảng tính đã rút gọn số này nên các chữ số cuối đã mất. Hãy định dạng cột là Văn bản (Text) và nhập lại đủ chữ số.';

export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}
