import { expect, test } from 'vitest';
import { labelKey, mostLabelsOnCase } from '../../../src/rules/case/labels.ts';
import { refusalSentences } from '../../../src/rules/case/refusals.ts';

test.each([
  ['marks', 'Hàng dễ hỏng', 'Hang de hong', true],
  ['capitals', 'AEO', 'aeo', true],
  ['spaces around and between', '  Lưu   bãi ', 'Lưu bãi', true],
  ['the letter đ', 'Đã gọi', 'da goi', true],
  ['a word more', 'Lưu bãi', 'Lưu bãi lạnh', false],
])('whether two names are one label, by %s: “%s”, “%s”', (_, one, other, isOne) => {
  expect(labelKey(one) === labelKey(other)).toBe(isOne);
});

test('whoever is refused one label more is told how many there may be', () => {
  expect(refusalSentences.tooManyLabels.vi).toContain(`${mostLabelsOnCase} nhãn`);
});
