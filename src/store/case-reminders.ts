import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Viewer } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { caseReminders } from './schema/case-reminders.ts';
import { cases } from './schema/cases.ts';
import { enterprises } from './schema/enterprises.ts';
import { visibleTo } from './visibility.ts';

export type CaseReminderRow = typeof caseReminders.$inferSelect;

/** Sets when the officer is reminded of the case, in place of what was set before. */
export async function saveCaseReminder(tx: Tx, row: Omit<CaseReminderRow, 'firedAt'>): Promise<void> {
  const { remindAt, note, createdAt } = row;
  await tx
    .insert(caseReminders)
    .values({ ...row, firedAt: null })
    .onConflictDoUpdate({
      target: [caseReminders.officerId, caseReminders.caseId],
      set: { remindAt, note, createdAt, firedAt: null },
    });
}

/** False when there was none. */
export async function deleteCaseReminder(tx: Tx, officerId: number, caseId: number): Promise<boolean> {
  const rows = await tx
    .delete(caseReminders)
    .where(and(eq(caseReminders.officerId, officerId), eq(caseReminders.caseId, caseId)))
    .returning({ caseId: caseReminders.caseId });
  return rows.length > 0;
}

/** The officer's reminders, the earliest first. What the officer may no longer see is left out. */
export async function caseRemindersOf(db: Db | Tx, viewer: Viewer) {
  return db
    .select({
      reference: cases.reference,
      state: cases.state,
      enterprise: enterprises.name,
      description: cases.description,
      remindAt: caseReminders.remindAt,
      note: caseReminders.note,
      firedAt: caseReminders.firedAt,
    })
    .from(caseReminders)
    .innerJoin(cases, eq(cases.id, caseReminders.caseId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .where(and(eq(caseReminders.officerId, viewer.officerId), visibleTo(viewer)))
    .orderBy(asc(caseReminders.remindAt), asc(cases.id));
}

/** The reminders that are due by `now` and not told yet, the earliest first. Nothing is locked. */
export async function dueReminders(db: Db, now: Date, limit: number): Promise<CaseReminderRow[]> {
  return db
    .select()
    .from(caseReminders)
    .where(and(isNull(caseReminders.firedAt), lte(caseReminders.remindAt, now)))
    .orderBy(asc(caseReminders.remindAt))
    .limit(limit);
}

/** Notes that the officer is told now; false when another process was first, or the reminder was moved or put away. */
export async function fireReminderOnce(
  tx: Tx,
  { officerId, caseId }: Pick<CaseReminderRow, 'officerId' | 'caseId'>,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(caseReminders)
    .set({ firedAt: at })
    .where(
      and(
        eq(caseReminders.officerId, officerId),
        eq(caseReminders.caseId, caseId),
        isNull(caseReminders.firedAt),
        lte(caseReminders.remindAt, at),
      ),
    )
    .returning({ caseId: caseReminders.caseId });
  return rows.length > 0;
}

/** When the next reminder is due; null when none is to come. */
export async function nextReminderAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<Date | null>`min(${caseReminders.remindAt})`.mapWith(caseReminders.remindAt) })
    .from(caseReminders)
    .where(isNull(caseReminders.firedAt));
  return row?.at ?? null;
}
