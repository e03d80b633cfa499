import type { Act } from '../desk/act.ts';
import { takeAgreements } from '../desk/registry/take-agreements.ts';
import { takeAssociations } from '../desk/registry/take-associations.ts';
import { takeEnterprises } from '../desk/registry/take-enterprises.ts';
import type { Taken } from '../desk/registry/taken.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { agreements, associations, registered, registeredBefore } from './registry.ts';
import { workingBefore } from './working-before.ts';

// The lists came three weeks before the stories begin, and one company moved two weeks later.
const listsWorkingMinutesAgo = 21 * 480;
const movedWorkingMinutesAgo = 11 * 480;

/** Fills in what the register says of the planted enterprises, by the verbs that an import uses. */
export async function plantRegistry(current: Act, working: WorkingTime): Promise<void> {
  const first = { ...current, at: workingBefore(working, current.at, listsWorkingMinutesAgo) };
  const later = { ...current, at: workingBefore(working, current.at, movedWorkingMinutesAgo) };
  const before = new Map(registeredBefore.map((entry) => [entry.taxCode, entry]));
  mustBeTaken(
    await takeEnterprises(
      first,
      registered.map((entry) => before.get(entry.taxCode) ?? entry),
    ),
  );
  mustBeTaken(await takeEnterprises(later, registered));
  mustBeTaken(await takeAgreements(first, agreements));
  mustBeTaken(await takeAssociations(first, associations));
}

function mustBeTaken(taken: readonly Taken[]): void {
  const refused = taken.find((each) => typeof each !== 'string');
  if (refused !== undefined) throw new Error(`The demonstration was refused: ${JSON.stringify(refused)}`);
}
