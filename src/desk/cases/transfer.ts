import { NotFound } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import type { CaseRow } from '../../store/cases.ts';
import { excludedFrom, findUnit, type Unit } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { alert } from '../alerts/alert.ts';
import { refused } from '../refuse.ts';
import { visibleCase } from '../visibility.ts';
import { gistOf } from './gist.ts';
import { type Happened, happen } from './happen.ts';
import { promisedAt } from './promised.ts';
import { managerAt, responsibleOfficer } from './responsible.ts';
import { tellEnterprise } from './tell-enterprise.ts';

/**
 * Passes a case on to another unit: the only answer to "not ours" (PL01 Điều 1 khoản 3). From here on the new unit's
 * policy and calendar hold; the clocks go on with the time that was used, and the level stays where it is. A case at
 * level 1 goes to an officer there, one that was raised to the unit's head.
 */
export async function transfer(
  current: Act,
  input: { reference: string; toUnitId: number; reason: string },
): Promise<Happened> {
  const { tx, at } = current;
  officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  const unit = await findUnit(tx, input.toUnitId, localDate(at, current.zone));
  if (unit === null) throw new NotFound('đơn vị được chuyển đến');
  if (unit.id === row.unitId) throw refused('alreadyThere');

  const { kind, category, urgent } = row;
  const facts = { kind, category, urgent, unitCode: unit.code, unitId: unit.id };
  const versions = await current.ruleBook.inForce(tx, facts, at);
  const receiver = await receiverIn(current, { ...row, unitId: unit.id }, unit, versions.policyId);
  if (receiver.officerId === null && isAboutConduct(kind)) throw refused('onlyInternalControl');

  const { officerId, because } = receiver;
  const events: CaseEventBody[] = [
    { type: 'transferred', fromUnitId: row.unitId, toUnitId: unit.id, ...versions, because: input.reason },
    { type: 'assigned', officerId, unitId: unit.id, because: `transferred:${because}` },
  ];
  const happened = await happen(current, row, events, { unitId: unit.id, assigneeId: officerId });
  const dueAt = promisedAt(happened.runs);
  await tellReceiver(current, happened.row, officerId, dueAt);
  await tellEnterprise(current, row, { kind: 'transferred', reference: row.reference, unitName: unit.name, dueAt });
  return happened;
}

async function receiverIn(
  current: Act,
  moved: CaseRow,
  unit: Unit,
  policyId: number,
): Promise<{ officerId: number | null; because: string }> {
  if (moved.level > 1 && !isAboutConduct(moved.kind)) {
    const policy = await current.ruleBook.policy(current.tx, policyId);
    const head = await managerAt(current, moved, 2, policy);
    if (head !== null) return { officerId: head.officerId, because: head.because };
  }
  const choice = await responsibleOfficer(current, moved.kind, unit.id, await excludedFrom(current.tx, moved.id));
  return { officerId: choice.to === 'officer' ? choice.officerId : null, because: choice.because };
}

/** Whoever got it hears of it; where nobody is free the unit's head does, and the case waits in the unit's queue. */
async function tellReceiver(current: Act, row: CaseRow, officerId: number | null, dueAt: Date | null): Promise<void> {
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  const addressee = officerId ?? (await managerAt(current, row, 2, policy))?.officerId;
  if (addressee === undefined) return;
  await alert(current, row, addressee, 'assigned', { ...(await gistOf(current, row)), kind: 'assigned', dueAt });
}
