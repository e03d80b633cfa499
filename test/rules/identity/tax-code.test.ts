import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTaxCode, taxCodeCheckDigit } from '../../../src/rules/identity/tax-code.ts';

const nineDigits = fc.stringMatching(/^\d{9}$/);

test.each(['0100109106', '0201975599', '0299000701'])('the tax code %s, which is in use, is accepted', (code) => {
  expect(checkTaxCode(code)).toEqual({ ok: true, taxCode: code, form: 'enterprise' });
});

test.each([
  ['0201975599-001', '0201975599-001', 'dependentUnit'],
  ['0201975599001', '0201975599-001', 'dependentUnit'],
  ['0201 975 599 - 001', '0201975599-001', 'dependentUnit'],
  [' 0201975599 ', '0201975599', 'enterprise'],
  ['031090012345', '031090012345', 'personal'],
] as const)('a tax code typed as %j is read as %s', (typed, taxCode, form) => {
  expect(checkTaxCode(typed)).toEqual({ ok: true, taxCode, form });
});

test.each(['', 'mst', '020197559', '02019755991', '104722599000', '0201975599-000', '0201975599-01'])(
  '%j is not a tax code',
  (typed) => {
    expect(checkTaxCode(typed)).toEqual({ ok: false, refusal: 'notATaxCode' });
  },
);

test('a tax code with one digit mistyped is refused with a warning, and kept for the enterprise to confirm', () => {
  expect(checkTaxCode('0201975598')).toEqual({
    ok: false,
    refusal: 'wrongCheckDigit',
    warning: 'confirmWithEnterprise',
    taxCode: '0201975598',
  });
});

test('nine digits that no check digit belongs to are told apart from a typing mistake', () => {
  // 3 × 1 + 5 × 6 = 33, which 11 divides.
  expect(taxCodeCheckDigit('000000061')).toBeNull();
  expect(checkTaxCode('0000000610')).toMatchObject({ refusal: 'noSuchCheckDigit', warning: 'confirmWithEnterprise' });
});

test('of the ten possible last digits, at most one makes a tax code', () => {
  fc.assert(
    fc.property(nineDigits, (nine) => {
      const accepted = [...'0123456789'].filter((digit) => checkTaxCode(nine + digit).ok);

      const expected = taxCodeCheckDigit(nine);
      expect(accepted).toEqual(expected === null ? [] : [String(expected)]);
    }),
  );
});

test('changing any single digit of a valid code is noticed', () => {
  const change = fc.tuple(nineDigits, fc.nat(8), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(change, ([nine, place, by]) => {
      const digit = taxCodeCheckDigit(nine);
      fc.pre(digit !== null);
      const changed = `${nine.slice(0, place)}${(Number(nine[place]) + by) % 10}${nine.slice(place + 1)}${digit}`;

      expect(checkTaxCode(changed).ok).toBe(false);
    }),
  );
});

test('any text at all gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof checkTaxCode(text).ok).toBe('boolean');
    }),
  );
});
