import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import type { CaseRow } from '../../store/cases.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { managerAt, type Responsible } from './responsible.ts';

/**
 * A case waits in a queue because nobody may take it: somebody who may know of it hears at once. Where no such person
 * works here the case stands in the list of stranded cases and nobody is told.
 */
export async function tellNobodyEligible(
  current: Act,
  row: CaseRow,
  { tell }: Pick<Responsible, 'tell'>,
): Promise<void> {
  const officerId = isAboutConduct(row.kind) ? tell : await managerOf(current, row);
  if (officerId === null) return;
  const notice = { ...(await gistOf(current, row)), kind: 'nobodyEligible' as const, dueAt: row.nextDueAt };
  const alertId = await alert(current, row, officerId, 'raised', notice);
  if (alertId !== null) await happen(current, row, [{ type: 'alerted', alertId, officerId, reason: 'nobodyEligible' }]);
}

async function managerOf(current: Act, row: CaseRow): Promise<number | null> {
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  return (await managerAt(current, row, 2, policy))?.officerId ?? null;
}
