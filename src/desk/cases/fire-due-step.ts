import { isLive } from '../../rules/case/transition.ts';
import { highestLevel, type Level } from '../../rules/case/words.ts';
import type { CaseRow } from '../../store/cases.ts';
import { claimDueStep, markFired, type StepRow } from '../../store/ladder.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { climb } from '../alerts/climb.ts';
import { closeAfterSilence } from './close-after-silence.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { raiseUnanswered } from './raise-unanswered.ts';
import { managerAt } from './responsible.ts';

/**
 * Fires the one step of all ladders that fell due first, with everything it sets off, in this transaction. False when
 * nothing is due. Safe to run in any number of processes at once.
 */
export async function fireDueStep(current: Act): Promise<boolean> {
  const claimed = await claimDueStep(current.tx, current.at);
  if (claimed === null) return false;
  const { step, row } = claimed;
  await markFired(current.tx, step.id, current.at);
  if (isLive(row.state)) await fire(current, step, row);
  return true;
}

async function fire(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  switch (step.act) {
    case 'remind':
      return remind(current, step, row);
    case 'tellManager':
      return tellManager(current, step, row);
    case 'raise':
      return raiseUnanswered(current, step, row);
    case 'climb':
      return climb(current, step, row);
    case 'close':
      return closeAfterSilence(current, row);
  }
}

async function remind(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  if (row.assigneeId === null) return tellManager(current, step, row);
  const notice = { ...(await gistOf(current, row)), kind: 'reminder' as const, dueAt: row.nextDueAt };
  const alertId = await alert(current, row, row.assigneeId, 'reminder', notice, step.id);
  await happen(current, row, [
    { type: 'alerted', alertId, officerId: row.assigneeId, reason: `${step.clock}:${step.step}` },
  ]);
}

/** The promise broke and the case stays where it is: the manager one level above it hears of it. */
async function tellManager(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  if (step.clock === 'alert' || step.clock === 'confirmation') return;
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  const above = Math.min(highestLevel, Math.max(2, row.level)) as Level;
  const addressee = await managerAt(current, row, above, policy);
  const broken = {
    type: 'clockBroken' as const,
    clock: step.clock,
    cycle: step.cycle,
    dueAt: step.dueAt.toISOString(),
  };
  if (addressee === null) {
    await happen(current, row, [broken]);
    return;
  }
  const notice = {
    ...(await gistOf(current, row)),
    kind: 'managerTold' as const,
    clock: step.clock,
    brokenDueAt: step.dueAt,
  };
  const alertId = await alert(current, row, addressee.officerId, 'reminder', notice, step.id);
  await happen(current, row, [
    broken,
    { type: 'alerted', alertId, officerId: addressee.officerId, reason: `${step.clock}:${step.step}` },
  ]);
}
