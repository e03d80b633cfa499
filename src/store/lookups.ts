import { and, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { frequentQuestions, lookups } from './schema/library.ts';

export type LookupRow = typeof lookups.$inferSelect;
export type FrequentQuestionRow = typeof frequentQuestions.$inferSelect;

export async function insertLookup(tx: Tx, row: Omit<typeof lookups.$inferInsert, 'id'>): Promise<number> {
  const [inserted] = await tx.insert(lookups).values(row).returning({ id: lookups.id });
  if (inserted === undefined) throw new Error('The look-up was not stored');
  return inserted.id;
}

export async function lookupById(tx: Tx | Db, id: number): Promise<LookupRow | null> {
  const [row] = await tx.select().from(lookups).where(eq(lookups.id, id));
  return row ?? null;
}

export async function saveLookup(
  tx: Tx,
  id: number,
  change: Partial<Pick<LookupRow, 'helpful' | 'caseId'>>,
): Promise<void> {
  await tx.update(lookups).set(change).where(eq(lookups.id, id));
}

/** What found no answer or was called wrong, newest first; at most `limit`, from before the row `before`. */
export async function unansweredLookups(
  db: Db | Tx,
  { since, before, limit }: { since: Date; before: number | null; limit: number },
): Promise<LookupRow[]> {
  return db
    .select()
    .from(lookups)
    .where(
      and(
        gte(lookups.at, since),
        sql`(not ${lookups.isFound} or ${lookups.helpful} is false)`,
        before === null ? undefined : lt(lookups.id, before),
      ),
    )
    .orderBy(desc(lookups.id))
    .limit(limit);
}

export interface AskedWords {
  tokens: string;
  times: number;
  /** The conversations in which it was asked. */
  conversationIds: readonly number[];
  /** How often by people who did not agree to keeping, of whom nobody knows which were the same. */
  unnamed: number;
  /** The words of somebody who agreed to keeping them. */
  example: string | null;
  /** What was shown first most recently; null where nothing was. */
  address: string | null;
}

/** Every different set of words looked up since, the most frequent first. */
export async function wordsAskedSince(db: Db | Tx, since: Date, limit: number): Promise<AskedWords[]> {
  return db
    .select({
      tokens: lookups.tokens,
      times: sql<number>`count(*)::int`,
      conversationIds: sql<number[]>`coalesce(json_agg(distinct ${lookups.conversationId})
        filter (where ${lookups.conversationId} is not null), '[]')`,
      unnamed: sql<number>`(count(*) filter (where ${lookups.conversationId} is null))::int`,
      example: sql<string | null>`max(${lookups.query})`,
      address: sql<string | null>`(array_agg(${lookups.shown} ->> 0 order by ${lookups.id} desc))[1]`,
    })
    .from(lookups)
    .where(and(gte(lookups.at, since), sql`${lookups.tokens} <> ''`))
    .groupBy(lookups.tokens)
    .orderBy(desc(sql`count(*)`), lookups.tokens)
    .limit(limit);
}

/** How many were looked up since, how many of them in vain, and how people judged. */
export async function lookupFigures(
  db: Db | Tx,
  since: Date,
): Promise<{ asked: number; notFound: number; helpful: number; unhelpful: number }> {
  const [row] = await db
    .select({
      asked: sql<number>`count(*)::int`,
      notFound: sql<number>`(count(*) filter (where not ${lookups.isFound}))::int`,
      helpful: sql<number>`(count(*) filter (where ${lookups.helpful}))::int`,
      unhelpful: sql<number>`(count(*) filter (where ${lookups.helpful} is false))::int`,
    })
    .from(lookups)
    .where(gte(lookups.at, since));
  return row ?? { asked: 0, notFound: 0, helpful: 0, unhelpful: 0 };
}

export async function frequentQuestionRows(db: Db | Tx): Promise<FrequentQuestionRow[]> {
  return db.select().from(frequentQuestions).orderBy(desc(frequentQuestions.id));
}

/** The accepted questions that a part of the texts answers, the newest decision first. */
export async function answeredQuestions(
  tx: Tx | Db,
  limit: number,
): Promise<readonly { id: number; question: string; address: string }[]> {
  return tx
    .select({ id: frequentQuestions.id, question: frequentQuestions.question, address: sql<string>`address` })
    .from(frequentQuestions)
    .where(and(eq(frequentQuestions.state, 'accepted'), isNotNull(frequentQuestions.address)))
    .orderBy(desc(frequentQuestions.decidedAt), desc(frequentQuestions.id))
    .limit(limit);
}

/** Keeps what was decided about a repeated question; the same words decided again take the newer decision. */
export async function saveFrequentQuestion(
  tx: Tx,
  row: Omit<typeof frequentQuestions.$inferInsert, 'id'>,
): Promise<void> {
  const { state, question, address, decidedBy, decidedAt } = row;
  await tx
    .insert(frequentQuestions)
    .values(row)
    .onConflictDoUpdate({ target: frequentQuestions.tokens, set: { state, question, address, decidedBy, decidedAt } });
}

/** Forgets in whose chat things were looked up, and in which words. What they were about stays, without anybody. */
export async function forgetLookupsOf(tx: Tx, conversationId: number): Promise<void> {
  await tx.update(lookups).set({ query: null, conversationId: null }).where(eq(lookups.conversationId, conversationId));
}
