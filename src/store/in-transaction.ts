import type { Db, Tx } from './database.ts';
import { type WorkingSet, workingSetOfClient } from './working-set.ts';

/** The working set of a transaction. */
export function workingSetOf(tx: Tx): WorkingSet {
  const working = findWorkingSet(tx);
  if (working === null) throw new Error('This is no transaction of ours');
  return working;
}

/** The same for code that also serves the pool, which has none. */
export function findWorkingSet(tx: Tx | Db): WorkingSet | null {
  // drizzle keeps the client of a transaction in its session and tells nobody in its types.
  const session: unknown = Reflect.get(tx, 'session');
  const client: unknown = typeof session === 'object' && session !== null ? Reflect.get(session, 'client') : null;
  return typeof client === 'object' || typeof client === 'function' ? workingSetOfClient(Object(client)) : null;
}

/** `WorkingSet.remember` where there is a transaction; the pool reads each time. */
export function remember<Value>(
  tx: Tx | Db,
  key: string,
  tables: readonly string[],
  read: () => Promise<Value>,
): Promise<Value> {
  const working = findWorkingSet(tx);
  return working === null ? read() : working.remember(key, tables, read);
}
