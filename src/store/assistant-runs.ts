import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Run, RunKeeper } from '../assistant/port.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { Db, Tx } from './database.ts';
import { assistantRuns } from './schema/assistant.ts';

/** Keeps each question to the model in a transaction of its own: what became of it is known whatever its asker does. */
export function openRunKeeper(db: Db, zone: string): RunKeeper {
  return {
    spentMicros: (at) => spentOn(db, localDate(at, zone)),
    async keep(run: Run) {
      const [row] = await db
        .insert(assistantRuns)
        .values({ ...run, day: localDate(run.askedAt, zone) })
        .returning({ id: assistantRuns.id });
      if (row === undefined) throw new Error('The run was not stored');
      return row.id;
    },
  };
}

/** Millionths of a dollar on a local day. */
export async function spentOn(db: Db, day: string): Promise<number> {
  const [row] = await db
    .select({ micros: sql<string>`coalesce(sum(${assistantRuns.costMicros}), 0)` })
    .from(assistantRuns)
    .where(eq(assistantRuns.day, day));
  return Number(row?.micros ?? 0);
}

/** A draft for this case that nobody has used yet; null where there is none under that key. */
export async function unusedDraft(tx: Tx, runId: number, caseId: number): Promise<string | null> {
  const [row] = await tx
    .select({ draft: assistantRuns.draft })
    .from(assistantRuns)
    .where(
      and(
        eq(assistantRuns.id, runId),
        eq(assistantRuns.caseId, caseId),
        eq(assistantRuns.job, 'draft'),
        isNull(assistantRuns.usedAt),
        isNotNull(assistantRuns.draft),
      ),
    )
    .for('update');
  return row?.draft?.text ?? null;
}

/** The draft was sent in some form; its words are not needed any more. */
export async function noteUsed(tx: Tx, runId: number, at: Date, changedPerMille: number): Promise<void> {
  await tx.update(assistantRuns).set({ usedAt: at, changedPerMille, draft: null }).where(eq(assistantRuns.id, runId));
}

export interface RunFigures {
  day: string;
  job: Run['job'];
  outcome: Run['outcome'];
  count: number;
  costMicros: number;
  tokensIn: number;
  tokensOut: number;
  medianMilliseconds: number;
  p95Milliseconds: number;
  /** Drafts that were sent in some form, and the mean share of them that was changed. */
  used: number;
  meanChangedPerMille: number | null;
}

/** What the model was asked from a local day on, by day, job and outcome. */
export async function runFigures(db: Db, from: string): Promise<RunFigures[]> {
  return db
    .select({
      day: assistantRuns.day,
      job: assistantRuns.job,
      outcome: assistantRuns.outcome,
      count: sql<number>`count(*)::int`,
      costMicros: sql<number>`sum(${assistantRuns.costMicros})::float8`,
      tokensIn: sql<number>`sum(${assistantRuns.tokensIn})::float8`,
      tokensOut: sql<number>`sum(${assistantRuns.tokensOut})::float8`,
      medianMilliseconds: sql<number>`percentile_disc(0.5) within group (order by ${assistantRuns.tookMilliseconds})`,
      p95Milliseconds: sql<number>`percentile_disc(0.95) within group (order by ${assistantRuns.tookMilliseconds})`,
      used: sql<number>`count(${assistantRuns.usedAt})::int`,
      meanChangedPerMille: sql<number | null>`avg(${assistantRuns.changedPerMille})::float8`,
    })
    .from(assistantRuns)
    .where(sql`${assistantRuns.day} >= ${from}`)
    .groupBy(assistantRuns.day, assistantRuns.job, assistantRuns.outcome)
    .orderBy(assistantRuns.day, assistantRuns.job, assistantRuns.outcome);
}
