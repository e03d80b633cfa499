import { highestLevel } from '../../../rules/case/words.ts';
import type { CaseRow } from '../../../store/cases.ts';
import type { Act } from '../../act.ts';
import { managerAt } from '../../cases/responsible.ts';

/** Who hears of a verification at the top: the leader of the department or a substitute; null where none may know of it. */
export async function leaderAbove(current: Act, row: CaseRow): Promise<number | null> {
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  return (await managerAt(current, row, highestLevel, policy))?.officerId ?? null;
}
