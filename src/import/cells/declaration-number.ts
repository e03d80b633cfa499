import { readDeclarationNumber as readNumber } from '../../rules/identity/declaration-number.ts';
import { accepted, type Cell, type Read, refused } from './cell.ts';
import { codeIn, isDigits } from './digits.ts';

/**
 * Reads a declaration number of twelve digits. Eleven are refused: the missing one may be any of them, and a guess would
 * show an enterprise the declaration of another.
 */
export function readDeclarationNumber(cell: Cell): Read<string> {
  const code = codeIn(cell);
  if (!code.ok) return code;

  const number = readNumber(code.text);
  if (number !== null) return accepted(number.declarationNo);
  return refused(becauseNotANumber(code.text.replace(/[\s.]/g, '')));
}

function becauseNotANumber(text: string): string {
  if (!isDigits(text)) return 'Chỉ gồm 12 chữ số.';
  if (text.length === 11) {
    return 'Có 11 chữ số, cần đủ 12. Nếu chỉ thiếu chữ số cuối (số lần sửa), hãy ghi thêm số 0 ở cuối.';
  }
  if (text.length !== 12) return `Phải có 12 chữ số; ô này có ${text.length}.`;
  if (text.startsWith('0')) return 'Dãy 12 chữ số bắt đầu bằng 0 là số định danh cá nhân, không phải số tờ khai.';
  return 'Phải bắt đầu bằng 1 (nhập khẩu), 3 (xuất khẩu) hoặc 5 (vận chuyển).';
}
