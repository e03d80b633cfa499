import type { Sql } from 'postgres';
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
  const client = keptClient(tx);
  return client === null ? null : workingSetOfClient(client);
}

/** The client of a transaction, for what drizzle has no words for. */
export function clientOf(tx: Tx): Pick<Sql, 'unsafe'> {
  const client = keptClient(tx);
  if (client === null || !hasUnsafe(client)) throw new Error('This is no transaction of ours');
  return client;
}

// drizzle keeps the client of a transaction in its session and tells nobody in its types.
function keptClient(tx: Tx | Db): object | null {
  const session: unknown = Reflect.get(tx, 'session');
  const client: unknown = typeof session === 'object' && session !== null ? Reflect.get(session, 'client') : null;
  return typeof client === 'object' || typeof client === 'function' ? client : null;
}

function hasUnsafe(client: object): client is Pick<Sql, 'unsafe'> {
  return typeof Reflect.get(client, 'unsafe') === 'function';
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
