import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { topUnit } from '../store/organisation.ts';
import { currentCalendarFor } from '../store/rules.ts';
import type { Act } from './act.ts';

/** The working time of the whole department; null before it has a unit, when nothing is to be done by its hours yet. */
export async function departmentTime({ tx, ruleBook }: Pick<Act, 'tx' | 'ruleBook'>): Promise<WorkingTime | null> {
  const top = await topUnit(tx);
  return top === null ? null : ruleBook.workingTime(tx, await currentCalendarFor(tx, top.id));
}
