import { expect, test } from 'vitest';
import { sameWords } from '../../../src/rules/delivery/same-words.ts';

test.each([
  ['the same', 'Xin chào', 'Xin chào', 'all'],
  ['emphasis', 'Mã *VM-2026-000123* đã mở', 'Mã VM-2026-000123 đã mở', 'all'],
  ['blanks and lines', ' Xin\n\nchào ', 'Xin chào', 'all'],
  ['composed letters', 'hải quan'.normalize('NFD'), 'hải quan', 'all'],
  [
    'numbered answers added below',
    'Anh/chị có hài lòng không?',
    'Anh/chị có hài lòng không?\n1. Có\n2. Không',
    'piece',
  ],
  ['one part of several', 'Phần thứ nhất của thư. Phần thứ hai.', 'Phần thứ nhất của thư.', 'piece'],
  ['a short word within', 'Vâng, tôi đã nhận được hồ sơ', 'Vâng', 'other'],
  ['a short word that goes on', 'Vâng', 'Vâng, tôi đã nhận được', 'other'],
  ['nothing', 'Xin chào', '', 'other'],
  ['nothing of ours', '', 'Xin chào anh chị nhé', 'other'],
  ['other words', 'Tờ khai đã thông quan', 'Tờ khai chưa thông quan', 'other'],
])('an echo is recognised by its words: %s', (_, ours, echo, same) => {
  expect(sameWords(ours, echo)).toBe(same);
});
