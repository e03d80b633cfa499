import { DeskError } from '../../errors.ts';
import type { Act } from '../act.ts';
import type { Taken } from '../registry/taken.ts';

/** Does one thing of many. Where a verb refuses it, nothing of it stays and its sentence is the answer. */
export async function ifAllowed(current: Act, value: string, deed: (inner: Act) => Promise<Taken>): Promise<Taken> {
  try {
    return await current.tx.transaction((tx) => deed({ ...current, tx }));
  } catch (fault) {
    if (fault instanceof DeskError) return { column: '', value, because: fault.message };
    throw fault;
  }
}
