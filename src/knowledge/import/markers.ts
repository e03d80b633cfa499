import { fold } from '../../rules/identity/fold.ts';

/** A number at the start of a line and what follows it, exactly as written. */
export interface Marker {
  number: string;
  /** What parts the number from the text: `.`, `)`, `:`, `-`, or nothing. */
  mark: string;
  rest: string;
}

const upper = /^["'“‘(]*[\p{Lu}\p{N}]/u;

/** `Điều 3.`, `ĐIỀU 3:`, `Dieu 3`; not the middle of a sentence ("điều 23 khoản 2"). `text` is NFC. */
export function articleMarker(text: string): Marker | null {
  // A sentence goes on with a small letter.
  if (!/^\p{Lu}/u.test(text)) return null;
  const found = /^dieu\s*(?:thu\s+)?0*([1-9]\d{0,2}[a-z]?)(?:\s*([.:)–—-])(?:\s+|(?=[^\d\s])|$)|\s+|$)/u.exec(
    fold(text),
  );
  if (found === null) return null;
  const [whole, number = '', mark = ''] = found;
  const rest = text.slice(whole.length);
  if (rest !== '' && !(mark === '' ? /^["“]?\p{Lu}/u : upper).test(rest)) return null;
  // "Điều 18 Luật Hải quan quy định …" begins a sentence and not an article.
  if (mark === '' && /^["“]?(?:luat|bo luat|nghi dinh|thong tu|quyet dinh|hien phap)(?!\p{L})/u.test(fold(rest)))
    return null;
  return { number: asWritten(number, text), mark, rest };
}

/** `3.`, `3)`, `Khoản 3:`, `3a.`; not `1.1` and not a date or an amount. */
export function clauseMarker(text: string): Marker | null {
  const found = /^(khoan\s+)?0*([1-9]\d?[a-z]?)\s*(?:([.):])|([–—-])(?=\s))(?:\s+|(?=[^\d\s])|$)/u.exec(fold(text));
  if (found === null) return null;
  const [whole, word, number = '', mark = '', dash = ''] = found;
  // "3: 4" may be a ratio; a number with a colon says that it is a clause.
  if (mark === ':' && word === undefined) return null;
  return { number: asWritten(number, text), mark: mark + dash, rest: text.slice(whole.length) };
}

/** `a)`, `a.`, `đ)`, `Điểm a:`; a capital letter with a full stop is an initial or a heading. */
export function pointMarker(text: string): Marker | null {
  const found = /^(diem\s+)?([a-z]\d?)\s*([.):])(?:\s+|(?=[^\d\s])|$)/u.exec(fold(text));
  if (found === null) return null;
  const [whole, word, number = '', mark = ''] = found;
  const letter = text.slice((word ?? '').length, (word ?? '').length + number.length);
  if (mark === ':' && word === undefined) return null;
  if (mark === '.' && word === undefined && (letter !== letter.toLowerCase() || !/[.]\s/u.test(whole))) return null;
  return { number: letter.toLowerCase(), mark, rest: text.slice(whole.length) };
}

/** Phần, chương, mục, tiểu mục with a number: what groups articles. */
export function isGroupHeading(text: string): boolean {
  if (!/^\p{Lu}/u.test(text) || text.length > 200) return false;
  const found =
    /^(?:phan|chuong|muc|tieu muc)\s+(?:thu\s+)?(?:[ivxlc]+|\d{1,2}|[a-h]|nhat|hai|ba|tu|nam|sau|bay|tam)(?![\p{L}\p{N}])\s*[.:–—-]?\s*/u.exec(
      fold(text),
    );
  if (found === null) return false;
  const rest = text.slice(found[0].length);
  return rest === '' || (/^["“]?\p{Lu}/u.test(rest) && !/[.;,:]$/u.test(rest));
}

/** Whether every letter is a capital: how titles and the names of chapters are printed. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}\P{L}*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

// The order in which Vietnamese documents letter their points: no f, j, w, z; đ after d.
const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** The number that follows: 5 after 4 and after 4a; đ after d. */
export function followingNumber(number: string): string {
  return String(Number.parseInt(number, 10) + 1);
}

export function followingLetter(letter: string): string {
  return letters[letters.indexOf(letter) + 1] ?? '';
}

/** How far `next` is behind `before`: 1 for the following one, 0 for the same, null where nobody can say. */
export function stepBetween(before: string, next: string): number | null {
  const [a, b] = [before, next].map((value) =>
    /^\d/u.test(value) ? Number.parseInt(value, 10) : letters.indexOf(value.slice(0, 1)),
  );
  if (a === undefined || b === undefined || a < 0 || b < 0) return null;
  // 4a follows 4 as 4b does 4a.
  return a === b && before !== next ? (next > before ? 1 : -1) : b - a;
}

// Folding turns đ into d; the letter behind a number is as people wrote it.
function asWritten(number: string, text: string): string {
  const at = fold(text).indexOf(number);
  return text.slice(at, at + number.length).toLowerCase();
}
