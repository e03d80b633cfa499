import { sql } from 'drizzle-orm';
import type { Level } from '../rules/case/words.ts';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { isUnresolved } from './figure-filter.ts';
import { cases } from './schema/cases.ts';
import { visibleTo } from './visibility.ts';

/** How many cases stand at each level: at the first, only those that are late. */
export async function wallCounts(db: Db, sight: Sight, now: Date): Promise<ReadonlyMap<Level, number>> {
  const rows = await db.execute<{ level: Level; count: number }>(sql`
    select ${cases.level} as level, count(*)::int as count from cases
    where ${visibleTo(sight)} and ${isUnresolved} and ${cases.state} not in ('closed', 'merged')
      and (${cases.level} > 1 or ${cases.nextDueAt} < ${now.toISOString()}::timestamptz)
    group by 1`);
  return new Map(rows.map(({ level, count }) => [level, count]));
}

export interface LevelAlert extends Record<string, unknown> {
  caseId: number;
  alertId: number;
  officerId: number;
  name: string;
  title: string;
  createdAt: Date | string;
  acknowledgedAt: Date | string | null;
}

/** The newest escalation alert of each of these cases: who answers at its level now, and whether they know. */
export async function levelAlerts(db: Db, caseIds: readonly number[]): Promise<LevelAlert[]> {
  if (caseIds.length === 0) return [];
  const rows = await db.execute<LevelAlert>(sql`
    select distinct on (a.case_id) a.case_id::int as "caseId", a.id::int as "alertId", o.id::int as "officerId",
      o.name, o.title, a.created_at as "createdAt", a.acknowledged_at as "acknowledgedAt"
    from alerts a join officers o on o.id = a.officer_id
    where a.case_id = any(${sql.param([...caseIds])}::bigint[]) and a.kind in ('raised', 'unacknowledged')
    order by a.case_id, a.id desc`);
  return [...rows];
}
