import { type SQL, sql } from 'drizzle-orm';
import { fold } from '../rules/identity/fold.ts';
import { cases } from './schema/cases.ts';

// More words than this are no search any more.
const mostWords = 8;
// As many digits as the number of a reference has.
const numberLength = 6;
// Of enterprises that have only some of the words in their name, the best so many are looked at.
const mostPartlyNamed = 200;

/**
 * The words of a query as the server keeps those of cases, messages and enterprises beside each row, without marks: it
 * generates them itself, so that whatever is changed, redacted or erased is found by what it says now.
 */
export function searchWords(query: string): string[] {
  return (
    fold(query)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, mostWords) ?? []
  );
}

/** What the server is asked to find: the beginning of each word; a short number also without its leading noughts. */
export function wordsQuery(words: readonly string[], joined: '&' | '|' = '&'): string {
  return words
    .map((word) =>
      /^[1-9]\d*$/u.test(word) && word.length < numberLength
        ? `(${word}:* | ${word.padStart(numberLength, '0')})`
        : `${word}:*`,
    )
    .join(joined);
}

/** That each word stands in the case or in the name of its enterprise. Nothing typed is no condition; signs alone name nothing. */
export function saysAll(q: string): SQL[] {
  const words = searchWords(q);
  if (words.length === 0) return q.trim() === '' ? [] : [sql`false`];
  const all = tsquery(wordsQuery(words));
  // Each part has an index of its own; as one condition on joined tables it would be read off every row.
  const parts = [
    sql`select c.id from cases c where c.words @@ ${all}`,
    sql`select c.id from enterprises e join cases c on c.enterprise_id = e.id where e.words @@ ${all}`,
  ];
  if (words.length > 1) {
    const matched = sql.join(
      words.map((word) => sql`(e.words @@ ${tsquery(wordsQuery([word]))})::int`),
      sql` + `,
    );
    parts.push(sql`select c.id from (
        select e.id, e.words from enterprises e where e.words @@ ${tsquery(wordsQuery(words, '|'))}
        order by ${matched} desc, e.id limit ${mostPartlyNamed}) e
      join cases c on c.enterprise_id = e.id where (c.words || e.words) @@ ${all}`);
  }
  return [
    sql`${cases.id} = any(array(${sql.join(
      parts.map((part) => sql`(${part})`),
      sql` union all `,
    )}))`,
  ];
}

export function tsquery(text: string): SQL {
  return sql`${text}::tsquery`;
}
