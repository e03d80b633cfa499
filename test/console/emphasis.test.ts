import { expect, test } from 'vitest';
import { readRuns, withoutEmphasis } from '../../src/console/components/emphasis.ts';

test('the emphasised words of the desk stand out and lose their asterisks', () => {
  expect(readRuns('*Quá hạn* VM-2026-000010\nHạn mới: *15:00*')).toEqual([
    { text: 'Quá hạn', isStrong: true },
    { text: ' VM-2026-000010\nHạn mới: ', isStrong: false },
    { text: '15:00', isStrong: true },
  ]);
});

test.each(['2*3*4 kiện', 'giá * số lượng', '* dòng một', 'một * lẻ'])(
  'asterisks that emphasise nothing stay: %s',
  (text) => {
    expect(withoutEmphasis(text)).toBe(text);
  },
);
