import { NotPermitted } from '../../errors.ts';
import type { CaseRow } from '../../store/cases.ts';
import { appendLedger } from '../../store/ledger.ts';
import { noteChange } from '../../store/live.ts';
import { addWatcher, dropWatcher } from '../../store/watching.ts';
import type { Act } from '../act.ts';
import { visibleCase } from '../visibility.ts';

/** The officer wants to hear of the case, or no longer. Done twice it is done; false then. */
export async function watchCase(
  current: Act,
  { reference, isWatching }: { reference: string; isWatching: boolean },
): Promise<boolean> {
  const { by } = current;
  if (by.kind !== 'officer') throw new NotPermitted('theo dõi vụ việc');
  const row = await visibleCase(current, reference);
  return isWatching ? beginWatching(current, row, by.officerId, 'own') : stopWatching(current, row, by.officerId);
}

/** Whoever begins to watch must be known to see the case. False for who watched it already. */
export async function beginWatching(
  current: Act,
  row: Pick<CaseRow, 'id' | 'reference'>,
  officerId: number,
  because: 'own' | 'mentioned',
): Promise<boolean> {
  const { tx, at, by } = current;
  if (!(await addWatcher(tx, { caseId: row.id, officerId, because, since: at }))) return false;
  const detail = { reference: row.reference, officerId, because };
  await appendLedger(tx, 'watching', [{ type: 'watchingBegun', detail }], by, at);
  await tellPages(current, row.id, officerId);
  return true;
}

async function stopWatching(current: Act, row: Pick<CaseRow, 'id' | 'reference'>, officerId: number): Promise<boolean> {
  const { tx, at, by } = current;
  if (!(await dropWatcher(tx, row.id, officerId))) return false;
  const detail = { reference: row.reference, officerId };
  await appendLedger(tx, 'watching', [{ type: 'watchingEnded', detail }], by, at);
  await tellPages(current, row.id, officerId);
  return true;
}

async function tellPages({ tx, at, wakes }: Act, caseId: number, officerId: number): Promise<void> {
  // Colleagues see on the case who watches it; the officer's own list of watched cases changes besides.
  await noteChange(tx, { topic: 'presence', caseId, at });
  await noteChange(tx, { topic: 'alert', officerId, caseId, at });
  wakes.add('live');
}
