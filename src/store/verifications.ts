import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Sight } from './case-lists.ts';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { alerts, caseExclusions, cases } from './schema/cases.ts';
import { conversations, messages } from './schema/conversations.ts';
import { declarations } from './schema/enterprises.ts';
import { ratingAnswers, ratings, verifications } from './schema/ratings.ts';
import { verificationRatings } from './schema/verifications.ts';
import { visibleTo } from './visibility.ts';

export type RatingRow = typeof ratings.$inferSelect;
export type VerificationRow = typeof verifications.$inferSelect;

/** A rating with what a verification needs to know of its declaration. */
export interface RatingToVerify {
  rating: RatingRow;
  declaration: typeof declarations.$inferSelect;
}

export async function ratingToVerify(tx: Tx | Db, ratingId: number): Promise<RatingToVerify> {
  const [row] = await tx
    .select({ rating: ratings, declaration: declarations })
    .from(ratings)
    .innerJoin(declarations, eq(declarations.id, ratings.declarationId))
    .where(eq(ratings.id, ratingId));
  if (row === undefined) throw new Error(`Rating ${ratingId} is not stored`);
  return row;
}

const matterLock = 0x5646;

/** Makes those who rate one declaration for one enterprise take turns until the transaction ends. */
export async function lockMatter(tx: Tx, { number11, enterpriseId }: RatingRow): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${matterLock}, hashtext(${`${number11} ${enterpriseId}`}))`);
}

/** The verification in hand of what this enterprise says of this declaration, locked; null where none is. */
export async function liveVerificationAbout(
  tx: Tx,
  { number11, enterpriseId }: Pick<RatingRow, 'number11' | 'enterpriseId'>,
): Promise<CaseRow | null> {
  const [row] = await tx
    .select({ row: cases })
    .from(verifications)
    .innerJoin(cases, eq(cases.id, verifications.caseId))
    .innerJoin(ratings, eq(ratings.id, verifications.ratingId))
    .where(
      and(
        eq(ratings.number11, number11),
        eq(ratings.enterpriseId, enterpriseId),
        sql`${verifications.decidedAt} is null and ${cases.state} not in ('closed', 'merged')`,
      ),
    )
    .orderBy(desc(cases.id))
    .limit(1)
    .for('update', { of: cases });
  return row?.row ?? null;
}

/** Whether a finding about the rating as it stands was made already. */
export async function isVerified(tx: Tx, { id, changedAt }: Pick<RatingRow, 'id' | 'changedAt'>): Promise<boolean> {
  const rows = await tx
    .select({ caseId: verifications.caseId })
    .from(verificationRatings)
    .innerJoin(verifications, eq(verifications.caseId, verificationRatings.caseId))
    .where(and(eq(verificationRatings.ratingId, id), gte(verifications.decidedAt, changedAt)))
    .limit(1);
  return rows.length > 0;
}

export async function insertVerification(
  tx: Tx,
  { at, ratingIds, ...row }: typeof verifications.$inferInsert & { ratingIds: readonly number[]; at: Date },
): Promise<void> {
  await tx.insert(verifications).values(row);
  for (const ratingId of ratingIds) await addRating(tx, { caseId: row.caseId, ratingId, at });
}

/** Takes one more rating into a verification. False when it is there already. */
export async function addRating(
  tx: Tx,
  { caseId, ratingId, at }: { caseId: number; ratingId: number; at: Date },
): Promise<boolean> {
  const added = await tx
    .insert(verificationRatings)
    .values({ caseId, ratingId, addedAt: at })
    .onConflictDoNothing()
    .returning();
  return added.length > 0;
}

export async function verificationOf(tx: Tx | Db, caseId: number): Promise<VerificationRow | null> {
  const [row] = await tx.select().from(verifications).where(eq(verifications.caseId, caseId));
  return row ?? null;
}

export async function saveVerification(
  tx: Tx,
  caseId: number,
  change: Partial<Omit<VerificationRow, 'caseId'>>,
): Promise<void> {
  await tx.update(verifications).set(change).where(eq(verifications.caseId, caseId));
}

/** The telling arrived: noted once, at its first arrival. */
export async function noteTold(tx: Tx, caseId: number, messageId: number, at: Date): Promise<void> {
  await tx.execute(sql`
    update verifications set told_at = ${at.toISOString()}::timestamptz
     where case_id = ${caseId} and told_at is null and decided_at is not null
       and exists (select 1 from case_events e where e.case_id = ${caseId} and e.type = 'resolved'
                    and (e.detail->>'messageId')::bigint = ${messageId})`);
}

/** The ratings a verification answers, the first given first. */
export async function ratingsOfVerification(tx: Tx | Db, caseId: number): Promise<RatingRow[]> {
  const rows = await tx
    .select({ rating: ratings })
    .from(verificationRatings)
    .innerJoin(ratings, eq(ratings.id, verificationRatings.ratingId))
    .where(eq(verificationRatings.caseId, caseId))
    .orderBy(asc(ratings.id));
  return rows.map(({ rating }) => rating);
}

/** Every answer that was given to these ratings, oldest first. */
export async function answersOf(tx: Tx | Db, ratingIds: readonly number[]) {
  if (ratingIds.length === 0) return [];
  return tx
    .select()
    .from(ratingAnswers)
    .where(inArray(ratingAnswers.ratingId, [...ratingIds]))
    .orderBy(asc(ratingAnswers.id));
}

export async function exclusionsOfCase(tx: Tx | Db, caseId: number) {
  return tx
    .select({ officerId: caseExclusions.officerId, because: caseExclusions.because })
    .from(caseExclusions)
    .where(eq(caseExclusions.caseId, caseId));
}

/** The messages in which the person spoke of the declaration lately and that belong to no case yet. */
export async function looseMessagesAbout(
  tx: Tx | Db,
  { conversationId, number11, since }: { conversationId: number; number11: string; since: Date },
): Promise<number[]> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.author, 'person'),
        sql`${messages.caseId} is null and ${messages.at} >= ${since.toISOString()}::timestamptz`,
        sql`strpos(${messages.text}, ${number11}) > 0`,
      ),
    )
    .orderBy(asc(messages.id))
    .limit(20);
  return rows.map(({ id }) => id);
}

/** Which of these messages belong to no case yet. */
export async function looseAmong(tx: Tx | Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(inArray(messages.id, [...ids]), sql`${messages.caseId} is null`));
  return rows.map(({ id }) => id);
}

/** The alert with which a case began. */
export async function firstAlert(tx: Tx, caseId: number): Promise<{ id: number; officerId: number } | null> {
  const [row] = await tx
    .select({ id: alerts.id, officerId: alerts.officerId })
    .from(alerts)
    .where(eq(alerts.caseId, caseId))
    .orderBy(asc(alerts.id))
    .limit(1);
  return row ?? null;
}

/** The number of a case, where the reader may know of it. */
export async function referenceIfVisible(tx: Tx | Db, sight: Sight, caseId: number): Promise<string | null> {
  const [row] = await tx
    .select({ reference: cases.reference })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(sight)));
  return row?.reference ?? null;
}
