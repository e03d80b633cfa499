import { Conflict, NotFound } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { officerById, unitById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { alert } from '../alerts/alert.ts';
import { say } from '../conversations/say.ts';
import { mayOfficerBeTold, mayOfficerSee, visibleCase } from '../visibility.ts';
import { gistOf } from './gist.ts';
import { type Happened, happen } from './happen.ts';

/** Passes a case to another officer, of this unit or another. Its clocks go on: the promise was made to the enterprise. */
export async function handOver(
  current: Act,
  input: { reference: string; to: number; reason: string },
): Promise<Happened> {
  const { tx, at } = current;
  officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  const receiver = await officerById(tx, input.to);
  if (receiver === null || !receiver.active) throw new NotFound('công chức được chuyển đến');
  if (row.assigneeId === receiver.id) throw new Conflict('alreadyTheirs', `Vụ việc đang do ${receiver.name} xử lý.`);
  // Seen with the receiver's eyes in the receiver's unit: someone excluded must not be handed the case either. Conduct
  // may go to whoever may be told of it, which is wider by the leader alone.
  const mayReceive = isAboutConduct(row.kind) ? mayOfficerBeTold : mayOfficerSee;
  const afterwards = { ...row, unitId: receiver.unitId, assigneeId: null };
  if (!(await mayReceive(tx, receiver.id, afterwards))) throw new NotFound('công chức được chuyển đến');

  const because = input.reason || 'handedOver';
  const events: CaseEventBody[] = [{ type: 'assigned', officerId: receiver.id, unitId: receiver.unitId, because }];
  if (receiver.unitId !== row.unitId) events.unshift(await transferred(current, row, receiver.unitId, because));
  const happened = await happen(current, row, events, { assigneeId: receiver.id, unitId: receiver.unitId });
  await alert(current, happened.row, receiver.id, 'assigned', {
    ...(await gistOf(current, row)),
    kind: 'assigned',
    dueAt: happened.row.nextDueAt,
  });
  if (row.conversationId !== null && receiver.unitId !== row.unitId) {
    const { language } = await conversationById(tx, row.conversationId);
    const unit = await unitById(tx, receiver.unitId);
    const notice = { kind: 'handedOver' as const, reference: row.reference, unitName: unit.name };
    const message = current.phrasing.toEnterprise(notice, language ?? 'vi', at);
    await say(current, { conversationId: row.conversationId, caseId: row.id, message });
  }
  return happened;
}

/** Another unit's policy and calendar hold from here on, as after any transfer. */
async function transferred(current: Act, row: CaseRow, toUnitId: number, because: string): Promise<CaseEventBody> {
  const { kind, category, urgent } = row;
  const { code: unitCode } = await unitById(current.tx, toUnitId);
  const versions = await current.ruleBook.inForce(
    current.tx,
    { kind, category, urgent, unitCode, unitId: toUnitId },
    current.at,
  );
  return { type: 'transferred', fromUnitId: row.unitId, toUnitId, ...versions, because };
}
