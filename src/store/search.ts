import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { caseCards, type Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { searchWords } from './folded-search.ts';
import { cases } from './schema/cases.ts';
import { messages } from './schema/conversations.ts';
import { declarations, enterprises } from './schema/enterprises.ts';
import { visibleTo } from './visibility.ts';

const mostCases = 6;
const mostOthers = 5;
// A number that is typed in full or nearly so; shorter ones are found as words.
const declarationNumber = /^\d{6,12}$/u;

/** Cases by number, declaration, words of the description or enterprise, whatever their state; what is due next first. */
export async function findCases(db: Db, sight: Sight, q: string, now: Date) {
  return caseCards(db, sight, { box: 'all', state: 'any', q }, { after: null, limit: mostCases, now });
}

/** The newest words said on cases the reader may see. The last word of the query may be only begun. */
export async function findMessages(db: Db, sight: Sight, q: string) {
  const words = searchWords(q)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter(Boolean);
  if (words.length === 0) return [];
  const query = `${words.join(' & ')}:*`;
  return db
    .select({ id: messages.id, reference: cases.reference, text: messages.text, at: messages.at })
    .from(messages)
    .innerJoin(cases, eq(cases.id, messages.caseId))
    .where(
      and(
        sql`words_of(${messages}.text) @@ to_tsquery('simple', ${query})`,
        sql`${messages.caseId} is not null`,
        visibleTo(sight),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(mostOthers);
}

/** Those the reader meets in a case anyway; whoever leads or looks after the registry meets all of them. */
export async function findEnterprises(db: Db, sight: Sight, q: string) {
  return db
    .select({ name: enterprises.name, taxCode: enterprises.taxCode })
    .from(enterprises)
    .where(and(...searchWords(q).map(namesEnterprise), hasSeenCase(sight)))
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

function namesEnterprise(word: string): SQL {
  return sql`strpos(${enterprises}.folded, ${word}) > 0`;
}

function hasSeenCase(sight: Sight): SQL {
  if (sight === 'everything' || sight.role === 'administrator' || sight.role === 'departmentLeader') return sql`true`;
  return sql`exists (select 1 from cases where cases.enterprise_id = ${enterprises}.id and ${visibleTo(sight)})`;
}
