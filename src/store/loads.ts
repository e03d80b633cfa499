import { inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { findWorkingSet, workingSetOf } from './in-transaction.ts';
import { cases } from './schema/cases.ts';

interface Load {
  openCases: number;
  lastAssignedAt: Date | null;
}

const loadsKey = 'loads';

/** How much each of these officers has in hand, and when each was last given a new case. */
export async function loadsOf(tx: Tx | Db, officerIds: readonly number[]): Promise<ReadonlyMap<number, Load>> {
  const loads =
    (await findWorkingSet(tx)?.remember(loadsKey, ['cases'], async () => new Map<number, Load>())) ??
    new Map<number, Load>();
  const missing = officerIds.filter((id) => !loads.has(id));
  if (missing.length === 0) return loads;
  const rows = await tx
    .select({
      id: cases.assigneeId,
      open: sql<number>`count(*) filter (where ${cases.state} not in ('closed', 'merged'))::int`,
      last: sql<string | null>`max(${cases.openedAt})`,
    })
    .from(cases)
    .where(inArray(cases.assigneeId, missing))
    .groupBy(cases.assigneeId);
  for (const id of missing) {
    const own = rows.find((row) => row.id === id);
    loads.set(id, { openCases: own?.open ?? 0, lastAssignedAt: own?.last == null ? null : new Date(own.last) });
  }
  return loads;
}

/** Brings what `loadsOf` read up to date with a new case. */
export function noteAssigned(tx: Tx, officerId: number, openedAt: Date): void {
  const loads = workingSetOf(tx).recall<Map<number, Load>>(loadsKey);
  const own = loads?.get(officerId);
  if (own === undefined) return;
  const last = own.lastAssignedAt !== null && own.lastAssignedAt > openedAt ? own.lastAssignedAt : openedAt;
  loads?.set(officerId, { openCases: own.openCases + 1, lastAssignedAt: last });
}
