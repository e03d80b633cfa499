import { expect, test } from 'vitest';
import type { ClockRun } from '../../../src/rules/escalation/clocks.ts';
import { clockDifferences } from '../../../src/rules/escalation/compare-clocks.ts';
import { at } from '../working-time/samples.ts';
import { runsOf } from './samples.ts';

function answerSeenAt(now: string): ClockRun[] {
  return runsOf('firstResponse', now, [['2026-11-20T08:00', 'opened']]);
}

test('a clock that ran out since it was stored is no difference', () => {
  const stored = answerSeenAt('2026-11-20T08:00');

  expect(clockDifferences(stored, answerSeenAt('2026-11-20T11:00'), at('2026-11-20T11:00'))).toEqual([]);
});

test.each<[string, Partial<ClockRun>, string]>([
  ['a due time that was moved', { dueAt: at('2026-11-20T12:00') }, 'dueAt'],
  ['a breach that was wiped out', { stoppedAt: at('2026-11-20T09:00'), state: 'met' }, 'stoppedAt'],
  ['time that was added', { allowedMinutes: 180 }, 'allowedMinutes'],
])('%s is a difference', (_, change, what) => {
  const stored = answerSeenAt('2026-11-20T08:00').map((run) => ({ ...run, ...change }));

  const differences = clockDifferences(stored, answerSeenAt('2026-11-20T11:00'), at('2026-11-20T11:00'));

  expect(differences).toEqual([{ clock: 'firstResponse', cycle: 1, what }]);
});

test('a clock that stands on one side only is a difference', () => {
  const runs = answerSeenAt('2026-11-20T08:00');

  expect(clockDifferences([], runs, at('2026-11-20T08:00')).map(({ what }) => what)).toEqual(['notStored']);
  expect(clockDifferences(runs, [], at('2026-11-20T08:00')).map(({ what }) => what)).toEqual(['notInLedger']);
});
