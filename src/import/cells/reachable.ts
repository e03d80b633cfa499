import { phoneDigits } from '../../rules/identity/phone-number.ts';
import { accepted, type Cell, type CellContext, type Read, refused } from './cell.ts';
import { codeIn } from './digits.ts';
import { wholeText } from './shown.ts';
import { brokenCell, tidy } from './text.ts';

const address = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/;

/** Reads one e-mail address, in lower case. */
export function readEmail(cell: Cell, { epoch }: CellContext): Read<string> {
  const broken = brokenCell(cell);
  if (broken !== null) return refused(broken);

  const text = tidy(wholeText(cell, epoch))
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (text.length <= 254 && address.test(text)) return accepted(text);
  if (/[;,\s]/.test(text)) return refused('Chỉ ghi một địa chỉ thư điện tử, không có dấu cách.');
  return refused('Không phải địa chỉ thư điện tử.');
}

/** Reads phone numbers parted by semicolons, commas, slashes or line ends, each as digits with its country code. */
export function readPhones(cell: Cell): Read<readonly string[]> {
  const parts = typeof cell === 'string' ? cell.split(/[;,/\n]/).filter((part) => part.trim() !== '') : [cell];
  const phones = new Set<string>();
  const notes: string[] = [];
  for (const part of parts) {
    const read = readPhone(part);
    if (!read.ok) return refused(parts.length === 1 ? read.because : `Số “${String(part).trim()}”: ${read.because}`);
    phones.add(read.value);
    if (read.note !== null) notes.push(read.note);
  }
  return accepted([...phones], notes.length === 0 ? null : notes.join(' '));
}

function readPhone(cell: Cell): Read<string> {
  const code = codeIn(cell);
  if (!code.ok) return code;

  const text = code.text.replace(/[\s.()–-]/g, '');
  if (!/^\+?\d+$/.test(text)) return refused('Chỉ gồm chữ số, dấu + ở đầu, dấu cách, chấm hoặc gạch.');
  if (isVietnamese(`0${text}`)) return known(`0${text}`, `Đã thêm số 0 bị mất ở đầu số điện thoại: 0${text}.`);
  if (isVietnamese(text) || (/^(?:\+|00)/.test(text) && !/^(?:\+|00)84/.test(text))) return known(text, null);
  return isVietnamese(text.replace(/^(?:\+|00)?84/, '0')) ? known(text, null) : refused(notAPhone);
}

const notAPhone = 'Số điện thoại Việt Nam có 10 hoặc 11 chữ số và bắt đầu bằng 0 hoặc +84.';

function known(text: string, note: string | null): Read<string> {
  const digits = phoneDigits(text);
  return digits === null ? refused(notAPhone) : accepted(digits, note);
}

// Mobile numbers have nine digits after the zero, landlines with their area code ten.
function isVietnamese(text: string): boolean {
  return /^0(?:[35789]\d{8}|2\d{9})$/.test(text);
}
