import { Conflict, NotFound } from '../../errors.ts';
import { saveCase } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { officerById, unitById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { alert } from '../alerts/alert.ts';
import { say } from '../conversations/say.ts';
import { mayOfficerSee, visibleCase } from '../visibility.ts';
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
  // Seen with the receiver's eyes in the receiver's unit: someone excluded must not be handed the case either.
  const afterwards = { ...row, unitId: receiver.unitId, assigneeId: null };
  if (!(await mayOfficerSee(tx, receiver.id, afterwards))) throw new NotFound('công chức được chuyển đến');

  await saveCase(tx, row.id, { assigneeId: receiver.id, unitId: receiver.unitId });
  const moved = { ...row, assigneeId: receiver.id, unitId: receiver.unitId };
  const happened = await happen(current, moved, [
    { type: 'assigned', officerId: receiver.id, unitId: receiver.unitId, because: input.reason || 'handedOver' },
  ]);
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
