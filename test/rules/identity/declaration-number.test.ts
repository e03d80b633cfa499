import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findDeclarationNumbers,
  readDeclarationNumber,
  sameDeclaration,
} from '../../../src/rules/identity/declaration-number.ts';

const declarationNumber = fc.stringMatching(/^[135]\d{11}$/);

test.each(['104722599000', '104722620700'])('the import declaration %s is recognised', (number) => {
  expect(readDeclarationNumber(number)).toEqual({ declarationNo: number, direction: 'import', amendment: 0 });
});

test.each([
  ['307701010102', 'export', 2],
  ['507701010100', 'transport', 0],
] as const)('%s is an %s declaration amended %i times', (number, direction, amendment) => {
  expect(readDeclarationNumber(number)).toEqual({ declarationNo: number, direction, amendment });
});

test.each(['031090012345', '204722599000', '10472259900', '1047225990001', ''])(
  '%j is not a declaration number',
  (text) => {
    expect(readDeclarationNumber(text)).toBeNull();
    expect(findDeclarationNumbers(text)).toEqual([]);
  },
);

test.each([
  ['tờ khai 104722599000 luồng vàng', ['104722599000']],
  ['tk 1047 2259 9000 và 104.722.620.700', ['104722599000', '104722620700']],
  ['số 10472259900 0 nhé', ['104722599000']],
  ['104722599000 2 lần', ['104722599000']],
  ['3 tờ khai 104722599000', ['104722599000']],
  ['tiền 1.047.225.990.000.000 đồng', []],
  ['CCCD 031090012345', []],
  ['mã X104722599000Y', []],
  ['ngày 10 04 2026 lúc 10 30', []],
])('in %j the declarations found are %j', (text, numbers) => {
  expect(findDeclarationNumbers(text).map((each) => each.declarationNo)).toEqual(numbers);
});

test('an amended declaration is still the same declaration', () => {
  fc.assert(
    fc.property(declarationNumber, fc.nat(9), (number, amendment) => {
      expect(sameDeclaration(number, number.slice(0, 11) + amendment)).toBe(true);
    }),
  );
});

test('declarations that differ before the twelfth digit are different', () => {
  fc.assert(
    fc.property(
      declarationNumber,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 9 }),
      (number, at, by) => {
        const other = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);

        expect(sameDeclaration(number, other)).toBe(false);
      },
    ),
  );
});

test('a number is found wherever it stands in a sentence, and the place is right', () => {
  const words = fc.stringMatching(/^[a-zđê ,]{0,30}$/);
  fc.assert(
    fc.property(words, declarationNumber, words, (before, number, after) => {
      const text = `${before} ${number} ${after}`;

      const [found] = findDeclarationNumbers(text);

      expect(found?.declarationNo).toBe(number);
      expect(text.slice(found?.from, found?.until)).toBe(number);
    }),
  );
});
