import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { dueSoon, isUnresolved } from './figure-filter.ts';
import { cases } from './schema/cases.ts';
import { absences, officers, units } from './schema/organisation.ts';
import { visibleTo } from './visibility.ts';

/** A few hours' notice. */
export const soonMinutes = 120;

export interface WorkInHand {
  open: number;
  overdue: number;
  dueSoon: number;
}

/** The work under way as a whole. */
export interface WorkTotal extends WorkInHand {
  awaitingEnterprise: number;
  unassigned: number;
  /** Above the first level and still to be answered. */
  raised: number;
}

interface Counted extends WorkInHand, Record<string, unknown> {
  officer_id: string | null;
  is_all: number;
  awaiting_enterprise: number;
  unassigned: number;
  raised: number;
}

/** The work under way that the reader may see, as a whole and by who has it, from one look. */
export async function workToday(
  db: Db | Tx,
  sight: Sight,
  now: Date,
): Promise<{ total: WorkTotal; byOfficer: ReadonlyMap<number, WorkInHand> }> {
  const count = (condition: SQL) => sql`(count(*) filter (where ${condition}))::int`;
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<Counted>(sql`
    select ${cases.assigneeId} as officer_id, grouping(${cases.assigneeId})::int as is_all, count(*)::int as open,
      ${count(sql`${cases.nextDueAt} < ${at}`)} as overdue,
      ${count(sql.join(dueSoon(now, soonMinutes), sql` and `))} as "dueSoon",
      ${count(sql`${cases.state} = 'awaitingEnterprise'`)} as awaiting_enterprise,
      ${count(sql`${cases.assigneeId} is null`)} as unassigned,
      ${count(sql`${cases.level} > 1 and ${isUnresolved}`)} as raised
    from cases where ${visibleTo(sight)} and ${cases.state} not in ('closed', 'merged')
    group by grouping sets ((), (${cases.assigneeId}))`);
  const all = rows.find((row) => row.is_all === 1);
  return {
    total: {
      open: all?.open ?? 0,
      overdue: all?.overdue ?? 0,
      dueSoon: all?.dueSoon ?? 0,
      awaitingEnterprise: all?.awaiting_enterprise ?? 0,
      unassigned: all?.unassigned ?? 0,
      raised: all?.raised ?? 0,
    },
    byOfficer: new Map(
      rows.flatMap(({ is_all: isAll, officer_id: id, open, overdue, dueSoon: soon }): [number, WorkInHand][] =>
        isAll === 1 || id === null ? [] : [[Number(id), { open, overdue, dueSoon: soon }]],
      ),
    ),
  };
}

/** The case that has waited longest for somebody to have it. */
export async function longestUnassigned(db: Db, sight: Sight) {
  const [row] = await db
    .select({ reference: cases.reference, openedAt: cases.openedAt })
    .from(cases)
    .where(and(visibleTo(sight), sql`${cases.state} not in ('closed', 'merged')`, isNull(cases.assigneeId)))
    .orderBy(asc(cases.openedAt))
    .limit(1);
  return row ?? null;
}

/** The officers of these units, or all, and whether each is on duty at `now`. */
export async function peopleAt(db: Db, unitIds: ReadonlySet<number> | 'everything', now: Date) {
  return db
    .select({
      id: officers.id,
      name: officers.name,
      title: officers.title,
      role: officers.role,
      unitName: units.shortName,
      isOnDuty: sql<boolean>`exists (select 1 from duty_roster d where d.officer_id = ${sql.raw('"officers"."id"')}
        and d.from_at <= ${now.toISOString()}::timestamptz and d.until_at > ${now.toISOString()}::timestamptz)`,
    })
    .from(officers)
    .innerJoin(units, eq(units.id, officers.unitId))
    .where(
      and(
        eq(officers.active, true),
        unitIds === 'everything' ? undefined : inArray(officers.unitId, unitIds.size === 0 ? [0] : [...unitIds]),
      ),
    )
    .orderBy(asc(officers.name));
}

/** Who of these is away between `from` and `until`, and who stands in. */
export async function absencesOf(db: Db, officerIds: readonly number[], from: Date, until: Date) {
  if (officerIds.length === 0) return [];
  return db
    .select({
      officerId: absences.officerId,
      fromAt: absences.fromAt,
      untilAt: absences.untilAt,
      reason: absences.reason,
      substitute: sql<string | null>`(select s.name from officers s where s.id = ${absences.substituteId})`,
    })
    .from(absences)
    .where(
      and(
        inArray(absences.officerId, [...officerIds]),
        sql`${absences.untilAt} > ${from.toISOString()}::timestamptz`,
        sql`${absences.fromAt} < ${until.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(absences.fromAt));
}
