import { clocksOf } from '../../rules/escalation/clocks.ts';
import { type ClockDifference, clockDifferences } from '../../rules/escalation/compare-clocks.ts';
import { liveCasesAfter } from '../../store/clock-check.ts';
import { saveSetting } from '../../store/settings.ts';
import { act, type Desk } from '../act.ts';

/** What the nightly check found. `differing` names the first cases only, `count` counts them all. */
export interface ClockCheck {
  at: string;
  checked: number;
  count: number;
  differing: { reference: string; differences: ClockDifference[] }[];
}

const casesAtOnce = 200;
const namedAtMost = 50;

/**
 * Recomputes the clocks of every live case from its ledger and reports where the stored ones say something else. Changes
 * nothing: a difference means that something wrote past the verbs, or that a rule changed under a stored version.
 */
export async function recomputeClocks(desk: Desk): Promise<ClockCheck> {
  const found: ClockCheck = { at: desk.clock.now().toISOString(), checked: 0, count: 0, differing: [] };
  for (let afterId: number | null = 0; afterId !== null; ) afterId = await checkAfter(desk, afterId, found);
  await saveSetting(desk.database.db, 'clock-check', found);
  return found;
}

async function checkAfter(desk: Desk, afterId: number, found: ClockCheck): Promise<number | null> {
  return act(desk, { kind: 'schedule', name: 'recompute-clocks' }, async ({ tx, at, ruleBook }) => {
    const live = await liveCasesAfter(tx, afterId, casesAtOnce);
    for (const { reference, events, clocks } of live) {
      const differences = clockDifferences(clocks, clocksOf(events, await ruleBook.rulesOf(tx, events), at), at);
      found.checked += 1;
      if (differences.length === 0) continue;
      found.count += 1;
      if (found.differing.length < namedAtMost) found.differing.push({ reference, differences });
    }
    return live.length < casesAtOnce ? null : (live.at(-1)?.id ?? null);
  });
}
