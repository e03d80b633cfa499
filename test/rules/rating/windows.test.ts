import { expect, test } from 'vitest';
import { countsUntil, doesCount, isChangeable } from '../../../src/rules/rating/windows.ts';

const zone = 'Asia/Ho_Chi_Minh';
const cleared = { state: 'cleared' as const, stateAt: new Date('2026-11-02T16:40:00+07:00') };

test('a rating counts to the end of the fifteenth day after clearance, and is taken later all the same', () => {
  expect(countsUntil(cleared, zone)).toEqual(new Date('2026-11-18T00:00:00+07:00'));
  expect(doesCount(cleared, new Date('2026-11-17T23:59:59.999+07:00'), zone)).toBe(true);
  expect(doesCount(cleared, new Date('2026-11-18T00:00:00+07:00'), zone)).toBe(false);
});

test('as long as the declaration is not cleared its ratings count', () => {
  const released = { state: 'released' as const, stateAt: new Date('2026-09-01T08:00:00+07:00') };
  expect(countsUntil(released, zone)).toBeNull();
  expect(doesCount(released, new Date('2026-11-18T00:00:00+07:00'), zone)).toBe(true);
});

test('an answer may be changed for 24 hours from when it was sent, and not at their last instant', () => {
  const ratedAt = new Date('2026-11-25T09:00:00+07:00');
  expect(isChangeable(ratedAt, new Date('2026-11-26T08:59:59.999+07:00'))).toBe(true);
  expect(isChangeable(ratedAt, new Date('2026-11-26T09:00:00+07:00'))).toBe(false);
});
