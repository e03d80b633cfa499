import type { Db } from '../../src/store/database.ts';
import type { TestDesk } from './desk.ts';

class Undone extends Error {}

/** The same desk on which everything can be tried and nothing stays: each transaction is undone once it has answered. */
export function rehearsalOf(desk: TestDesk): TestDesk {
  const { db } = desk.database;
  const transaction: Db['transaction'] = async (deed, settings) => {
    let answer: { value: Awaited<ReturnType<typeof deed>> } | null = null;
    try {
      await db.transaction(async (tx) => {
        answer = { value: await deed(tx) };
        throw new Undone();
      }, settings);
    } catch (fault) {
      if (!(fault instanceof Undone)) throw fault;
    }
    if (answer === null) throw new Error('The transaction answered nothing');
    // The compiler does not see that the deed has run.
    return (answer as { value: Awaited<ReturnType<typeof deed>> }).value;
  };
  const rehearsing = new Proxy(db, {
    get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)),
  });
  return { ...desk, database: { ...desk.database, db: rehearsing } };
}

/** Notes where the numbers of the tables stand, which no transaction takes back; what is returned puts them there again. */
export async function keepSequences({ database: { sql } }: TestDesk): Promise<() => Promise<void>> {
  const read = () => sql<{ name: string; last: string | null }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value as last from pg_sequences`;
  const before = new Map((await read()).map(({ name, last }) => [name, last]));
  return async () => {
    for (const { name, last } of await read()) {
      const then = before.get(name) ?? null;
      if (then !== last) await sql`select setval(${name}, ${then ?? '1'}::bigint, ${then !== null})`;
    }
  };
}
