import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import type { CaseEvent } from '../rules/case/events.ts';
import { asEvent } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { caseEvents, cases, clocks } from './schema/cases.ts';
import { readSetting } from './settings.ts';

export interface LiveCase {
  id: number;
  reference: string;
  events: CaseEvent[];
  clocks: (typeof clocks.$inferSelect)[];
}

/**
 * Live cases in the order of their ids with their ledgers and stored clocks. Shared locks keep the two in step: nothing
 * is written on these cases until the transaction ends.
 */
export async function liveCasesAfter(tx: Tx, afterId: number, limit: number): Promise<LiveCase[]> {
  const rows = await tx
    .select({ id: cases.id, reference: cases.reference })
    .from(cases)
    .where(and(gt(cases.id, afterId), sql`${cases.state} not in ('closed', 'merged')`))
    .orderBy(asc(cases.id))
    .limit(limit)
    .for('share');
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const events = await tx
    .select()
    .from(caseEvents)
    .where(inArray(caseEvents.caseId, ids))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.ordinal));
  const stored = await tx.select().from(clocks).where(inArray(clocks.caseId, ids));
  const eventsOf = Map.groupBy(events, ({ caseId }) => caseId);
  const clocksOf = Map.groupBy(stored, ({ caseId }) => caseId);
  return rows.map(({ id, reference }) => ({
    id,
    reference,
    events: (eventsOf.get(id) ?? []).map(asEvent),
    clocks: clocksOf.get(id) ?? [],
  }));
}

/** How many cases differed when the clocks were last recomputed; null before the first time. */
export async function differingClocks(db: Db): Promise<number | null> {
  const found = await readSetting(db, 'clock-check');
  if (typeof found !== 'object' || found === null || !('count' in found)) return null;
  return typeof found.count === 'number' ? found.count : null;
}
