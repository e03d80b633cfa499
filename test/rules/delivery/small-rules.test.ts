import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtChecksAllowed, nextDoubtCheckAt } from '../../../src/rules/delivery/doubt.ts';
import { fileProblem, withFileProblems } from '../../../src/rules/delivery/file-problems.ts';
import { mayKnock } from '../../../src/rules/delivery/knock.ts';
import { spacingMilliseconds } from '../../../src/rules/delivery/spacing.ts';

const now = new Date('2026-11-23T09:15:00+07:00');

test('the platform is asked three times within two minutes and then a person', () => {
  const waits = Array.from({ length: doubtChecksAllowed + 1 }, (_, checks) => nextDoubtCheckAt(checks, now));

  expect(waits.map((at) => at && at.getTime() - now.getTime())).toEqual([5_000, 25_000, 90_000, null]);
});

test.each([
  ['never before', null, true],
  ['a day ago', new Date(now.getTime() - 24 * 3_600_000), true],
  ['a little less than a day ago', new Date(now.getTime() - 24 * 3_600_000 + 1), false],
])('a person is told that something waits when last told %s', (_, last, may) => {
  expect(mayKnock(last, now)).toBe(may);
});

test('messages at this pace never exceed the limit in any window', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1000, max: 60_000 }),
      (messages, perMilliseconds) => {
        const spacing = spacingMilliseconds({ messages, perMilliseconds });

        expect(spacing * messages).toBeGreaterThan(perMilliseconds);
      },
    ),
  );
});

test('the files that could not be sent stay named when something else goes wrong and when it is mended', () => {
  const first = withFileProblems(null, fileProblem('a.pdf', 'quá lớn'));
  const later = withFileProblems(first, '502: bad gateway');
  const again = withFileProblems(later, '504: gateway timeout');

  expect(again?.split('\n')).toEqual(['Không gửi được tệp “a.pdf”: quá lớn', '504: gateway timeout']);
  expect(withFileProblems(again, null)).toBe(first);
  expect(withFileProblems('502: bad gateway', null)).toBeNull();
});
