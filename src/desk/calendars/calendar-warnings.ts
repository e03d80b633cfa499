import { minuteMilliseconds } from '../../rules/working-time/working-day.ts';
import { type YearWarning, yearWarnings } from '../../rules/working-time/year-warnings.ts';
import { calendarsInForce, undeterminedCount } from '../../store/calendars.ts';
import type { Tx } from '../../store/database.ts';
import { policiesInForce } from '../../store/rules.ts';
import type { Act } from '../act.ts';

export interface CalendarWarnings {
  years: readonly YearWarning[];
  /** Live cases with a promise whose end nobody can say until its year is approved. */
  undeterminedCases: number;
}

/** What has to be done about the years of the department's calendar, from 1 October of the year before on. */
export async function calendarWarnings({
  tx,
  ruleBook,
  at,
  zone,
}: Pick<Act, 'ruleBook' | 'at' | 'zone'> & { tx: Tx }): Promise<CalendarWarnings> {
  // A unit's own calendar is laid over the department's and has its years.
  const department = (await calendarsInForce(tx)).find(({ unitId }) => unitId === null);
  if (department === undefined) return { years: [], undeterminedCases: 0 };
  const working = await ruleBook.workingTime(tx, department.id);
  const policies = await policiesInForce(tx, at, zone);
  const minutes = policies.flatMap(({ definition }) => [
    ...definition.clocks.flatMap((clock) => Object.values(clock.minutes)),
    definition.silenceMinutes,
    definition.reopenMinutes,
  ]);
  const years = yearWarnings(working, at, Math.max(0, ...minutes) * minuteMilliseconds);
  return { years, undeterminedCases: years.length === 0 ? 0 : await undeterminedCount(tx) };
}
