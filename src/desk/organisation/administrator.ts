import { Conflict, NotPermitted } from '../../errors.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { officerById } from '../../store/organisation.ts';
import { lockOrganisation } from '../../store/units.ts';
import type { Act } from '../act.ts';

/**
 * Lets an administrator, an API key or the operator's import go on, one at a time: what a verb checks of the organisation stays true until it
 * has written. Returns today's date at the desk.
 */
export async function asAdministrator(current: Act, doing: string): Promise<string> {
  const { tx, by, at, zone } = current;
  // Whoever runs the import command has the whole database in hand.
  const isOperator = by.kind === 'schedule' && by.name === 'import';
  if (by.kind !== 'apiKey' && by.kind !== 'officer' && !isOperator) throw new NotPermitted(doing);
  await lockOrganisation(tx);
  if (by.kind === 'officer') {
    const officer = await officerById(tx, by.officerId);
    if (officer?.active !== true || !mayDo(officer, 'administer')) throw new NotPermitted(doing);
  }
  return localDate(at, zone);
}

/** The way people read a date: 01/07/2026. */
export function sayDate(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** Refuses a time span that ends before it begins or is empty. */
export function requireSpan(from: Date, until: Date): void {
  if (until.getTime() <= from.getTime())
    throw new Conflict('emptySpan', 'Thời điểm kết thúc phải sau thời điểm bắt đầu.');
}
