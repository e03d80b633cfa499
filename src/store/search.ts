import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { mayDoEverywhere } from '../rules/visibility/permissions.ts';
import { caseCards, type Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { searchWords, tsquery, wordsQuery } from './folded-search.ts';
import { cases } from './schema/cases.ts';
import { messages } from './schema/conversations.ts';
import { declarations, enterprises } from './schema/enterprises.ts';
import { visibleTo } from './visibility.ts';

const mostCases = 6;
const mostOthers = 5;
// A number that is typed in full or nearly so; shorter ones are found as words.
const declarationNumber = /^\d{6,12}$/u;
// A word that is said often is found among so many of the newest messages.
const newest = 2000;
const late = 16_000;
// Of the late ones. A word that is said less often has few places in the index.
const oftenLately = 50;

/** Cases by number, declaration, words of the description or enterprise, whatever their state; what is due next first. */
export async function findCases(db: Db, sight: Sight, q: string, now: Date) {
  return caseCards(db, sight, { box: 'all', state: 'any', q }, { after: null, limit: mostCases, now });
}

/**
 * The newest words said on cases the reader may see. Each word of the query may be only begun. Where to look depends on how
 * often the words are said, which no statistic of the server knows of words that are only begun: it is seen in what was said
 * lately.
 */
export async function findMessages(db: Db, sight: Sight, q: string) {
  const words = searchWords(q);
  if (words.length === 0) return [];
  const query = tsquery(wordsQuery(words));
  const says = sql`${messages}.words @@ ${query}`;
  const justNow = await messagesWhere(db, sight, sql`${messages.id} = any(array(${amongNewest(newest, query)}))`);
  if (justNow.length === mostOthers) return justNow;
  const lately = (await db.execute<{ id: string }>(amongNewest(late, query))).map(({ id }) => Number(id));
  if (lately.length < oftenLately)
    return messagesWhere(db, sight, sql`${messages.id} = any(array(select id from messages where ${says}))`);
  const found = await messagesWhere(db, sight, sql`${messages.id} = any(${sql.param(lately)}::bigint[])`);
  if (found.length === mostOthers) return found;
  // Said often, but hardly ever on these cases.
  const seen = sql`array(select ${cases.id} from cases where ${visibleTo(sight)})`;
  return messagesWhere(db, sight, and(sql`${messages.caseId} = any(${seen})`, sql`(${says}) is true`));
}

// Numbers have gaps: what is counted are rows.
function amongNewest(count: number, query: SQL): SQL {
  return sql`select m.id from (select id, words from messages order by id desc limit ${count}) m where m.words @@ ${query}`;
}

function messagesWhere(db: Db, sight: Sight, where: SQL | undefined) {
  return db
    .select({ id: messages.id, reference: cases.reference, text: messages.text, at: messages.at })
    .from(messages)
    .innerJoin(cases, eq(cases.id, messages.caseId))
    .where(and(where, visibleTo(sight)))
    .orderBy(desc(messages.id))
    .limit(mostOthers);
}

/** Those the reader meets in a case anyway; whoever leads or looks after the registry meets all of them. */
export async function findEnterprises(db: Db, sight: Sight, q: string) {
  const words = searchWords(q);
  if (words.length === 0) return [];
  return db
    .select({ name: enterprises.name, taxCode: enterprises.taxCode })
    .from(enterprises)
    .where(and(sql`${enterprises}.words @@ ${tsquery(wordsQuery(words))}`, hasSeenCase(sight)))
    .orderBy(asc(enterprises.name))
    .limit(mostOthers);
}

/** By the beginning of the number, of the same enterprises. */
export async function findDeclarations(db: Db, sight: Sight, q: string) {
  const typed = q.replaceAll(/[\s.]/gu, '');
  if (!declarationNumber.test(typed)) return [];
  const begins = typed.slice(0, 11);
  return db
    .select({
      number: declarations.number,
      state: declarations.state,
      enterprise: { name: enterprises.name, taxCode: enterprises.taxCode },
    })
    .from(declarations)
    .innerJoin(enterprises, eq(enterprises.id, declarations.enterpriseId))
    .where(
      and(
        gte(declarations.number11, begins.padEnd(11, '0')),
        lte(declarations.number11, begins.padEnd(11, '9')),
        hasSeenCase(sight),
      ),
    )
    .orderBy(asc(declarations.number11))
    .limit(mostOthers);
}

function hasSeenCase(sight: Sight): SQL {
  if (sight === 'everything' || mayDoEverywhere(sight, 'findEnterprises')) return sql`true`;
  return sql`exists (select 1 from cases where cases.enterprise_id = ${enterprises}.id and ${visibleTo(sight)})`;
}
