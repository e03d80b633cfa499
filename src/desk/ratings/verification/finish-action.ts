import { Conflict, NotFound, NotPermitted } from '../../../errors.ts';
import { addDays } from '../../../rules/rating/verification-actions.ts';
import { localDate } from '../../../rules/working-time/local-date.ts';
import { type CaseRow, lockCaseById } from '../../../store/cases.ts';
import { lockAction, saveAction } from '../../../store/corrective-actions.ts';
import { appendLedger } from '../../../store/ledger.ts';
import { noteChange } from '../../../store/live.ts';
import { excludedFrom } from '../../../store/organisation.ts';
import type { Act } from '../../act.ts';
import { mayOfficerSee } from '../../visibility.ts';

/** Its owner says that it is done; the day on which somebody looks whether it helped is counted from today. */
export async function finishAction(current: Act, { id, note }: { id: number; note: string }): Promise<void> {
  const { tx, at, by } = current;
  if (by.kind !== 'officer') throw new NotPermitted('báo đã thực hiện');
  const action = await lockAction(tx, id);
  const row = action === null ? null : await lockCaseById(tx, action.caseId);
  if (action === null || row === null) throw new NotFound('biện pháp khắc phục');
  await requireKnowing(current, row, { ownerId: action.ownerId, officerId: by.officerId });
  if (action.doneAt !== null) throw new Conflict('alreadyDone', 'Biện pháp này đã được báo là thực hiện xong.');

  const checkDueOn = addDays(localDate(at, current.zone), action.checkAfterDays);
  await saveAction(tx, id, { doneAt: at, doneNote: note, checkDueOn });
  await appendLedger(tx, 'ratings', [{ type: 'actionDone', detail: { actionId: id, checkDueOn } }], by, at);
  await noteChange(tx, { topic: 'case', caseId: row.id, conversationId: row.conversationId, at });
  current.wakes.add('live');
}

/** Somebody else's action is not there, except for those who see its case and then may read but not report it done. */
async function requireKnowing(
  { tx }: Act,
  row: CaseRow,
  { ownerId, officerId }: { ownerId: number; officerId: number },
): Promise<void> {
  if (ownerId === officerId && !(await excludedFrom(tx, row.id)).has(officerId)) return;
  if (await mayOfficerSee(tx, officerId, row)) throw new NotPermitted('báo đã thực hiện thay người được giao');
  throw new NotFound('biện pháp khắc phục');
}
