import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseKind } from '../../../src/rules/case/words.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { anyLife, live, nothingSeen } from '../../support/life/live.ts';
import { rulesAlone } from '../../support/life/rules-alone.ts';
import { policyFor } from '../escalation/samples.ts';
import { haiPhong } from '../working-time/samples.ts';

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
const lives = 3_000;

// The second unit is a gate that never closes and promises what urgent matters are promised.
const gate = compile({
  ...haiPhong20252027,
  weekly: Object.fromEntries(
    Object.keys(haiPhong20252027.weekly).map((day) => [day, [{ from: '00:00', until: '24:00' }]]),
  ) as unknown as typeof haiPhong20252027.weekly,
  datedDays: [],
});
const urgent = policyFor('issue', { urgent: true });

test(`whatever befalls a case, it goes by the rules and its clocks add up (seed ${seed})`, {
  timeout: 60_000,
}, async () => {
  const seen = nothingSeen();

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<CaseKind>('issue', 'question', 'report', 'verification'),
      fc.integer({ min: 0, max: 20 * 1440 }),
      anyLife(seen, 40),
      async (kind, minutesIn, commands) => {
        const opensAt = new Date(Date.UTC(2026, 10, 16) + minutesIn * 60_000);
        const policies = [policyFor(kind), kind === 'issue' || kind === 'question' ? urgent : policyFor(kind)] as const;
        await live(kind, rulesAlone(kind, opensAt, { policies, workingTimes: [haiPhong, gate] }), commands);
      },
    ),
    { seed, numRuns: lives, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
  );

  console.info(`life cycle: ${lives} cases, ${seen.attempts} deeds, seed ${seed}`);
  expect([...seen.states].toSorted()).toEqual([
    'awaitingEnterprise',
    'awaitingResult',
    'closed',
    'merged',
    'open',
    'resolved',
  ]);
  expect(seen.done.size).toBe(19);
  expect([...seen.refusals]).toEqual(
    expect.arrayContaining([
      'alreadyAskedAtThisLevel',
      'alreadyAtTheTop',
      'alreadyResolved',
      'alreadyThere',
      'caseIsClosed',
      'caseIsMerged',
      'needsOutcome',
      'newDateGivenAlready',
      'newDateNotLater',
      'newDateTooFar',
      'noResultAwaited',
      'notAnsweredAtThisLevel',
      'notResolved',
      'resultAlreadyAwaited',
    ]),
  );
});
