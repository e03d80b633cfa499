import { expect, test } from 'vitest';
import { secondsUntilMorning } from '../../src/errors/night.ts';

test.each([
  ['22:00', '2026-11-22T22:00:00+07:00', 8 * 3600],
  ['one second before six', '2026-11-22T05:59:59+07:00', 1],
  ['midnight', '2026-11-22T00:00:00+07:00', 6 * 3600],
  ['six sharp', '2026-11-22T06:00:00+07:00', 24 * 3600],
])('at %s in Việt Nam the wait for the morning is right', (_, now, seconds) => {
  expect(secondsUntilMorning(new Date(now))).toBe(seconds);
});
