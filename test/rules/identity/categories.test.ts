import { expect, test } from 'vitest';
import { categoryCodes, categoryLabels, isCategoryCode } from '../../../src/rules/identity/categories.ts';
import { findTypeCodes, flowOfTypeCode } from '../../../src/rules/identity/type-codes.ts';

test('there are eighteen categories, and every label fits a chat button', () => {
  expect(categoryCodes).toHaveLength(18);
  for (const code of categoryCodes) {
    expect(categoryLabels[code].vi.length, code).toBeLessThanOrEqual(30);
    expect(categoryLabels[code].en.length, code).toBeLessThanOrEqual(30);
  }
});

test('a stored word is a category only if it is one of ours', () => {
  expect(isCategoryCode('origin_co')).toBe(true);
  expect(isCategoryCode('toString')).toBe(false);
});

test('a declaration type is recognised from the official list only', () => {
  expect(findTypeCodes('loại hình e31 hay E32, chuyển A42?')).toEqual(['E31', 'A42']);
  expect(flowOfTypeCode('b11')).toBe('export');
  expect(flowOfTypeCode('A99')).toBeNull();
});
