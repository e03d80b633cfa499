import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/import/cells/cell.ts';
import { readOfficeCode, readTypeCode } from '../../../src/import/cells/codes.ts';
import { readDeclarationNumber } from '../../../src/import/cells/declaration-number.ts';
import { readEmail, readPhones } from '../../../src/import/cells/reachable.ts';
import { readTaxCode } from '../../../src/import/cells/tax-code.ts';
import { textReader } from '../../../src/import/cells/text.ts';
import { taxCodeCheckDigit } from '../../../src/rules/identity/tax-code.ts';
import { context } from '../reading.ts';

test.each(['0201975599', '0100109106'])(
  'the real tax code %s is read as it is, as a number, and without its zero',
  (taxCode) => {
    for (const cell of [taxCode, ` ${taxCode} `, `'${taxCode}`, `="${taxCode}"`, taxCode.replace(/^(.{4})/, '$1 ')]) {
      expect(readTaxCode(cell)).toEqual({ ok: true, value: taxCode, note: null });
    }
    for (const cell of [Number(taxCode), taxCode.slice(1), `${taxCode.slice(1)}.0`]) {
      expect(readTaxCode(cell)).toEqual({ ok: true, value: taxCode, note: `Đã thêm số 0 bị mất ở đầu: ${taxCode}.` });
    }
  },
);

const firstNine = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 1, max: 999 }))
  .map(([number, unit]) => ({ nine: `0${String(number).padStart(8, '0')}`, unit: String(unit).padStart(3, '0') }))
  .filter(({ nine }) => taxCodeCheckDigit(nine) !== null && !nine.startsWith('00'));

test('a zero lost in front comes back for every tax code, dependent units included', () => {
  fc.assert(
    fc.property(firstNine, ({ nine, unit }) => {
      const taxCode = `${nine}${taxCodeCheckDigit(nine)}`;

      expect(readTaxCode(Number(taxCode))).toMatchObject({ ok: true, value: taxCode });
      expect(readTaxCode(Number(`${taxCode}${unit}`))).toMatchObject({ ok: true, value: `${taxCode}-${unit}` });
    }),
  );
});

test('nine digits that a zero does not make right stay refused', () => {
  fc.assert(
    fc.property(firstNine, fc.integer({ min: 1, max: 9 }), ({ nine }, off) => {
      const wrong = (Number(taxCodeCheckDigit(nine)) + off) % 10;

      expect(readTaxCode(`${nine.slice(1)}${wrong}`).ok).toBe(false);
    }),
  );
});

test.each<[Cell, string]>([
  ['2.01976E+09', 'các chữ số cuối đã mất'],
  ['02019755990', 'Có 11 chữ số. Nếu là số định danh cá nhân bị mất số 0'],
  ['0201975599-000', 'Ba số cuối'],
  ['0201-975599', 'Dấu gạch đứng sai chỗ'],
  ['không có', 'Ô không có chữ số nào'],
  ['MST 0201975599', 'Chỉ gồm chữ số'],
  [1.5, 'số lẻ'],
])('%j is no tax code: …%s…', (cell, reason) => {
  expect(readTaxCode(cell)).toMatchObject({ ok: false, because: expect.stringContaining(reason) });
});

test('every declaration number is read as text, as a number and in groups; none of its digits may be missing', () => {
  fc.assert(
    fc.property(fc.constantFrom('1', '3', '5'), fc.integer({ min: 0, max: 99_999_999_999 }), (first, rest) => {
      const number = `${first}${String(rest).padStart(11, '0')}`;
      const groups = number.replace(/(\d{3})(?=\d)/g, '$1,');

      for (const cell of [number, Number(number), `'${number}`, `${number}.0`, groups, groups.replaceAll(',', ' ')]) {
        expect(readDeclarationNumber(cell)).toEqual({ ok: true, value: number, note: null });
      }
      expect(readDeclarationNumber(number.slice(1)).ok).toBe(false);
      expect(readDeclarationNumber(number.slice(0, -1)).ok).toBe(false);
      expect(readDeclarationNumber(`${number}0`).ok).toBe(false);
      expect(readDeclarationNumber(Number(number).toExponential(5)).ok).toBe(false);
    }),
  );
});

test.each([
  ['034089001234', 'số định danh cá nhân, không phải số tờ khai'],
  ['204722599000', 'Phải bắt đầu bằng 1 (nhập khẩu), 3 (xuất khẩu) hoặc 5 (vận chuyển).'],
  ['10472259900', 'Có 11 chữ số, cần đủ 12.'],
  ['1,04723E+11', 'các chữ số cuối đã mất'],
  ['TK104722599000', 'Chỉ gồm 12 chữ số.'],
])('%s is no declaration number: …%s…', (cell, reason) => {
  expect(readDeclarationNumber(cell)).toMatchObject({ ok: false, because: expect.stringContaining(reason) });
});

test('an office is known by its code, by its code before its name, and by a name that only it bears', () => {
  expect(readOfficeCode('03ee', context)).toMatchObject({ value: '03EE', note: null });
  expect(readOfficeCode('03EE - HQ Đình Vũ', context)).toMatchObject({ value: '03EE', note: null });
  expect(readOfficeCode('Hải quan Đình Vũ', context)).toMatchObject({
    value: '03EE',
    note: 'Đã hiểu “Hải quan Đình Vũ” là mã 03EE.',
  });
  expect(readOfficeCode('Hải quan khu vực 3', context)).toMatchObject({
    ok: false,
    because: expect.stringContaining('Hãy ghi mã'),
  });
  expect(readOfficeCode('01AB', context).ok).toBe(false);
});

test('a declaration type that the list does not have yet is kept with a note', () => {
  expect(readTypeCode('a11', context)).toEqual({ ok: true, value: 'A11', note: null });
  expect(readTypeCode('A99', context)).toMatchObject({
    ok: true,
    value: 'A99',
    note: 'Mã loại hình A99 chưa có trong danh mục.',
  });
  expect(readTypeCode('A1', context).ok).toBe(false);
});

test('phone numbers become digits with their country, and a lost zero is said', () => {
  expect(readPhones('0912.345.678; +84 912 345 679 / (0225) 3836262')).toMatchObject({
    value: ['84912345678', '84912345679', '842253836262'],
    note: null,
  });
  expect(readPhones(912345678)).toMatchObject({
    value: ['84912345678'],
    note: 'Đã thêm số 0 bị mất ở đầu số điện thoại: 0912345678.',
  });
  expect(readPhones('+82 2 1234 5678')).toMatchObject({ value: ['82212345678'], note: null });
  expect(readPhones('0912345678; 12345')).toMatchObject({ ok: false, because: expect.stringContaining('Số “12345”') });
});

test('an e-mail address is read in lower case, and only one', () => {
  expect(readEmail(' LienHe@ViDu.com.vn ', context)).toMatchObject({ value: 'lienhe@vidu.com.vn' });
  expect(readEmail('a@b.vn; c@d.vn', context)).toMatchObject({
    ok: false,
    because: 'Chỉ ghi một địa chỉ thư điện tử, không có dấu cách.',
  });
  expect(readEmail('a@b', context).ok).toBe(false);
});

test('text is tidied, and refused where a file has lost its letters', () => {
  const read = textReader(20);

  expect(read('  Công\u00A0 ty\tA\u200B ', context)).toMatchObject({ value: 'Công ty A' });
  expect(read('Hải Phòng'.normalize('NFD'), context)).toMatchObject({ value: 'Hải Phòng' });
  expect(read('C\uFFFDng ty', context).ok).toBe(false);
  expect(read('x'.repeat(21), context)).toMatchObject({ ok: false, because: 'Ô dài 21 ký tự, tối đa 20.' });
});
