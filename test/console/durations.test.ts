import { expect, test } from 'vitest';
import { vietnamese } from '../../src/console/language/phrases.vi.ts';
import { duration, workingDuration } from '../../src/console/time/durations.ts';

test.each([
  ['0 giây', 0],
  ['59 giây', 59],
  ['1 phút 59 giây', 119],
  ['2 phút', 120],
  ['2 phút', 179],
  ['1 giờ', 3_600 + 59],
  ['2 giờ 10 phút', 7_800],
  ['1 ngày', 86_400 + 120],
  ['1 ngày 4 giờ', 86_400 + 4 * 3_600 + 120],
])('a length is told in its two largest units: %s', (words, seconds) => {
  expect(asRead(duration(seconds * 1_000, vietnamese.units))).toBe(words);
});

test.each([
  ['30 phút', 30],
  ['2 giờ', 120],
  ['1 giờ 30 phút', 90],
  ['16 giờ', 960],
])('two working days are 16 hours of working time, never "2 ngày": %s', (words, minutes) => {
  expect(asRead(workingDuration(minutes, vietnamese.units))).toBe(words);
});

test('no line ends between a figure and its unit', () => {
  expect(duration(7_800_000, vietnamese.units)).toBe('2\u00a0giờ 10\u00a0phút');
  expect(workingDuration(90, vietnamese.units)).toBe('1\u00a0giờ 30\u00a0phút');
});

/** A space that keeps two words together is read as any other. */
function asRead(words: string): string {
  return words.replaceAll('\u00a0', ' ');
}
