import { localDate } from '../../rules/working-time/local-date.ts';
import { formerOfficersWithCases, outOfDateOfficers } from '../../store/posts.ts';
import { lockOrganisation } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { passOnCases } from './pass-on-cases.ts';
import { settleOfficer } from './settle-officer.ts';
import { passOnFromEndedUnits, settleUnits } from './settle-units.ts';

export interface BroughtToDate {
  units: number;
  officers: number;
  cases: number;
}

/**
 * Makes the present what was decided for today: units that move, officers who arrive, move and leave. Also passes on
 * what was given to somebody in the moment of leaving. Doing it again changes nothing.
 */
export async function bringToDate(current: Act): Promise<BroughtToDate> {
  const { tx, at, zone } = current;
  await lockOrganisation(tx);
  const today = localDate(at, zone);
  const brought: BroughtToDate = { units: await settleUnits(current, today), officers: 0, cases: 0 };
  for (const officerId of await outOfDateOfficers(tx, today)) {
    if (await settleOfficer(current, officerId, today)) brought.officers += 1;
  }
  for (const officerId of await formerOfficersWithCases(tx))
    brought.cases += await passOnCases(current, officerId, { to: 'route' }, 'officerLeft');
  brought.cases += await passOnFromEndedUnits(current, today);
  return brought;
}
