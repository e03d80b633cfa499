import { Conflict, NotFound } from '../../errors.ts';
import { pendingLift } from '../../rules/routing/exclusion-lift.ts';
import { asEvent, type CaseRow, eventRows } from '../../store/cases.ts';
import { absentAt, excludedFrom, officerById } from '../../store/organisation.ts';
import { holdersWithRole } from '../../store/routing.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { visibleCase } from '../visibility.ts';
import { decidingRoles, requireDecidingPerson } from './exclusion-authority.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';

/** One person asks that an excluded officer be let in; nothing changes until another approves. */
export async function askExclusionLift(
  current: Act,
  input: { reference: string; officerId: number; because: string },
): Promise<void> {
  const { tx } = current;
  const row = await visibleCase(current, input.reference);
  const askedBy = await requireDecidingPerson(current);
  const { officerId, because } = input;
  const excluded = await officerById(tx, officerId);
  if (excluded === null || !(await excludedFrom(tx, row.id)).has(officerId)) throw new NotFound('loại trừ này');
  if (pendingLift((await eventRows(tx, row.id)).map(asEvent), officerId) !== null)
    throw new Conflict('alreadyAsked', 'Đã có đề nghị bỏ loại trừ này, đang chờ người thứ hai phê duyệt.');

  const { row: asked } = await happen(current, row, [{ type: 'exclusionLiftAsked', officerId, because }]);
  const approver = await secondPerson(current, asked, askedBy);
  if (approver === null) return;
  const notice = {
    ...(await gistOf(current, asked)),
    kind: 'liftAsked' as const,
    officerName: excluded.name,
    because,
  };
  const alertId = await alert(current, asked, approver, 'message', notice);
  if (alertId !== null)
    await happen(current, asked, [{ type: 'alerted', alertId, officerId: approver, reason: 'exclusionLiftAsked' }]);
}

/** Who else may decide: one who is present before one who is away, internal control before the leader. */
async function secondPerson({ tx, at }: Act, row: CaseRow, askedBy: number): Promise<number | null> {
  const excluded = await excludedFrom(tx, row.id);
  const deciding: number[] = [];
  for (const role of decidingRoles) deciding.push(...(await holdersWithRole(tx, role)));
  const others = deciding.filter((id) => id !== askedBy && !excluded.has(id));
  const away = await absentAt(tx, others, at);
  return others.find((id) => !away.has(id)) ?? others[0] ?? null;
}
