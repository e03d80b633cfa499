import { Conflict } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { orUnknown } from '../../rules/working-time/or-unknown.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { calendarOnReopening } from '../calendars/calendar-on-reopening.ts';
import { visibleCase } from '../visibility.ts';
import { gistOf } from './gist.ts';
import { type Happened, happen } from './happen.ts';
import { tellNobodyEligible } from './tell-nobody-eligible.ts';

/** The enterprise says that the matter is solved: the case closes (PL01 Điều 8 khoản 2). */
export async function confirmSolved(current: Act, { reference }: { reference: string }): Promise<Happened> {
  const row = await visibleCase(current, reference);
  return happen(current, row, [{ type: 'closed', because: 'confirmed' }]);
}

/**
 * The enterprise says that it is not solved: an answered case goes on, a closed one reopens within the time that
 * PL01 Điều 8 khoản 3 allows. Throws `Conflict` `reopeningIsOver` after that.
 */
export async function sayNotSolved(current: Act, { reference }: { reference: string }): Promise<Happened> {
  const { tx, at } = current;
  const row = await visibleCase(current, reference);
  let events: CaseEventBody[] = [{ type: 'notSolved' }];
  if (row.state === 'closed') {
    const policy = await current.ruleBook.policy(tx, row.policyId);
    const working = await current.ruleBook.workingTime(tx, row.calendarId);
    // Where the year has no approved calendar nobody can say that the time is over.
    const until = orUnknown(() => working.dueAfter(row.closedAt ?? at, policy.reopenMinutes * 60_000));
    if (until !== null && at.getTime() > until.getTime())
      throw new Conflict('reopeningIsOver', `Vụ việc ${reference} đã quá thời hạn mở lại.`);
    events = [...(await calendarOnReopening(current, row)), { type: 'reopened' }];
  }
  const happened = await happen(current, row, events);
  if (row.assigneeId === null) await tellNobodyEligible(current, happened.row, { tell: null });
  else {
    const notice = {
      ...(await gistOf(current, row)),
      kind: 'message' as const,
      text: 'Doanh nghiệp báo vướng mắc chưa được giải quyết.',
    };
    await alert(current, happened.row, row.assigneeId, 'message', notice);
  }
  return happened;
}
