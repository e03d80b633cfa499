import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTryAt } from '../../../src/rules/delivery/next-try.ts';

const saidAt = new Date('2026-11-23T09:15:00+07:00');
const hour = 3_600_000;

function after(milliseconds: number): Date {
  return new Date(saidAt.getTime() + milliseconds);
}

test.each([
  ['the first failure', 0, 5],
  ['the second', 1, 15],
  ['the third', 2, 45],
  ['the seventh', 6, 3600],
  ['the twentieth', 19, 3600],
])('after %s the longest wait is known', (_, failuresBefore, seconds) => {
  const at = nextTryAt({ failuresBefore, saidAt, now: saidAt, afterSeconds: 0, random: 1 });

  expect(at).toEqual(after(seconds * 1000));
});

test.each([
  ['before twelve tries, however long ago it was said', 10, 24 * hour, true],
  ['within six hours, however often it was tried', 40, 6 * hour - 1, true],
  ['when both have passed', 11, 6 * hour, false],
])('a message is given up only after twelve tries and six hours: %s', (_, failuresBefore, since, isTried) => {
  const at = nextTryAt({ failuresBefore, saidAt, now: after(since), afterSeconds: 0, random: 0.5 });

  expect(at !== null).toBe(isTried);
});

test('the next try lies in the future, never before the platform wants it and never beyond the bound', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 5 * hour }),
      fc.double({ min: 0, max: 4000, noNaN: true }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failuresBefore, since, afterSeconds, random) => {
        const now = after(since);
        const at = nextTryAt({ failuresBefore, saidAt, now, afterSeconds, random });

        const wait = (at?.getTime() ?? 0) - now.getTime();
        expect(wait).toBeGreaterThanOrEqual(200);
        expect(wait).toBeGreaterThanOrEqual(afterSeconds * 1000);
        expect(wait).toBeLessThanOrEqual(Math.ceil(Math.max(3_600_000, afterSeconds * 1000)));
      },
    ),
  );
});

test('the waits are spread over the whole bound, so that those who failed together do not come back together', () => {
  const waits = Array.from({ length: 100 }, (_, index) => {
    const at = nextTryAt({ failuresBefore: 6, saidAt, now: saidAt, afterSeconds: 0, random: index / 100 });
    return (at?.getTime() ?? 0) - saidAt.getTime();
  });

  expect(new Set(waits).size).toBe(100);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(0.9 * hour);
});

test('whoever is unlucky every time is given up all the same', () => {
  let now = saidAt;
  let tries = 0;
  for (let at: Date | null = saidAt; at !== null; tries += 1) {
    now = at;
    at = nextTryAt({ failuresBefore: tries, saidAt, now, afterSeconds: 0, random: 0.999 });
  }

  expect(tries).toBeLessThan(20);
  expect(now.getTime() - saidAt.getTime()).toBeLessThan(8 * hour);
});
