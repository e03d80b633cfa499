import { isLive } from '../../rules/case/transition.ts';
import { highestLevel, type Level } from '../../rules/case/words.ts';
import type { StepAct } from '../../rules/escalation/policy.ts';
import type { CaseRow } from '../../store/cases.ts';
import { claimDueSteps, clockDueAt, markFired, type StepRow } from '../../store/ladder.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { climb } from '../alerts/climb.ts';
import { remindAssignees } from '../alerts/remind-assignees.ts';
import { closeAfterSilence } from './close-after-silence.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { raiseUnanswered } from './raise-unanswered.ts';
import { managerAt } from './responsible.ts';

/** A step that fired, and how long after it was due. */
export interface FiredStep {
  id: number;
  act: StepAct;
  latenessMilliseconds: number;
}

/**
 * Fires the steps of all ladders that fell due first, at most `most` and one a case, with everything they set off, in
 * this transaction. Empty when nothing is due. Safe to run in any number of processes at once. One that cannot be fired
 * takes the whole transaction with it; `begin` hears of each before it is tried.
 */
export async function fireDueSteps(
  current: Act,
  most: number,
  begin: (step: StepRow) => void = () => undefined,
): Promise<FiredStep[]> {
  const { tx, at } = current;
  const claimed = await claimDueSteps(tx, at, most);
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ step }) => step.id);
  await markFired(tx, ids, at);
  const live = claimed.filter(({ row }) => isLive(row.state));
  const reminders = live.filter(({ step, row }) => step.act === 'remind' && row.assigneeId !== null);
  const others = live.filter((each) => !reminders.includes(each));
  for (const { step } of live) begin(step);
  // Side by side on the one connection, so that none waits for another's answer. All must end before the transaction may.
  const endings = await Promise.allSettled([
    remindAssignees(current, reminders),
    ...others.map(({ step, row }) => fire(current, step, row)),
  ]);
  for (const ending of endings) if (ending.status === 'rejected') throw ending.reason;
  return claimed.map(({ step }) => ({
    id: step.id,
    act: step.act,
    latenessMilliseconds: at.getTime() - step.dueAt.getTime(),
  }));
}

/** Fires the one step that fell due first. False when nothing is due. */
export async function fireDueStep(current: Act): Promise<boolean> {
  return (await fireDueSteps(current, 1)).length > 0;
}

async function fire(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  switch (step.act) {
    // Nobody has it, so nobody but the manager can be reminded.
    case 'remind':
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

/** The manager one level above hears of it and the case stays where it is; that the promise broke is said when it did. */
async function tellManager(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  const { tx, at } = current;
  const { clock, cycle } = step;
  if (clock === 'alert' || clock === 'confirmation') return;
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const above = Math.min(highestLevel, Math.max(2, row.level)) as Level;
  const addressee = await managerAt(current, row, above, policy);
  const dueAt = (await clockDueAt(tx, row.id, { clock, cycle })) ?? step.dueAt;
  const broken =
    dueAt.getTime() <= at.getTime() ? [{ type: 'clockBroken' as const, clock, cycle, dueAt: dueAt.toISOString() }] : [];
  if (addressee === null) {
    if (broken.length > 0) await happen(current, row, broken);
    return;
  }
  const notice =
    broken.length > 0
      ? { ...(await gistOf(current, row)), kind: 'managerTold' as const, clock, brokenDueAt: dueAt }
      : { ...(await gistOf(current, row)), kind: 'reminder' as const, dueAt };
  const alertId = await alert(current, row, addressee.officerId, 'reminder', notice, step.id);
  const told =
    alertId === null
      ? []
      : [{ type: 'alerted' as const, alertId, officerId: addressee.officerId, reason: `${step.clock}:${step.step}` }];
  if (broken.length + told.length > 0) await happen(current, row, [...broken, ...told]);
}
