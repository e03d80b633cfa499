import { type Loop, type PassResult, startLoop } from '../../loop.ts';
import { isLive } from '../../rules/case/transition.ts';
import { type CaseReminderRow, dueReminders, fireReminderOnce, nextReminderAt } from '../../store/case-reminders.ts';
import { lockCaseById } from '../../store/cases.ts';
import { type Act, act, type Desk } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { gistOf } from '../cases/gist.ts';
import { happen } from '../cases/happen.ts';

// Set by another process whose announcement was lost, a reminder may come so late; and a demonstration moves its clock.
const longestSleepMilliseconds = 1000;
const atOnce = 50;

/** Reminds officers at the time they chose, by the desk's own clock, in any number of processes. */
export function startReminderTimer(desk: Desk, onFault: (fault: unknown) => void): Loop {
  const loop = startLoop({ pass: () => reminderPass(desk), onFault });
  desk.announcements.on('reminders', loop.wake);
  return loop;
}

/** Tells every reminder that is due, each once, and says when to look again. */
export async function reminderPass(desk: Desk): Promise<PassResult> {
  const { db } = desk.database;
  const due = await dueReminders(db, desk.clock.now(), atOnce);
  // One transaction each: the case is locked before its reminder, as whoever moves a reminder does.
  for (const each of due) await act(desk, { kind: 'schedule', name: 'reminders' }, (current) => remind(current, each));
  if (due.length === atOnce) return 'more';
  const next = await nextReminderAt(db);
  const wait = next === null ? longestSleepMilliseconds : next.getTime() - desk.clock.now().getTime();
  return { nextInMilliseconds: Math.min(longestSleepMilliseconds, Math.max(1, wait)) };
}

/** Nobody is told of a case that is over, or that they may no longer see; the reminder is spent all the same. */
async function remind(current: Act, reminder: CaseReminderRow): Promise<void> {
  const { tx, at } = current;
  const { officerId, caseId, note } = reminder;
  const row = await lockCaseById(tx, caseId);
  if (row === null || !(await fireReminderOnce(tx, reminder, at)) || !isLive(row.state)) return;
  const notice = { ...(await gistOf(current, row)), kind: 'asked' as const, note, dueAt: row.nextDueAt };
  const alertId = await alert(current, row, officerId, 'reminder', notice);
  if (alertId !== null) await happen(current, row, [{ type: 'alerted', alertId, officerId, reason: 'asked' }]);
}
