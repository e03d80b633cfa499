import { Conflict, NotFound } from '../../../errors.ts';
import { lockCaseById } from '../../../store/cases.ts';
import { lockAction, saveAction } from '../../../store/corrective-actions.ts';
import { appendLedger } from '../../../store/ledger.ts';
import { noteChange } from '../../../store/live.ts';
import type { Act } from '../../act.ts';
import { alert } from '../../alerts/alert.ts';
import { gistOf } from '../../cases/gist.ts';
import { mayOfficerSee } from '../../visibility.ts';
import { leaderAbove } from './leader-above.ts';
import { type ActionToOrder, order } from './order-action.ts';
import { requireFollower, type VisibleVerification, visibleVerification } from './visible-verification.ts';

export interface Check {
  id: number;
  /** The verification under which somebody asks for it; an action of another is not there. */
  reference?: string;
  note: string;
  isEffective: boolean;
  /** What follows where it did not help: another action, or the leader of the department hears. */
  next?: ActionToOrder | 'raise' | undefined;
}

/** Somebody who may see the case looked whether an action helped. One that did not help never ends there. */
export async function checkEffect(current: Act, { id, reference, note, isEffective, next }: Check): Promise<void> {
  const { tx, at, by } = current;
  const action = await lockAction(tx, id);
  const locked = action === null ? null : await lockCaseById(tx, action.caseId);
  // Numbers of actions can be guessed: neither that there is one nor of which verification is for everybody.
  const isKnown =
    locked !== null &&
    (reference === undefined || locked.reference === reference) &&
    (by.kind !== 'officer' || (await mayOfficerSee(tx, by.officerId, locked)));
  if (action === null || !isKnown) throw new NotFound('biện pháp khắc phục');
  const seen = await visibleVerification(current, locked.reference);
  const checkedBy = await requireFollower(current, seen, 'kiểm tra hiệu quả');
  if (action.doneAt === null) throw new Conflict('notDone', 'Biện pháp này chưa được báo là thực hiện xong.');
  if (action.checkedAt !== null) throw new Conflict('alreadyChecked', 'Hiệu quả của biện pháp này đã được kiểm tra.');
  if (checkedBy === action.ownerId) throw new Conflict('ownAction', 'Người thực hiện không tự kiểm tra hiệu quả.');
  if (!isEffective && next === undefined)
    throw new Conflict('nextMissing', 'Chưa hiệu quả: cần giao biện pháp khác hoặc báo cáo lãnh đạo.');

  await saveAction(tx, id, { checkedAt: at, checkedBy, isEffective, checkNote: note });
  await appendLedger(tx, 'ratings', [{ type: 'actionChecked', detail: { actionId: id, isEffective } }], by, at);
  if (!isEffective && next !== undefined)
    await (next === 'raise' ? raise(current, seen, note) : order(current, seen, next));
  await noteChange(tx, { topic: 'case', caseId: seen.row.id, conversationId: seen.row.conversationId, at });
  current.wakes.add('live');
}

async function raise(current: Act, { row }: VisibleVerification, note: string): Promise<void> {
  const leaderId = await leaderAbove(current, row);
  if (leaderId === null)
    throw new Conflict(
      'nobodyAbove',
      'Không có lãnh đạo nào độc lập với vụ việc để báo cáo. Anh/chị giao biện pháp khác.',
    );
  const text = `Biện pháp khắc phục chưa hiệu quả: ${note}`;
  await alert(current, row, leaderId, 'raised', { ...(await gistOf(current, row)), kind: 'message', text });
}
