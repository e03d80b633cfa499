import { asc, eq, getTableName, sql } from 'drizzle-orm';
import { chainOnto, emptyHead, type Head } from '../rules/audit/chain.ts';
import type { CaseEvent, CaseEventBody } from '../rules/case/events.ts';
import type { Actor } from '../rules/case/words.ts';
import type { ClockRun } from '../rules/escalation/clocks.ts';
import { knowTold } from './alerts.ts';
import { knowOpenClocks } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { findWorkingSet, workingSetOf } from './in-transaction.ts';
import { noteAssigned } from './loads.ts';
import { knowExcluded } from './organisation.ts';
import { caseEvents, caseExclusions, cases, clocks, referenceCounters } from './schema/cases.ts';

export type CaseRow = typeof cases.$inferSelect;
export type CaseEventRow = typeof caseEvents.$inferSelect;

/**
 * The case, locked until the transaction ends, so that two hands never write on it at once. Its key stays, so whoever only
 * refers to it, as a line about who looked at it, neither waits nor is waited for.
 */
export async function lockCase(tx: Tx, reference: string): Promise<CaseRow | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.reference, reference)).for('no key update');
  return row ?? null;
}

export async function lockCaseById(tx: Tx, id: number): Promise<CaseRow | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id)).for('no key update');
  return row ?? null;
}

type Given = Omit<
  CaseRow,
  'id' | 'resolvedAt' | 'closedAt' | 'nextDueAt' | 'waitingSince' | 'lastOrdinal' | 'lastHash'
>;

const caseKey = (id: number) => `case ${id}`;

/** A case on which nothing has happened yet. */
export async function insertCase(
  tx: Tx,
  given: Given,
  excluded: readonly { officerId: number; because: string }[],
): Promise<CaseRow> {
  const working = workingSetOf(tx);
  const id = await working.nextId(cases);
  const row = {
    ...given,
    id,
    resolvedAt: null,
    closedAt: null,
    nextDueAt: null,
    waitingSince: null,
    lastOrdinal: 0,
    lastHash: '',
  };
  working.insert(cases, row);
  for (const exclusion of excluded) working.insert(caseExclusions, { ...exclusion, caseId: id });
  working.know(caseKey(id), ['cases'], row);
  noteRaised(tx, row);
  if (row.assigneeId !== null) noteAssigned(tx, row.assigneeId, row);
  knowExcluded(
    tx,
    id,
    excluded.map(({ officerId }) => officerId),
  );
  knowTold(tx, id, []);
  return row;
}

export async function saveCase(tx: Tx, id: number, change: Partial<Omit<CaseRow, 'id'>>): Promise<CaseRow> {
  const working = workingSetOf(tx);
  if (working.isUnsent(cases, id)) {
    const row = await working.remember(caseKey(id), ['cases'], () => caseById(tx, id));
    const changed = { ...row, ...change };
    working.update(cases, id, change);
    noteRaised(tx, changed);
    if (changed.assigneeId !== row.assigneeId) working.forget('loads');
    working.know(caseKey(id), ['cases'], changed);
    return changed;
  }
  const [saved] = await tx.update(cases).set(change).where(eq(cases.id, id)).returning();
  if (saved === undefined) throw new Error(`Case ${id} is not stored`);
  return saved;
}

async function caseById(tx: Tx, id: number): Promise<CaseRow> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id));
  if (row === undefined) throw new Error(`Case ${id} is not stored`);
  return row;
}

const raisedKey = (conversationId: number) => `raised in ${conversationId}`;

/** Notes all cases of a chat, newest first, for a chat that has few. */
export function knowRaised(tx: Tx, conversationId: number, rows: readonly CaseRow[]): void {
  workingSetOf(tx).know(raisedKey(conversationId), ['cases'], rows);
}

/** All cases of a chat, newest first, where that is known without asking. */
export function recallRaised(tx: Tx | Db, conversationId: number): readonly CaseRow[] | null {
  return findWorkingSet(tx)?.recall<readonly CaseRow[]>(raisedKey(conversationId)) ?? null;
}

function noteRaised(tx: Tx, row: CaseRow): void {
  const { conversationId } = row;
  if (conversationId === null) return;
  workingSetOf(tx).forget(`cases of ${conversationId} `);
  const others = recallRaised(tx, conversationId)?.filter(({ id }) => id !== row.id);
  if (others !== undefined)
    knowRaised(
      tx,
      conversationId,
      [row, ...others].toSorted((a, b) => b.id - a.id),
    );
}

/** Gap-free per prefix and year: for matters that the people of a unit may count. */
export async function nextReference(tx: Tx, prefix: string, year: number): Promise<string> {
  return referenceOf(prefix, year, await nextOrdinal(tx, prefix, year));
}

/** A number as people say it. */
export function referenceOf(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(6, '0')}`;
}

/**
 * Counts on: the counter's row stays locked until the case is committed. Once it is locked, the transaction counts by
 * itself and writes down where it ended.
 */
export async function nextOrdinal(tx: Tx, prefix: string, year: number): Promise<number> {
  const working = workingSetOf(tx);
  const key = `counter ${prefix} ${year}`;
  const before = working.recall<number>(key);
  const last = before === undefined ? await lockCounter(tx, prefix, year) : before + 1;
  working.know(key, [], last);
  if (before !== undefined) {
    const statement = `update ${getTableName(referenceCounters)} set last = $3::int where prefix = $1 and year = $2::int`;
    working.lastly(key, statement, [prefix, year, last]);
  }
  return last;
}

async function lockCounter(tx: Tx, prefix: string, year: number): Promise<number> {
  const [row] = await workingSetOf(tx).run(
    `insert into ${getTableName(referenceCounters)} as counter (prefix, year, last) values ($1, $2::int, 1)
     on conflict (prefix, year) do update set last = counter.last + 1 returning last`,
    [prefix, year],
  );
  if (row === undefined) throw new Error('The reference counter did not answer');
  return Number(row.last);
}

export async function eventRows(tx: Tx | Db, caseId: number): Promise<CaseEventRow[]> {
  return tx.select().from(caseEvents).where(eq(caseEvents.caseId, caseId)).orderBy(asc(caseEvents.ordinal));
}

export function asEvent(row: CaseEventRow): CaseEvent {
  // The detail was written from the body of this very type, in `appendEvents` and nowhere else.
  return { ...row.detail, type: row.type, at: row.at, by: row.by } as CaseEvent;
}

/** The ledger of a case that is locked, oldest first, and where it ends according to the case itself. */
export async function ledgerOfCase(
  tx: Tx,
  { id: caseId, lastOrdinal }: Pick<CaseRow, 'id' | 'lastOrdinal'>,
): Promise<{ rows: CaseEventRow[]; head: Head }> {
  if (lastOrdinal === 0 && workingSetOf(tx).isUnsent(cases, caseId)) return { rows: [], head: emptyHead };
  const found = await tx
    .select({ event: caseEvents, ordinal: cases.lastOrdinal, hash: cases.lastHash })
    .from(cases)
    .leftJoin(caseEvents, eq(caseEvents.caseId, cases.id))
    .where(eq(cases.id, caseId))
    .orderBy(asc(caseEvents.ordinal));
  const [first] = found;
  if (first === undefined) throw new Error(`Case ${caseId} is not stored`);
  return { rows: found.flatMap(({ event }) => event ?? []), head: { ordinal: first.ordinal, hash: first.hash } };
}

/**
 * Adds to the ledger of a case that is locked, and answers where it now ends; the caller saves that with the case. The
 * chain continues from the case's own head and not from the last row: rows cut off leave a gap for good.
 */
export async function appendEvents(
  tx: Tx,
  caseId: number,
  from: Head,
  bodies: readonly CaseEventBody[],
  by: Actor,
  at: Date,
): Promise<Pick<CaseRow, 'lastOrdinal' | 'lastHash'>> {
  const entries = bodies.map(({ type, ...detail }) => ({ type, detail }));
  const { rows, head } = chainOnto(caseId, from, entries, by, at);
  for (const row of rows) workingSetOf(tx).insert(caseEvents, { ...row, caseId, by, at });
  return { lastOrdinal: head.ordinal, lastHash: head.hash };
}

/** Writes every run of the clocks as the rules computed it. */
export async function saveClocks(tx: Tx, caseId: number, runs: readonly ClockRun[]): Promise<void> {
  if (runs.length === 0) return;
  const rows = runs.map((run) => ({
    caseId,
    kind: run.kind,
    cycle: run.cycle,
    level: run.level,
    state: run.state,
    allowedMinutes: run.allowedMinutes,
    startedAt: run.startedAt,
    dueAt: run.dueAt,
    pausedAt: run.pausedAt,
    pausedBecause: run.pausedBecause,
    stoppedAt: run.stoppedAt,
    brokenAt: run.brokenAt,
  }));
  const working = workingSetOf(tx);
  if (working.isUnsent(cases, caseId)) {
    for (const row of rows) working.insert(clocks, row);
    knowOpenClocks(tx, caseId, rows);
    return;
  }
  await tx
    .insert(clocks)
    .values(rows)
    .onConflictDoUpdate({
      target: [clocks.caseId, clocks.kind, clocks.cycle],
      set: {
        state: sql`excluded.state`,
        dueAt: sql`excluded.due_at`,
        pausedAt: sql`excluded.paused_at`,
        pausedBecause: sql`excluded.paused_because`,
        stoppedAt: sql`excluded.stopped_at`,
        brokenAt: sql`excluded.broken_at`,
      },
    });
}
