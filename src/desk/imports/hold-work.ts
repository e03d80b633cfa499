import type { Db } from '../../store/database.ts';
import { type ImportFileRow, saveHeldWork } from '../../store/import-files.ts';
import type { Desk } from '../act.ts';

/** Another attempt has taken the work over, or a person gave it up: whoever hears this leaves everything as it is. */
const lost = new Error('The import is no longer in the hands of this attempt');

const leaseMilliseconds = 60_000;
const renewMilliseconds = 15_000;

export function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + leaseMilliseconds);
}

/** Goes on only where the work is still in hand. */
export function requireHeld(isHeld: boolean): void {
  if (!isHeld) throw lost;
}

export async function saveOrLose(
  db: Db,
  work: ImportFileRow,
  change: Parameters<typeof saveHeldWork>[2],
): Promise<void> {
  requireHeld(await saveHeldWork(db, work, change));
}

/** Does the work while its lease is renewed, however long one of its transactions takes. What is lost on the way is left alone. */
export async function whileHeld({ database: { db }, clock }: Desk, work: ImportFileRow, deed: () => Promise<void>) {
  const renewing = setInterval(() => {
    // A renewal that fails is tried again; the work itself meets the same fault.
    void saveHeldWork(db, work, { leasedUntil: leaseFrom(clock.now()) }).catch(() => undefined);
  }, renewMilliseconds);
  try {
    await deed();
  } catch (fault) {
    if (fault === lost) return;
    // So that the next process need not wait for the lease to pass.
    await saveHeldWork(db, work, { leasedUntil: null }).catch(() => undefined);
    throw fault;
  } finally {
    clearInterval(renewing);
  }
}
