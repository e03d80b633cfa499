import { and, inArray, sql } from 'drizzle-orm';
import type { CaseKind } from '../rules/case/words.ts';
import { isAboutConduct } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { findWorkingSet, workingSetOf } from './in-transaction.ts';
import { cases } from './schema/cases.ts';

interface Load {
  openCases: number;
  lastAssignedAt: Date | null;
}

export interface Weighing {
  /**
   * Whether matters about conduct weigh as well. Where they do not, who is given an ordinary case says nothing about the
   * reports that somebody has in hand.
   */
  withConduct: boolean;
  /** Who only asks, and is not to learn of cases that they are kept away from; null where something is dealt. */
  askedBy: number | null;
}

const loadsKeys = { ordinary: 'loads', everything: 'loads with conduct' };

/** How much each of these officers has in hand, and when each was last given a new case. */
export async function loadsOf(
  tx: Tx | Db,
  officerIds: readonly number[],
  { withConduct, askedBy }: Weighing,
): Promise<ReadonlyMap<number, Load>> {
  const key = withConduct ? loadsKeys.everything : loadsKeys.ordinary;
  const working = askedBy === null ? findWorkingSet(tx) : null;
  const loads =
    (await working?.remember(key, ['cases'], async () => new Map<number, Load>())) ?? new Map<number, Load>();
  const missing = officerIds.filter((id) => !loads.has(id));
  if (missing.length === 0) return loads;
  const rows = await tx
    .select({
      id: cases.assigneeId,
      open: sql<number>`count(*) filter (where ${cases.state} not in ('closed', 'merged'))::int`,
      last: sql<string | null>`max(${cases.openedAt})`,
    })
    .from(cases)
    .where(
      and(
        inArray(cases.assigneeId, missing),
        withConduct ? undefined : sql`${cases.kind} not in ('report', 'verification')`,
        askedBy === null
          ? undefined
          : sql`not exists (select 1 from case_exclusions x where x.case_id = "cases"."id" and x.officer_id = ${askedBy})`,
      ),
    )
    .groupBy(cases.assigneeId);
  for (const id of missing) {
    const own = rows.find((row) => row.id === id);
    loads.set(id, { openCases: own?.open ?? 0, lastAssignedAt: own?.last == null ? null : new Date(own.last) });
  }
  return loads;
}

/** Brings what `loadsOf` read up to date with a new case. */
export function noteAssigned(tx: Tx, officerId: number, { kind, openedAt }: { kind: CaseKind; openedAt: Date }): void {
  const keys = isAboutConduct(kind) ? [loadsKeys.everything] : Object.values(loadsKeys);
  for (const key of keys) {
    const loads = workingSetOf(tx).recall<Map<number, Load>>(key);
    const own = loads?.get(officerId);
    if (own === undefined) continue;
    const last = own.lastAssignedAt !== null && own.lastAssignedAt > openedAt ? own.lastAssignedAt : openedAt;
    loads?.set(officerId, { openCases: own.openCases + 1, lastAssignedAt: last });
  }
}
