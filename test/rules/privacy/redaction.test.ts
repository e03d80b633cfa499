import { expect, test } from 'vitest';
import { repeats, textsIn } from '../../../src/rules/privacy/redaction.ts';

const written = 'Số điện thoại của tôi là 0912 345 678, nhờ anh Nguyễn Văn An ở cảng gọi lại giúp';

test.each([
  ['the whole', `Nội dung: ${written}. Đúng chưa ạ?`, true],
  ['its beginning, cut off', `*VM-2026-000001* ${written.slice(0, 60)}…`, true],
  ['it with other line ends', written.replace('678, ', '678,\n  '), true],
  ['it with diacritics written apart', written.normalize('NFD'), true],
  ['something else', 'Đã ghi nhận vụ việc VM-2026-000001', false],
  ['only a few words of it', 'Số điện thoại của tôi là gì?', false],
])('a text that repeats %s is a copy: %s', (_, text, isCopy) => {
  expect(repeats(text, [written])).toBe(isCopy);
});

test('words that are everybody’s are only found where they stand alone', () => {
  expect(repeats('vâng', ['vâng'])).toBe(true);
  expect(repeats('vâng, cảm ơn anh', ['vâng'])).toBe(false);
  expect(repeats('', [''])).toBe(false);
});

test('every text of a delivery is looked at, however deep', () => {
  expect(textsIn({ message: { text: 'a', entities: [{ url: 'b' }], n: 1, none: null } })).toEqual(['a', 'b']);
});
