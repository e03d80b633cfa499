import { expect, test } from 'vitest';
import { needsVerification, ratingLevel, ratingLevels } from '../../../src/rules/rating/levels.ts';
import { reasonsFor, reasonsKept } from '../../../src/rules/rating/reasons.ts';

test.each([
  [1, [], null, true],
  [2, [], null, true],
  [3, [], null, false],
  [3, [], '  ', false],
  [3, ['slow'], null, true],
  [3, [], 'chờ ba tiếng', true],
  [4, ['fast'], 'tốt', false],
  [5, [], null, false],
] as const)('level %i with reasons %j and words %j is looked into: %s', (level, reasons, comment, isLookedInto) => {
  expect(needsVerification({ level, reasons, comment })).toBe(isLookedInto);
});

test('only whole numbers from one to five are levels', () => {
  expect([0, 1, 2.5, 5, 6, Number.NaN, undefined].map(ratingLevel)).toEqual([null, 1, null, 5, null, null, null]);
});

test('each level has reasons of its own, and praise does not stay with a level that was lowered', () => {
  expect(ratingLevels.every((level) => reasonsFor(level).length >= 4)).toBe(true);
  expect(reasonsKept(['fast', 'slow', 'mistake', 'nonsense'], 1)).toEqual(['slow', 'mistake']);
  expect(reasonsKept(['fast', 'slow'], 5)).toEqual(['fast']);
});
