import type { ClockRun } from '../../rules/escalation/clocks.ts';
import type { CaseRules } from '../../rules/escalation/in-force.ts';
import { CalendarYearNotApproved } from '../../rules/working-time/not-approved.ts';
import { minuteMilliseconds } from '../../rules/working-time/working-day.ts';
import { claimSetting } from '../../store/settings.ts';
import type { Act } from '../act.ts';
import { tellAdministrators } from '../alerts/tell-administrators.ts';

/**
 * Tells the administrators, once a year without an approved calendar, that a promise now ends in it and nobody can say
 * when. The case goes on without a due time until the year is approved; the console warns all the while.
 */
export async function tellUndetermined(current: Act, runs: readonly ClockRun[], rules: CaseRules): Promise<void> {
  const { tx, at } = current;
  const run = runs.find(({ dueAt, pausedAt, stoppedAt }) => dueAt === null && pausedAt === null && stoppedAt === null);
  const year = run === undefined ? null : missingYear(run, rules);
  if (year === null || !(await claimSetting(tx, `calendarYearTold:${year}`, at.toISOString()))) return;
  await tellAdministrators(current, current.phrasing.toAdministrator({ kind: 'calendarYearMissing', year }));
}

function missingYear(run: ClockRun, rules: CaseRules): number | null {
  const left = Math.max(0, run.allowedMinutes * minuteMilliseconds - run.usedBefore);
  try {
    rules.workingTimeOf(run.calendarId).dueAfter(run.resumedAt, left);
    return null;
  } catch (error) {
    if (error instanceof CalendarYearNotApproved) return error.year;
    throw error;
  }
}
