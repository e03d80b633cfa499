import { eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { ClockKind, Level } from '../rules/case/words.ts';
import { cases } from './schema/cases.ts';

/** What stands behind a figure, as a choice of cases. */
export interface FigureFilter {
  unitId?: number | undefined;
  assigneeId?: number | undefined;
  enterpriseId?: number | undefined;
  level?: Level | undefined;
  /** Something is still to be done: neither answered for good nor closed. */
  unresolved?: boolean | undefined;
  /** Due before this instant, and not yet past. */
  dueBefore?: Date | undefined;
  /** Clocks are open, and each of them stands. */
  isPaused?: boolean | undefined;
  /** A promise was kept or broken in this span. */
  decided?: { clock?: ClockKind | undefined; outcome?: Outcome | undefined; from: Date; until: Date } | undefined;
}

export type Outcome = 'met' | 'missed';

export function figureConditions(filter: FigureFilter, now: Date): SQL[] {
  const { unitId, assigneeId, enterpriseId, level, unresolved, dueBefore, isPaused, decided } = filter;
  const conditions: SQL[] = [];
  if (unitId !== undefined) conditions.push(eq(cases.unitId, unitId));
  if (assigneeId !== undefined) conditions.push(eq(cases.assigneeId, assigneeId));
  if (enterpriseId !== undefined) conditions.push(eq(cases.enterpriseId, enterpriseId));
  if (level !== undefined) conditions.push(eq(cases.level, level));
  if (unresolved === true) conditions.push(isUnresolved);
  if (dueBefore !== undefined) conditions.push(...dueBetween(now, dueBefore));
  if (isPaused === true) conditions.push(everyClockStands);
  if (decided !== undefined) conditions.push(hasDecided(decided));
  return conditions;
}

// Nothing is due then, and no clock is open on what is over: that spares most cases the look at their clocks. Written out:
// see `visibility.ts`.
const everyClockStands = sql`(${cases.nextDueAt} is null and ${cases.state} not in ('closed', 'merged') and (
  select bool_and(c.paused_at is not null) from clocks c
  where c.case_id = ${sql.raw('"cases"."id"')} and c.stopped_at is null))`;

export const isUnresolved = sql`${cases.state} in ('open', 'awaitingEnterprise', 'awaitingResult')`;

export function dueSoon(now: Date, minutes: number): SQL[] {
  return dueBetween(now, new Date(now.getTime() + minutes * 60_000));
}

function dueBetween(from: Date, until: Date): SQL[] {
  return [gte(cases.nextDueAt, from), lt(cases.nextDueAt, until)];
}

/** That the clock `c` was kept or broken, whichever came first, within the span. Spelled as in the index. */
export function decidedIn({ from, until }: { from: Date; until: Date }): SQL {
  return sql`(c.broken_at is not null or c.state = 'met')
    and coalesce(c.broken_at, c.stopped_at) >= ${from.toISOString()}::timestamptz
    and coalesce(c.broken_at, c.stopped_at) < ${until.toISOString()}::timestamptz`;
}

function hasDecided({ clock, outcome, ...span }: NonNullable<FigureFilter['decided']>): SQL {
  const ofKind = clock === undefined ? sql`` : sql`and c.kind = ${clock}`;
  const ended = { met: sql`and c.broken_at is null`, missed: sql`and c.broken_at is not null` };
  return sql`${sql.raw('"cases"."id"')} in (
    select c.case_id from clocks c where ${decidedIn(span)} ${ofKind} ${outcome === undefined ? sql`` : ended[outcome]})`;
}
