import type { CaseEventBody } from '../../rules/case/events.ts';
import { calendarRow } from '../../store/calendars.ts';
import type { CaseRow } from '../../store/cases.ts';
import { currentCalendarFor } from '../../store/rules.ts';
import type { Act } from '../act.ts';

/** A closed case slept through the calendars approved since: reopened, it counts by the one in force. Else nothing. */
export async function calendarOnReopening({ tx }: Act, row: CaseRow): Promise<CaseEventBody[]> {
  const calendarId = await currentCalendarFor(tx, row.unitId);
  if (calendarId === row.calendarId) return [];
  const calendar = await calendarRow(tx, calendarId);
  return [{ type: 'calendarChanged', calendarId, version: String(calendar?.definition.version) }];
}
