import { createHash } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import type { CaseEvent, CaseEventBody } from '../rules/case/events.ts';
import type { Actor } from '../rules/case/words.ts';
import type { ClockRun } from '../rules/escalation/clocks.ts';
import type { Db, Tx } from './database.ts';
import { caseEvents, caseExclusions, cases, clocks, referenceCounters } from './schema/cases.ts';

export type CaseRow = typeof cases.$inferSelect;
export type NewCase = typeof cases.$inferInsert;
export type CaseEventRow = typeof caseEvents.$inferSelect;

/** The case, locked until the transaction ends, so that two hands never write on it at once. */
export async function lockCase(tx: Tx, reference: string): Promise<CaseRow | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.reference, reference)).for('update');
  return row ?? null;
}

export async function lockCaseById(tx: Tx, id: number): Promise<CaseRow | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id)).for('update');
  return row ?? null;
}

export async function insertCase(
  tx: Tx,
  row: NewCase,
  excluded: readonly { officerId: number; because: string }[],
): Promise<CaseRow> {
  const [inserted] = await tx.insert(cases).values(row).returning();
  if (inserted === undefined) throw new Error('The case was not stored');
  if (excluded.length > 0) {
    await tx.insert(caseExclusions).values(excluded.map((exclusion) => ({ ...exclusion, caseId: inserted.id })));
  }
  return inserted;
}

export async function saveCase(tx: Tx, id: number, change: Partial<NewCase>): Promise<CaseRow> {
  const [saved] = await tx.update(cases).set(change).where(eq(cases.id, id)).returning();
  if (saved === undefined) throw new Error(`Case ${id} is not stored`);
  return saved;
}

/** Gap-free per prefix and year: the counter's row stays locked until the case is committed. */
export async function nextReference(tx: Tx, prefix: string, year: number): Promise<string> {
  const [row] = await tx
    .insert(referenceCounters)
    .values({ prefix, year, last: 1 })
    .onConflictDoUpdate({
      target: [referenceCounters.prefix, referenceCounters.year],
      set: { last: sql`${referenceCounters.last} + 1` },
    })
    .returning({ last: referenceCounters.last });
  if (row === undefined) throw new Error('The reference counter did not answer');
  return `${prefix}-${year}-${String(row.last).padStart(6, '0')}`;
}

export async function eventRows(tx: Tx | Db, caseId: number): Promise<CaseEventRow[]> {
  return tx.select().from(caseEvents).where(eq(caseEvents.caseId, caseId)).orderBy(asc(caseEvents.ordinal));
}

export function asEvent(row: CaseEventRow): CaseEvent {
  // The detail was written from the body of this very type, in `appendEvents` and nowhere else.
  return { ...row.detail, type: row.type, at: row.at, by: row.by } as CaseEvent;
}

/** Adds to the ledger. Each row carries the hash of the one before it, so that a later change can be seen. */
export async function appendEvents(
  tx: Tx,
  caseId: number,
  last: { ordinal: number; hash: string } | undefined,
  bodies: readonly CaseEventBody[],
  by: Actor,
  at: Date,
): Promise<void> {
  let ordinal = last?.ordinal ?? 0;
  let previousHash = last?.hash ?? '';
  const rows = bodies.map(({ type, ...detail }) => {
    ordinal += 1;
    const row = { caseId, ordinal, type, by, at, detail, previousHash };
    previousHash = hashOf(row);
    return { ...row, hash: previousHash };
  });
  await tx.insert(caseEvents).values(rows);
}

/** What a ledger row's hash covers: everything it says, and what came before. */
export function hashOf(row: Omit<CaseEventRow, 'id' | 'hash'>): string {
  const said = [
    row.caseId,
    row.ordinal,
    row.type,
    sorted(row.by),
    row.at.toISOString(),
    sorted(row.detail),
    row.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

// jsonb does not keep the order of keys, so the hash must not depend on it.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Writes every run of the clocks as the rules computed it. */
export async function saveClocks(tx: Tx, caseId: number, runs: readonly ClockRun[]): Promise<void> {
  if (runs.length === 0) return;
  await tx
    .insert(clocks)
    .values(
      runs.map((run) => ({
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
      })),
    )
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
