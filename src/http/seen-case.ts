import { NotFound } from '../errors.ts';
import { visibleCaseIds } from '../store/case-sight.ts';
import type { Db, Tx } from '../store/database.ts';
import type { Reader } from './api-env.ts';

/** The id of the case, if the reader may know of it. Nothing is locked: for what no event records. */
export async function seenCase(db: Db | Tx, { sight }: Reader, reference: string): Promise<number> {
  const id = (await visibleCaseIds(db, sight, [reference])).get(reference);
  if (id === undefined) throw new NotFound(`vụ việc ${reference}`);
  return id;
}
