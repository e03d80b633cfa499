import { Conflict, NotPermitted } from '../../errors.ts';
import { pendingLift } from '../../rules/routing/exclusion-lift.ts';
import { asEvent, eventRows } from '../../store/cases.ts';
import { deleteExclusion } from '../../store/exclusions.ts';
import { excludedFrom } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { visibleCase } from '../visibility.ts';
import { requireDecidingPerson } from './exclusion-authority.ts';
import { happen } from './happen.ts';

/** The second person agrees: the officer may see the case again. Whoever asked may not also approve. */
export async function approveExclusionLift(
  current: Act,
  { reference, officerId }: { reference: string; officerId: number },
): Promise<void> {
  const { tx } = current;
  const row = await visibleCase(current, reference);
  const approver = await requireDecidingPerson(current);
  const asked = pendingLift((await eventRows(tx, row.id)).map(asEvent), officerId);
  // Somebody who has become party to the matter since has no word in it any more.
  if (asked === null || (await excludedFrom(tx, row.id)).has(asked.askedBy))
    throw new Conflict('nothingAsked', 'Không có đề nghị bỏ loại trừ nào đang chờ phê duyệt.');
  if (asked.askedBy === approver) throw new NotPermitted('tự phê duyệt đề nghị của mình');
  await deleteExclusion(tx, row.id, officerId);
  const { askedBy, because } = asked;
  await happen(current, row, [{ type: 'exclusionLifted', officerId, askedBy, because }]);
}
