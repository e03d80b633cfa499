import { and, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { saysAll, searchWords, tsquery, wordsQuery } from './folded-search.ts';
import { cases } from './schema/cases.ts';

// Beyond so many on the way the index of words is the shorter one.
const mostWalked = 300;

interface Choice {
  where: SQL | undefined;
  orderBy: readonly SQL[];
  /** Words that each have to stand in the case or in the name of its enterprise. */
  q?: string | undefined;
  limit: number;
}

/**
 * The ids of the first cases of these parts of a list, one part after the other, as a query to be read within another. A
 * part is looked at only where those before it do not fill the page.
 */
export function firstOf(parts: readonly Pick<Choice, 'where' | 'orderBy'>[], limit: number): SQL {
  const names = parts.map((_, part) => sql.raw(`part_${part}`));
  const each = parts.map(({ where, orderBy }, part) => {
    const order = sql.join([...orderBy], sql`, `);
    const found = names.slice(0, part).map((name) => sql` and (select count(*) from ${name}) < ${limit}`);
    return sql`${names[part]} as materialized (
      select ${cases.id} as id, ${part}::int as part, row_number() over (order by ${order}) as place
      from cases where ${where ?? sql`true`}${sql.join(found)} order by ${order} limit ${limit})`;
  });
  const all = names.map((name) => sql`select * from ${name}`);
  return sql`with ${sql.join(each, sql`, `)}
    select f.id from (${sql.join(all, sql` union all `)}) f order by f.part, f.place limit ${limit}`;
}

/**
 * The first cases in this order. Words that many cases say are found on the way through the order, words that few say in
 * their index: either alone reads a hundred thousand rows for the other kind.
 */
export async function chosenCases(db: Db | Tx, { where, orderBy, q, limit }: Choice): Promise<number[]> {
  const words = q === undefined ? [] : searchWords(q);
  if (words.length > 0) {
    const near = await saidOnTheWay(db, { where, orderBy, limit }, words);
    if (near.length === limit) return near;
  }
  const chosen = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(where, ...(q === undefined ? [] : saysAll(q))))
    .orderBy(...orderBy)
    .limit(limit);
  return chosen.map(({ id }) => id);
}

async function saidOnTheWay(db: Db | Tx, { where, orderBy, limit }: Choice, words: readonly string[]) {
  const order = sql.join([...orderBy], sql`, `);
  const rows = await db.execute<{ id: string }>(sql`
    select w.id from (
      select ${cases.id} as id, cases.words, ${cases.enterpriseId} as enterprise_id, row_number() over (order by ${order}) as place
      from cases where ${where ?? sql`true`} order by ${order} limit ${mostWalked}) w
    left join enterprises e on e.id = w.enterprise_id
    where (w.words || coalesce(e.words, ''::tsvector)) @@ ${tsquery(wordsQuery(words))} order by w.place limit ${limit}`);
  return rows.map(({ id }) => Number(id));
}
