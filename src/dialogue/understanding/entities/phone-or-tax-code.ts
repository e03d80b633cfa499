import { fold } from '../../../rules/identity/fold.ts';
import { checkTaxCode } from '../../../rules/identity/tax-code.ts';

export type PhoneOrTaxCode = { phone?: string; taxCode?: string; wrongCheckDigit?: string };

// A ten-digit number starting with 0 may be either; what stands before it says more than its digits.
const number = /(?<![\p{L}\d.-])(\+?\d+(?:[ .–-]\d+)*)(?![\p{L}\d])/gu;
const taxWords =
  /(?:mst|ma so thue|tax code|tax id|taxcode|mst ca nhan|msdn|ma so doanh nghiep|세금|사업자|세무)[^\d]{0,25}$/;
const phoneWords =
  /(?:sdt|so dien thoai|dien thoai|dt|goi|alo|lien he|lien lac|zalo|hotline|phone|call|tel|mobile|so may|전화|연락)[^\d]{0,25}$/;
const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;

/** The first phone and the first tax code in a text. A tax code with a wrong check digit counts only where it is called one. */
export function findPhoneAndTaxCode(text: string): PhoneOrTaxCode {
  const found: PhoneOrTaxCode = {};
  for (const match of text.matchAll(number)) {
    for (const piece of pieces(match[1] ?? '')) {
      const before = fold(text.slice(Math.max(0, match.index - 40), match.index));
      settle(found, piece, taxWords.test(before), phoneWords.test(before));
    }
  }
  return found;
}

// "0299000701 3 lô" is a code and a quantity: the whole run is tried first, then its groups one by one.
function pieces(run: string): readonly string[] {
  const whole = run.replace(/[ .–-]/g, '');
  const isOne = /^(?:\+?84\d{9,10}|0\d{9,10}|\d{10}|\d{13}|0\d{11})$/.test(whole);
  if (isOne) return [whole];
  const groups = run.split(/[ .]/).map((group) => group.replace(/[–-]/g, ''));
  return groups;
}

function settle(found: PhoneOrTaxCode, digits: string, isCalledTaxCode: boolean, isCalledPhone: boolean): void {
  const phone = digits.replace(/^\+?84(?=\d{9,10}$)/, '0');
  const canBePhone = mobile.test(phone) || landline.test(phone);
  if (canBePhone && !isCalledTaxCode && (isCalledPhone || !startsAsTaxCode(digits))) {
    found.phone ??= phone;
    return;
  }
  const checked = checkTaxCode(digits);
  if (checked.ok) {
    if (checked.form !== 'personal' || isCalledTaxCode) found.taxCode ??= checked.taxCode;
    return;
  }
  if (!isCalledTaxCode || !('taxCode' in checked) || found.taxCode !== undefined) return;
  found.taxCode = checked.taxCode;
  found.wrongCheckDigit = checked.taxCode;
}

// No mobile network has these beginnings; 02 with ten digits is Hải Phòng's old range of tax codes.
function startsAsTaxCode(digits: string): boolean {
  return /^(?:0[1246]|[1-9])/.test(digits) && !landline.test(digits) && !digits.startsWith('84');
}
