// Domestic tax codes carry a check digit: weights on the first nine digits, then 10 − (sum mod 11).
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

export type TaxCodeForm = 'enterprise' | 'dependentUnit' | 'personal';

export type TaxCodeCheck =
  | { ok: true; taxCode: string; form: TaxCodeForm }
  | { ok: false; refusal: 'notATaxCode' }
  | { ok: false; refusal: 'wrongCheckDigit' | 'noSuchCheckDigit'; warning: 'confirmWithEnterprise'; taxCode: string };

/**
 * Reads a tax code in any of its forms: 10 digits, 10-3 for a dependent unit, 12 for a person or household.
 * A code that fails only its check digit is refused with a warning: the enterprise may confirm what it typed.
 */
export function checkTaxCode(text: string): TaxCodeCheck {
  const spaceless = text.replace(/[\s.]/g, '');
  // A dash has one place only: before the three digits of a dependent unit.
  if (!/^(?:\d+|\d{10}[–-]\d{3})$/.test(spaceless)) return { ok: false, refusal: 'notATaxCode' };
  const digits = spaceless.replace(/[–-]/, '');

  // Since 1/7/2025 people and household businesses use the personal number, which always starts with 0 (TT 86/2024).
  if (digits.length === 12 && digits.startsWith('0')) return { ok: true, taxCode: digits, form: 'personal' };
  if (digits.length !== 10 && digits.length !== 13) return { ok: false, refusal: 'notATaxCode' };

  const unit = digits.slice(10);
  if (unit === '000') return { ok: false, refusal: 'notATaxCode' };
  const taxCode = unit === '' ? digits : `${digits.slice(0, 10)}-${unit}`;

  const expected = taxCodeCheckDigit(digits.slice(0, 9));
  if (expected === Number(digits[9])) return { ok: true, taxCode, form: unit === '' ? 'enterprise' : 'dependentUnit' };
  const refusal = expected === null ? 'noSuchCheckDigit' : 'wrongCheckDigit';
  return { ok: false, refusal, warning: 'confirmWithEnterprise', taxCode };
}

/** The tax codes of enterprises in a text, as the register writes them; what only looks like one is not among them. */
export function taxCodesIn(text: string): string[] {
  const written = text.match(/(?<!\d)\d{10}(?:\s?[–-]\s?\d{3})?(?!\d)/g) ?? [];
  return written.map(checkTaxCode).flatMap((checked) => (checked.ok ? [checked.taxCode] : []));
}

/** The tenth digit that belongs to the first nine; null where the formula gives 10, which is never issued. */
export function taxCodeCheckDigit(firstNine: string): number | null {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(firstNine[index]), 0);
  const remainder = sum % 11;
  return remainder === 0 ? null : 10 - remainder;
}
