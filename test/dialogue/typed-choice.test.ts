import { describe, expect, test } from 'vitest';
import { isNumbered, typedChoice } from '../../src/dialogue/typed-choice.ts';

const menu = [
  [
    { value: 'menu:issue', label: 'Gửi vướng mắc' },
    { value: 'menu:cases', label: 'Hồ sơ của tôi' },
  ],
  [{ value: 'menu:rate', label: 'Đánh giá' }],
  [{ value: 'menu:language', label: 'Ngôn ngữ / Language' }],
];

describe('a label that is typed', () => {
  test.each([
    ['Gửi vướng mắc', 'menu:issue'],
    ['gui vuong mac', 'menu:issue'],
    ['  GỬI   vướng mắc! ', 'menu:issue'],
    ['danh gia', 'menu:rate'],
    ['ngôn ngữ language', 'menu:language'],
  ])('“%s” is as good as the button', (text, value) => {
    const chosen = typedChoice(text, menu, false);

    expect(chosen).toBe(value);
  });

  test('within a longer sentence it is a sentence and no choice', () => {
    expect(typedChoice('Tôi muốn gửi vướng mắc về tờ khai', menu, true)).toBeNull();
  });

  test('that fits two choices without its marks is none, and with them is the right one', () => {
    const alike = [[{ value: 'a', label: 'Chưa' }], [{ value: 'b', label: 'Chừa' }]];

    expect(typedChoice('chua', alike, false)).toBeNull();
    expect(typedChoice('chừa', alike, false)).toBe('b');
  });
});

describe('a number, where choices are numbered', () => {
  test.each(['3', '3.', '3)', ' 3 ', 'số 3', 'so 3', 'chọn 3', 'Chọn số 3', 'mục 3', '#3', '3. Đánh giá', '03'])(
    '“%s” is the third choice',
    (text) => {
      expect(typedChoice(text, menu, true)).toBe('menu:rate');
    },
  );

  test.each(['0', '5', '-3', '3,5', '3/5', '3.5', '30%', '3 tờ khai', '3. Gửi vướng mắc', '307', 'ba ngày'])(
    '“%s” is none of four choices',
    (text) => {
      expect(typedChoice(text, menu, true)).toBeNull();
    },
  );

  test('means nothing where no numbers were shown', () => {
    expect(typedChoice('3', menu, false)).toBeNull();
  });
});

test('nothing typed and nothing offered is no choice', () => {
  expect(typedChoice('', menu, true)).toBeNull();
  expect(typedChoice(' !? ', [[{ value: 'a', label: '👍' }]], true)).toBeNull();
  expect(typedChoice('1', [], true)).toBeNull();
});

test('numbers are shown where buttons do not go round: always on the Zalo bot, beyond five on an Official Account', () => {
  const six = Array.from({ length: 6 }, (_, index) => [{ value: `${index}`, label: `${index}` }]);

  expect(isNumbered('zaloBot', menu)).toBe(true);
  expect(isNumbered('zalo', six)).toBe(true);
  expect(isNumbered('zalo', six.slice(1))).toBe(false);
  expect(isNumbered('telegram', six)).toBe(false);
  expect(isNumbered('webchat', six)).toBe(false);
});
