import type { Act } from '../act.ts';
import { installDefaults } from '../installation/install-defaults.ts';
import type { Taken } from '../registry/taken.ts';
import { type PostTold, takeOfficers } from './take-officers.ts';
import { takeUnits, type UnitTold } from './take-units.ts';

export type OrganisationTold = ({ form: 'unit' } & UnitTold) | ({ form: 'officer' } & PostTold);

/** Enters a list of units or of officers. A row that a verb refuses keeps no other from being taken. */
export async function takeOrganisation(current: Act, rows: readonly OrganisationTold[]): Promise<Taken[]> {
  // A unit is only founded where every case it may get has a promise to go by.
  await installDefaults(current);
  const units = rows.filter((row) => row.form === 'unit');
  const officers = rows.filter((row) => row.form === 'officer');
  const taken = new Map<OrganisationTold, Taken>();
  for (const [place, result] of (await takeUnits(current, units)).entries()) note(units[place], result);
  for (const [place, result] of (await takeOfficers(current, officers)).entries()) note(officers[place], result);
  return rows.map((row) => taken.get(row) ?? 'unchanged');

  function note(row: OrganisationTold | undefined, result: Taken): void {
    if (row !== undefined) taken.set(row, result);
  }
}
