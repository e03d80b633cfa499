import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Stage } from '../rules/rating/verification-funnel.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { enterprises } from './schema/enterprises.ts';
import { officers, units } from './schema/organisation.ts';
import { ratings, verifications } from './schema/ratings.ts';
import { visibleTo } from './visibility.ts';

export interface VerificationFilter {
  box: 'open' | 'overdue' | 'decided' | 'all';
  /** Only those that came so far. */
  reached?: Stage | undefined;
  /** Half-open, by the time of the rating. */
  from?: Date | undefined;
  to?: Date | undefined;
}

const contactedAt = sql<string | null>`(
  select min(e.at) from case_events e where e.case_id = ${cases.id} and e.type = 'replyDelivered')`;
const actionAt = sql<string | null>`(
  select min(a.created_at) from corrective_actions a where a.case_id = ${cases.id})`;
// Once the last of its actions was looked at.
const checkedAt = sql<string | null>`(
  select case when bool_and(a.checked_at is not null) then max(a.checked_at) end
  from corrective_actions a where a.case_id = ${cases.id})`;

const times = {
  ratedAt: ratings.ratedAt,
  openedAt: cases.openedAt,
  contactedAt: contactedAt.mapWith(asDate),
  decidedAt: verifications.decidedAt,
  toldAt: verifications.toldAt,
  actionAt: actionAt.mapWith(asDate),
  checkedAt: checkedAt.mapWith(asDate),
};

export type VerificationCardRow = Awaited<ReturnType<typeof verificationCards>>[number];

/** A page of the verifications that the reader may see: what is open by what is due next, the rest newest first. */
export async function verificationCards(
  db: Db | Tx,
  sight: Sight,
  filter: VerificationFilter,
  page: { before: number | null; limit: number; now: Date },
) {
  const isOpen = filter.box === 'open' || filter.box === 'overdue';
  const order = isOpen ? [sql`${cases.nextDueAt} asc nulls last`, desc(cases.id)] : [desc(cases.id)];
  return db
    .select({
      row: cases,
      rating: ratings,
      verification: verifications,
      times,
      enterpriseName: enterprises.name,
      assigneeName: officers.name,
      ratedUnitName: units.shortName,
      actions: sql<number>`(select count(*)::int from corrective_actions a where a.case_id = ${cases.id})`,
      actionsLeft: sql<number>`(
        select count(*)::int from corrective_actions a where a.case_id = ${cases.id} and a.checked_at is null)`,
    })
    .from(verifications)
    .innerJoin(cases, eq(cases.id, verifications.caseId))
    .innerJoin(ratings, eq(ratings.id, verifications.ratingId))
    .innerJoin(enterprises, eq(enterprises.id, ratings.enterpriseId))
    .leftJoin(officers, eq(officers.id, cases.assigneeId))
    .leftJoin(units, eq(units.id, ratings.unitId))
    .where(
      and(
        visibleTo(sight),
        ...conditionsOf(filter, page.now),
        page.before === null ? undefined : lt(cases.id, page.before),
      ),
    )
    .orderBy(...order)
    .limit(page.limit);
}

/** How many verifications stand in each box. */
export async function verificationCounts(db: Db | Tx, sight: Sight, now: Date) {
  const count = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const [row] = await db
    .select({
      open: count(isOpen),
      overdue: count(sql`${isOpen} and ${cases.nextDueAt} < ${now.toISOString()}::timestamptz`),
      decided: count(sql`${verifications.decidedAt} is not null`),
      all: count(sql`true`),
    })
    .from(verifications)
    .innerJoin(cases, eq(cases.id, verifications.caseId))
    .where(visibleTo(sight));
  return row ?? { open: 0, overdue: 0, decided: 0, all: 0 };
}

/** When each first verification of the period reached what, for the funnel. A second look counts with the first. */
export async function stageTimes(db: Db | Tx, sight: Sight, period: Pick<VerificationFilter, 'from' | 'to'>) {
  return db
    .select({ ...times, ratings: ratingsIn })
    .from(verifications)
    .innerJoin(cases, eq(cases.id, verifications.caseId))
    .innerJoin(ratings, eq(ratings.id, verifications.ratingId))
    .where(and(visibleTo(sight), sql`${verifications.appealOf} is null`, ...periodOf(period)));
}

const ratingsIn = sql<number>`(select count(*)::int from verification_ratings r where r.case_id = ${cases.id})`;

const isOpen = sql`${verifications.decidedAt} is null and ${cases.state} not in ('closed', 'merged')`;

const reached: Readonly<Record<Stage, SQL>> = {
  opened: sql`true`,
  contacted: sql`${contactedAt} is not null`,
  decided: sql`${verifications.decidedAt} is not null`,
  told: sql`${verifications.toldAt} is not null`,
  action: sql`${actionAt} is not null`,
  checked: sql`${checkedAt} is not null`,
};

function conditionsOf(filter: VerificationFilter, now: Date): SQL[] {
  const conditions = periodOf(filter);
  if (filter.box === 'open' || filter.box === 'overdue') conditions.push(isOpen);
  if (filter.box === 'overdue') conditions.push(lt(cases.nextDueAt, now));
  if (filter.box === 'decided') conditions.push(sql`${verifications.decidedAt} is not null`);
  // The funnel counts each matter once.
  if (filter.reached !== undefined) conditions.push(reached[filter.reached], sql`${verifications.appealOf} is null`);
  return conditions;
}

function periodOf({ from, to }: Pick<VerificationFilter, 'from' | 'to'>): SQL[] {
  return [
    ...(from === undefined ? [] : [gte(ratings.ratedAt, from)]),
    ...(to === undefined ? [] : [lt(ratings.ratedAt, to)]),
  ];
}

// An expression comes as the driver reads it; a null never reaches this.
function asDate(value: unknown): Date | null {
  return value instanceof Date ? value : new Date(String(value));
}
