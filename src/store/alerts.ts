import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Level } from '../rules/case/words.ts';
import type { Viewer } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { remember, workingSetOf } from './in-transaction.ts';
import { alerts, cases } from './schema/cases.ts';
import { enterprises } from './schema/enterprises.ts';
import { visibleTo } from './visibility.ts';

export type AlertRow = typeof alerts.$inferSelect;

export async function insertAlert(tx: Tx, row: Omit<typeof alerts.$inferInsert, 'id'>): Promise<number> {
  const working = workingSetOf(tx);
  const id = await working.nextId(alerts);
  const told = await officersTold(tx, row.caseId);
  working.insert(alerts, { ...row, id });
  knowTold(tx, row.caseId, [...told, row.officerId]);
  return id;
}

export async function saveAlert(tx: Tx, id: number, change: Partial<typeof alerts.$inferInsert>): Promise<void> {
  workingSetOf(tx).update(alerts, id, change);
}

export async function alertById(tx: Tx, id: number): Promise<AlertRow | null> {
  const [row] = await tx.select().from(alerts).where(eq(alerts.id, id));
  return row ?? null;
}

/** Notes when an alert was acknowledged; false when somebody already did. */
export async function acknowledgeOnce(tx: Tx, id: number, at: Date): Promise<boolean> {
  const rows = await tx
    .update(alerts)
    .set({ acknowledgedAt: at })
    .where(and(eq(alerts.id, id), isNull(alerts.acknowledgedAt)))
    .returning({ id: alerts.id });
  return rows.length > 0;
}

/** Alerts of a case that still want an acknowledgement. */
export async function unacknowledgedOf(tx: Tx, caseId: number): Promise<AlertRow[]> {
  // A case that nobody has stored yet has none.
  if (workingSetOf(tx).isUnsent(cases, caseId)) return [];
  return tx
    .select()
    .from(alerts)
    .where(
      and(
        eq(alerts.caseId, caseId),
        isNull(alerts.acknowledgedAt),
        sql`${alerts.kind} in ('raised', 'unacknowledged')`,
      ),
    )
    .orderBy(asc(alerts.id));
}

/** The officer's alerts, unacknowledged first. What the officer may no longer see is told no more. */
export async function alertsOf(
  db: Db,
  viewer: Viewer,
  limit: number,
): Promise<{ alert: AlertRow; reference: string; enterprise: string | null; level: Level }[]> {
  return db
    .select({ alert: alerts, reference: cases.reference, enterprise: enterprises.name, level: cases.level })
    .from(alerts)
    .innerJoin(cases, eq(cases.id, alerts.caseId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .where(and(eq(alerts.officerId, viewer.officerId), visibleTo(viewer)))
    .orderBy(sql`${alerts.acknowledgedAt} is not null`, desc(alerts.id))
    .limit(limit);
}

/** How many of them still want an acknowledgement. */
export async function unacknowledgedCount(db: Db, viewer: Viewer): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(alerts)
    .innerJoin(cases, eq(cases.id, alerts.caseId))
    .where(
      and(
        eq(alerts.officerId, viewer.officerId),
        isNull(alerts.acknowledgedAt),
        sql`${alerts.kind} in ('raised', 'unacknowledged')`,
        visibleTo(viewer),
      ),
    );
  return row?.count ?? 0;
}

/** The message that carried an alert to the officer's chat has arrived. */
export async function noteAlertDelivered(tx: Tx, messageId: number, at: Date): Promise<void> {
  await tx.update(alerts).set({ deliveredAt: at }).where(eq(alerts.messageId, messageId));
}

const toldKey = (caseId: number) => `told ${caseId}`;

export async function officersTold(tx: Tx | Db, caseId: number): Promise<ReadonlySet<number>> {
  return remember(tx, toldKey(caseId), ['alerts'], async () => {
    const rows = await tx.selectDistinct({ id: alerts.officerId }).from(alerts).where(eq(alerts.caseId, caseId));
    return new Set(rows.map(({ id }) => id));
  });
}

/** Notes what `officersTold` would read. */
export function knowTold(tx: Tx, caseId: number, officerIds: readonly number[]): void {
  workingSetOf(tx).know(toldKey(caseId), ['alerts'], new Set(officerIds));
}
