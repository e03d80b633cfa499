import { expect, test } from 'vitest';
import { taxCodesIn } from '../../../src/rules/identity/tax-code.ts';
import { isForEnterprise } from '../../../src/rules/linking/verified-later.ts';

const star = { id: 7, taxCode: '0299101121' };

test.each([
  ['that names no enterprise is for the only one', [], null, true, true],
  ['that names no enterprise is for none of several', [], null, false, false],
  ['that names it by tax code is for it', ['0299101121'], null, false, true],
  ['that names another by tax code is not', ['0299102453'], null, true, false],
  ['about its declaration is for it', [], 7, false, true],
  ['about another’s declaration is not, whatever it says', ['0299101121'], 8, true, false],
])('an open case %s', (_, taxCodes, declarant, isOnlyOne, expected) => {
  expect(isForEnterprise({ taxCodes, declarant }, star, isOnlyOne)).toBe(expected);
});

test('tax codes are found between other numbers', () => {
  const text = 'MST 0299101121, TK 107705060720, chi nhánh 0100109106-001, máy 0912345678';

  expect(taxCodesIn(text)).toEqual(expect.arrayContaining(['0299101121', '0100109106-001']));
  expect(taxCodesIn('TK 107705060720 và 1234567890')).toEqual([]);
});
