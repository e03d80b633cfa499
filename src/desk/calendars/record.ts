import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

export type CalendarDeed = 'calendarProposed' | 'calendarApproved' | 'calendarSuperseded' | 'calendarRejected';

/** Writes in the ledger of the calendars, in the transaction of the deed. */
export async function record(current: Act, type: CalendarDeed, detail: Record<string, unknown>): Promise<void> {
  await appendLedger(current.tx, 'calendars', [{ type, detail }], current.by, current.at);
}
