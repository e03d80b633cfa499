import { checkTaxCode, taxCodeCheckDigit } from '../../rules/identity/tax-code.ts';
import { accepted, type Cell, type Read, refused } from './cell.ts';
import { codeIn, isDigits } from './digits.ts';

/**
 * Reads a tax code. A zero lost in front is put back only where the check digit then fits. A code that fails its check digit
 * is accepted with a note: such codes exist, and a person confirms them.
 */
export function readTaxCode(cell: Cell): Read<string> {
  const code = codeIn(cell);
  if (!code.ok) return code;

  const restored = withLostZero(code.text);
  const check = checkTaxCode(restored ?? code.text);
  if (check.ok)
    return accepted(check.taxCode, restored === null ? null : `Đã thêm số 0 bị mất ở đầu: ${check.taxCode}.`);
  if (check.refusal !== 'notATaxCode') {
    return accepted(check.taxCode, `Chữ số kiểm tra của ${check.taxCode} không đúng; đề nghị đối chiếu lại.`);
  }
  return refused(becauseNotATaxCode(code.text));
}

// Nine digits are ten without their zero, twelve that begin with no zero are thirteen without theirs.
function withLostZero(text: string): string | null {
  if ((text.length !== 9 && text.length !== 12) || !isDigits(text)) return null;
  if (text.length === 12 && text.startsWith('0')) return null;
  const whole = `0${text}`;
  return taxCodeCheckDigit(whole.slice(0, 9)) === Number(whole[9]) ? whole : null;
}

function becauseNotATaxCode(text: string): string {
  const digits = text.replace(/\D/g, '').length;
  if (digits === 0) return 'Ô không có chữ số nào.';
  if (/[^\d\s.–-]/.test(text)) return 'Chỉ gồm chữ số, có thể thêm dấu gạch trước 3 số của đơn vị phụ thuộc.';
  if (digits === 9) return 'Có 9 chữ số; thêm số 0 ở đầu thì chữ số kiểm tra cũng không đúng.';
  if (digits === 11) {
    return 'Có 11 chữ số. Nếu là số định danh cá nhân bị mất số 0 ở đầu, hãy ghi đủ 12 chữ số.';
  }
  if (digits === 12) return 'Dãy 12 chữ số không bắt đầu bằng 0 nên không phải số định danh cá nhân.';
  if (digits === 13)
    return 'Ba số cuối của mã đơn vị phụ thuộc phải từ 001 đến 999, dấu gạch (nếu có) đứng trước ba số đó.';
  if (digits === 10) return 'Dấu gạch đứng sai chỗ.';
  return `Phải có 10, 12 hoặc 13 chữ số; ô này có ${digits}.`;
}
