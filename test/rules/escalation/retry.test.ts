import { expect, test } from 'vitest';
import { retryAt } from '../../../src/rules/escalation/retry.ts';
import { at } from '../working-time/samples.ts';

test('a step that fails is tried again after a second, then ever later, at most an hour', () => {
  const now = at('2026-11-20T08:00');

  const seconds = [1, 2, 3, 10, 50].map((attempts) => (retryAt(attempts, now).getTime() - now.getTime()) / 1000);

  expect(seconds).toEqual([1, 2, 4, 512, 3600]);
});
