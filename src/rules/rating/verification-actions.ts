/** A promise to do something so that it does not happen again, and to look later whether it helped. Days are local. */
export interface ActionDates {
  dueOn: string;
  isDone: boolean;
  /** Null until it is done. */
  checkDueOn: string | null;
  isChecked: boolean;
}

export type ActionStage = 'open' | 'overdue' | 'awaitingCheck' | 'checkOverdue' | 'checked';

/** Reminders about one action, each sent once: to its owner, then to whoever leads them; to the verifier, then above. */
export type ReminderKind = 'dueSoon' | 'overdue' | 'overdueAbove' | 'checkDue' | 'checkOverdueAbove';

const soonDays = 2;
// An owner who was reminded has this long before somebody above hears.
const graceDays = 3;

/** Where an action stands on a day. The day it is due on is still in time. */
export function stageOf({ dueOn, isDone, checkDueOn, isChecked }: ActionDates, today: string): ActionStage {
  if (isChecked) return 'checked';
  if (!isDone) return today > dueOn ? 'overdue' : 'open';
  return checkDueOn !== null && today > checkDueOn ? 'checkOverdue' : 'awaitingCheck';
}

/** What should have been said about an action by `today`, oldest first; whoever sends leaves out what was sent. */
export function remindersBy(dates: ActionDates, today: string): ReminderKind[] {
  const { dueOn, checkDueOn } = dates;
  switch (stageOf(dates, today)) {
    case 'checked':
      return [];
    case 'open':
      return today >= addDays(dueOn, -soonDays) ? ['dueSoon'] : [];
    case 'overdue':
      return today > addDays(dueOn, graceDays) ? ['overdue', 'overdueAbove'] : ['overdue'];
    case 'awaitingCheck':
      return checkDueOn !== null && today >= checkDueOn ? ['checkDue'] : [];
    case 'checkOverdue':
      return checkDueOn !== null && today > addDays(checkDueOn, graceDays)
        ? ['checkDue', 'checkOverdueAbove']
        : ['checkDue'];
  }
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
