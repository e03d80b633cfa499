import { whyNotMerged } from '../../rules/case/merging.ts';
import { takeInExclusions, takeInMessages } from '../../store/merged-cases.ts';
import { excludedFrom } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { alert } from '../alerts/alert.ts';
import { refused } from '../refuse.ts';
import { visibleCase } from '../visibility.ts';
import { gistOf } from './gist.ts';
import { type Happened, happen } from './happen.ts';
import { tellEnterprise } from './tell-enterprise.ts';

/**
 * The same matter came twice: the younger case goes into the older one, whose promises are the earlier ones. What was
 * said moves along, whoever must not see the one must not see the other, and the enterprise is told under which number
 * it goes on. Answers the case that is left behind.
 */
export async function mergeCase(current: Act, input: { reference: string; into: string }): Promise<Happened> {
  const { tx } = current;
  const officerId = officerIdOf(current);
  if (input.reference === input.into) throw refused('sameCase');
  // Locked in one order, whoever merges what into what.
  const [first, second] = [input.reference, input.into].toSorted();
  const one = await visibleCase(current, first ?? '');
  const other = await visibleCase(current, second ?? '');
  const [duplicate, survivor] = one.reference === input.reference ? [one, other] : [other, one];

  const excluded = await excludedFrom(tx, duplicate.id);
  const refusal = whyNotMerged(duplicate, survivor, excluded);
  if (refusal !== null) throw refused(refusal);

  const happened = await happen(current, duplicate, [{ type: 'merged', into: survivor.reference }]);
  await takeInMessages(tx, duplicate.id, survivor.id);
  const added = await takeInExclusions(tx, duplicate.id, survivor.id);
  const after = await happen(current, survivor, [
    { type: 'absorbed', from: duplicate.reference },
    ...added.map((each) => ({ type: 'exclusionAdded' as const, ...each })),
  ]);
  await tellEnterprise(current, survivor, { kind: 'merged', reference: duplicate.reference, into: survivor.reference });
  if (survivor.assigneeId !== null && survivor.assigneeId !== officerId) {
    const text = `Vụ việc ${duplicate.reference} cùng nội dung đã được gộp vào đây.`;
    const notice = { ...(await gistOf(current, survivor)), kind: 'message' as const, text };
    await alert(current, after.row, survivor.assigneeId, 'message', notice);
  }
  return happened;
}
