import { Conflict, NotPermitted } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { eventRows, saveCase } from '../../store/cases.ts';
import type { Act } from '../act.ts';
import { visibleCase } from '../visibility.ts';
import { type Happened, happen } from './happen.ts';

/** "I have it": the officer takes the case, from the queue or from a colleague, and the acknowledgement clock stops. */
export async function takeCase(current: Act, input: { reference: string }): Promise<Happened> {
  if (current.by.kind !== 'officer') throw new NotPermitted('nhận vụ việc');
  const { officerId } = current.by;
  const row = await visibleCase(current, input.reference);
  if (row.assigneeId === officerId && (await isTakenBy(current, row.id, officerId)))
    throw new Conflict('alreadyTaken', `Anh/chị đã nhận vụ việc ${row.reference}.`);
  const events: CaseEventBody[] = [{ type: 'taken', officerId }];
  if (row.assigneeId !== officerId) {
    events.unshift({ type: 'assigned', officerId, unitId: row.unitId, because: 'taken' });
    await saveCase(current.tx, row.id, { assigneeId: officerId });
  }
  return happen(current, row, events);
}

/** Whether the officer took it and has had it ever since. */
async function isTakenBy({ tx }: Act, caseId: number, officerId: number): Promise<boolean> {
  const last = (await eventRows(tx, caseId)).findLast(({ type }) => type === 'assigned' || type === 'taken');
  return last?.type === 'taken' && 'officerId' in last.detail && last.detail.officerId === officerId;
}
