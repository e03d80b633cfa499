import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import type { CaseKind } from '../../../src/rules/case/words.ts';
import { openDesk } from '../../support/desk.ts';
import { anyLife, live, nothingSeen } from '../../support/life/live.ts';
import { wholeDesk } from '../../support/life/whole-desk.ts';

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
const lives = 60;

test(`on the whole desk a case goes by the same rules, and nothing stored contradicts its ledger (seed ${seed})`, async () => {
  await using desk = await openDesk({ now: '2026-03-02T09:00+07:00' });
  const seen = nothingSeen();

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<CaseKind>('issue', 'issue', 'question', 'report'),
      fc.boolean(),
      anyLife(seen, 14),
      async (kind, withElder, commands) => {
        const system = await wholeDesk(desk, kind, withElder);
        await live(kind, system, commands);
        await system.end();
      },
    ),
    { seed, numRuns: lives, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true, endOnFailure: true },
  );

  console.info(`life cycle on the desk: ${lives} cases, ${seen.attempts} deeds, seed ${seed}`);
  expect([...seen.states].toSorted()).toEqual([
    'awaitingEnterprise',
    'awaitingResult',
    'closed',
    'merged',
    'open',
    'resolved',
  ]);
  expect((await verifyLedgers(desk.database.db, [], () => undefined)).breaks).toEqual([]);
});
