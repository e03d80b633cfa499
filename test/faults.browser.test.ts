import { expect, test } from 'vitest';
import { benchFaults } from '../src/commands/bench/faults.ts';

// No browser is needed here: this test stands with those that start programs, one after the other.

test('while deliveries come twice and late, sending fails in every way and the process is killed, nothing is lost, doubled or out of order', async () => {
  const { inbound, replies, ratio, kills } = await benchFaults({ size: 'small', say: () => undefined });

  expect({ ratio, kills }).toEqual({ ratio: 1, kills: 3 });
  expect(Number(inbound)).toBe(320);
  expect(Number(replies)).toBeGreaterThanOrEqual(320);
}, 300_000);
