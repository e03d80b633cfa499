import type { CaseEventBody } from '../../rules/case/events.ts';
import { saveCase } from '../../store/cases.ts';
import type { Act } from '../act.ts';
import { NotPermitted } from '../../errors.ts';
import { visibleCase } from '../visibility.ts';
import { happen, type Happened } from './happen.ts';

/** "I have it": the officer takes the case, from the queue or from a colleague, and the acknowledgement clock stops. */
export async function takeCase(current: Act, input: { reference: string }): Promise<Happened> {
  if (current.by.kind !== 'officer') throw new NotPermitted('nhận vụ việc');
  const { officerId } = current.by;
  const row = await visibleCase(current, input.reference);
  const events: CaseEventBody[] = [{ type: 'taken', officerId }];
  if (row.assigneeId !== officerId) {
    events.unshift({ type: 'assigned', officerId, unitId: row.unitId, because: 'taken' });
    await saveCase(current.tx, row.id, { assigneeId: officerId });
  }
  return happen(current, row, events);
}
