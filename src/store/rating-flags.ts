import { and, asc, desc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { RatedEvent } from '../rules/rating/flag.ts';
import type { Handled } from '../rules/rating/flags-self-dealing.ts';
import type { RatingLevel, SubjectKind } from '../rules/rating/rating.ts';
import type { Db, Tx } from './database.ts';
import { enterprises } from './schema/enterprises.ts';
import { ratingFlagRatings, ratingFlags, ratings } from './schema/ratings.ts';

export type RatingFlag = typeof ratingFlags.$inferSelect;

const flagsLock = 0x5247_46;

export async function lockFlags(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${flagsLock})`);
}

/**
 * The ratings since `from` as the rules for flags look at them: of declarations for their unit, of officers by name.
 * Several ratings of one kind that one chat gave at one instant were one tap.
 */
export async function ratedEvents(tx: Tx, from: Date): Promise<RatedEvent[]> {
  const rows = await tx.execute<
    Record<'id' | 'subject' | 'level' | 'at' | 'enterprise' | 'contact' | 'after', string | null> & { digest: boolean }
  >(sql`
    select r.id::text, r.level::text, r.enterprise_id::text as enterprise, r.contact_id::text as contact,
      case when r.subject_kind = 'declaration' then 'unit:' || coalesce(r.unit_id, 0)
        else r.subject_kind || ':' || r.subject_key end as subject,
      round(extract(epoch from r.rated_at) * 1000)::bigint::text as at,
      case when d.state in ('released', 'stored', 'cleared') and d.state_at <= r.rated_at
        then extract(epoch from r.rated_at - d.state_at)::text end as after,
      count(*) over (partition by coalesce(r.conversation_id, -r.enterprise_id), r.subject_kind, r.rated_at) > 1 as digest
    from ratings r join declarations d on d.id = r.declaration_id
    where r.rated_at >= ${from.toISOString()}::timestamptz and r.subject_kind in ('declaration', 'unit', 'officer')
    order by r.rated_at, r.id`);
  return rows.map((row) => ({
    ratingId: Number(row.id),
    subject: row.subject ?? '',
    // The column holds nothing else.
    level: Number(row.level) as RatingLevel,
    at: new Date(Number(row.at)),
    enterpriseId: Number(row.enterprise),
    contactId: row.contact === null ? null : Number(row.contact),
    secondsAfterRelease: row.after === null ? null : Number(row.after),
    isDigest: row.digest,
  }));
}

/** How many declarations, registered since `from`, of each enterprise that rated somebody by name each officer handled. */
export async function handledSince(tx: Tx, from: Date): Promise<Handled[]> {
  const since = from.toISOString();
  const rows = await tx.execute<{ officer: string; enterprise: string; n: number }>(sql`
    select o.id::text as officer, d.enterprise_id::text as enterprise, count(distinct d.id)::int as n
    from (select distinct enterprise_id from ratings
      where subject_kind = 'officer' and rated_at >= ${since}::timestamptz) e
    join declarations d on d.enterprise_id = e.enterprise_id and d.registered_at >= ${since}::timestamptz
    cross join lateral jsonb_array_elements(d.steps) s
    join officers o on lower(o.email) = lower(s ->> 'officerEmail')
    group by 1, 2`);
  return rows.map(({ officer, enterprise, n }) => ({
    subject: `officer:${officer}`,
    enterpriseId: Number(enterprise),
    declarations: n,
  }));
}

/** Flags of one kind about one subject, whatever became of them, with their ratings. */
export async function flagsAbout(tx: Tx, kind: RatingFlag['kind'], subjectKind: SubjectKind, subjectKey: string) {
  const rows = await tx
    .select({ flag: ratingFlags, ratingId: ratingFlagRatings.ratingId })
    .from(ratingFlags)
    .innerJoin(ratingFlagRatings, eq(ratingFlagRatings.flagId, ratingFlags.id))
    .where(
      and(eq(ratingFlags.kind, kind), eq(ratingFlags.subjectKind, subjectKind), eq(ratingFlags.subjectKey, subjectKey)),
    );
  return [...Map.groupBy(rows, ({ flag }) => flag.id).values()].flatMap((own) =>
    own.slice(0, 1).map(({ flag }) => ({ flag, ratingIds: new Set(own.map(({ ratingId }) => ratingId)) })),
  );
}

/** Stores a flag with its ratings. Null where one of this kind, subject and beginning is there. */
export async function insertFlag(
  tx: Tx,
  flag: Omit<typeof ratingFlags.$inferInsert, 'id'>,
  ratingIds: readonly number[],
): Promise<number | null> {
  const [row] = await tx.insert(ratingFlags).values(flag).onConflictDoNothing().returning({ id: ratingFlags.id });
  if (row === undefined) return null;
  await addRatings(tx, row.id, ratingIds);
  return row.id;
}

/** An open flag turned out to be about more. */
export async function extendFlag(
  tx: Tx,
  id: number,
  change: Partial<Pick<typeof ratingFlags.$inferInsert, 'untilAt' | 'score' | 'because'>>,
  ratingIds: readonly number[],
): Promise<void> {
  await tx.update(ratingFlags).set(change).where(eq(ratingFlags.id, id));
  await addRatings(tx, id, ratingIds);
}

async function addRatings(tx: Tx, flagId: number, ratingIds: readonly number[]): Promise<void> {
  await tx
    .insert(ratingFlagRatings)
    .values(ratingIds.map((ratingId) => ({ flagId, ratingId })))
    .onConflictDoNothing();
}

/** The flag, unless it is about this officer. */
export async function flagFor(tx: Tx, id: number, officerId: number): Promise<RatingFlag | null> {
  const [row] = await tx
    .select()
    .from(ratingFlags)
    .where(and(eq(ratingFlags.id, id), notAbout(officerId)))
    .for('update');
  return row ?? null;
}

export async function settleFlag(
  tx: Tx,
  id: number,
  change: Pick<typeof ratingFlags.$inferInsert, 'state' | 'decidedBy' | 'decidedAt' | 'note'>,
): Promise<void> {
  await tx.update(ratingFlags).set(change).where(eq(ratingFlags.id, id));
}

/** Open flags first, then the newest; none about the one who reads. */
export async function flagList(db: Db, officerId: number, limit: number): Promise<RatingFlag[]> {
  return db
    .select()
    .from(ratingFlags)
    .where(notAbout(officerId))
    .orderBy(sql`${ratingFlags.state} <> 'open'`, desc(ratingFlags.raisedAt), asc(ratingFlags.id))
    .limit(limit);
}

/** The ratings that flags are about, in the order of time, with who gave them. */
export async function ratingsOfFlags(db: Db, flagIds: readonly number[]) {
  if (flagIds.length === 0) return [];
  return db
    .select({
      flagId: ratingFlagRatings.flagId,
      level: ratings.level,
      ratedAt: ratings.ratedAt,
      number11: ratings.number11,
      enterprise: enterprises.name,
    })
    .from(ratingFlagRatings)
    .innerJoin(ratings, eq(ratings.id, ratingFlagRatings.ratingId))
    .innerJoin(enterprises, eq(enterprises.id, ratings.enterpriseId))
    .where(inArray(ratingFlagRatings.flagId, [...flagIds]))
    .orderBy(asc(ratings.ratedAt));
}

function notAbout(officerId: number) {
  return or(ne(ratingFlags.subjectKind, 'officer'), ne(ratingFlags.subjectKey, String(officerId)));
}
