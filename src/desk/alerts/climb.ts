import { highestLevel, type Level } from '../../rules/case/words.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import { alertById } from '../../store/alerts.ts';
import type { CaseRow } from '../../store/cases.ts';
import type { StepRow } from '../../store/ladder.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { gistOf } from '../cases/gist.ts';
import { happen } from '../cases/happen.ts';
import { managerAt } from '../cases/responsible.ts';
import { alert } from './alert.ts';

/** Nobody acknowledged an alert in time: the next manager up who can be told hears of it. At the top it ends. */
export async function climb(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  const unheard = await alertById(current.tx, step.cycle);
  if (unheard === null || unheard.acknowledgedAt !== null) return;
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  const firstTold = await officerById(current.tx, unheard.officerId);

  for (let level = 1 + (await levelOf(current, row, policy, unheard.officerId)); level <= highestLevel; level += 1) {
    const addressee = await managerAt(current, row, level as Level, policy);
    if (addressee === null) return;
    if (addressee.officerId === unheard.officerId) continue;
    const notice = {
      ...(await gistOf(current, row)),
      kind: 'unacknowledged' as const,
      firstToldName: firstTold?.name ?? '',
    };
    const alertId = await alert(current, row, addressee.officerId, 'unacknowledged', notice, step.id);
    if (alertId === null) continue;
    await happen(current, row, [
      { type: 'alerted', alertId, officerId: addressee.officerId, reason: 'unacknowledged' },
    ]);
    return;
  }
}

/** The highest level at which this officer answers for the case; the case's own level for anybody else. */
async function levelOf(current: Act, row: CaseRow, policy: Policy, officerId: number): Promise<number> {
  let highest: number = row.level;
  for (let level = row.level; level <= highestLevel; level += 1) {
    const addressee = await managerAt(current, row, level as Level, policy);
    if (addressee?.officerId === officerId) highest = Math.max(level, 2) + addressee.rung;
  }
  return highest;
}
