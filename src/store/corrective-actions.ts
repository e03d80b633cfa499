import { and, asc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ReminderKind } from '../rules/rating/verification-actions.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { officers, units } from './schema/organisation.ts';
import { correctiveActions, verifications } from './schema/ratings.ts';
import { actionReminders } from './schema/verifications.ts';
import { visibleTo } from './visibility.ts';

export type ActionRow = typeof correctiveActions.$inferSelect;

const checkers = alias(officers, 'checkers');

export async function insertAction(tx: Tx, row: Omit<typeof correctiveActions.$inferInsert, 'id'>): Promise<number> {
  const [stored] = await tx.insert(correctiveActions).values(row).returning({ id: correctiveActions.id });
  if (stored === undefined) throw new Error('The corrective action was not stored');
  return stored.id;
}

/** The action, locked until the transaction ends. */
export async function lockAction(tx: Tx, id: number): Promise<ActionRow | null> {
  const [row] = await tx.select().from(correctiveActions).where(eq(correctiveActions.id, id)).for('update');
  return row ?? null;
}

export async function saveAction(tx: Tx, id: number, change: Partial<Omit<ActionRow, 'id'>>): Promise<void> {
  await tx.update(correctiveActions).set(change).where(eq(correctiveActions.id, id));
}

/** An action with its people; of its case only what those need who may see the case. */
export interface ActionEntry {
  action: ActionRow;
  owner: { id: number; name: string; title: string; unitName: string };
  checkedBy: string | null;
  reference: string;
}

function entries(db: Db | Tx) {
  return db
    .select({
      action: correctiveActions,
      owner: { id: officers.id, name: officers.name, title: officers.title, unitName: units.name },
      checkedBy: checkers.name,
      reference: cases.reference,
    })
    .from(correctiveActions)
    .innerJoin(cases, eq(cases.id, correctiveActions.caseId))
    .innerJoin(officers, eq(officers.id, correctiveActions.ownerId))
    .innerJoin(units, eq(units.id, officers.unitId))
    .leftJoin(checkers, eq(checkers.id, correctiveActions.checkedBy))
    .$dynamic();
}

const byDate = [asc(correctiveActions.dueOn), asc(correctiveActions.id)];

/** The actions that follow from a case, in the order in which they were ordered. */
export async function actionsOfCase(db: Db | Tx, caseId: number): Promise<ActionEntry[]> {
  return entries(db).where(eq(correctiveActions.caseId, caseId)).orderBy(asc(correctiveActions.id));
}

/** What an officer has to do and has not done, and what they did in the last months. */
export async function actionsOfOwner(db: Db | Tx, officerId: number): Promise<ActionEntry[]> {
  return entries(db)
    .where(and(eq(correctiveActions.ownerId, officerId), notExcludedFromIt(officerId)))
    .orderBy(...byDate)
    .limit(200);
}

export async function openActionsOfOwner(db: Db | Tx, officerId: number): Promise<number> {
  return db.$count(
    correctiveActions,
    and(
      eq(correctiveActions.ownerId, officerId),
      isNull(correctiveActions.doneAt),
      sql`not exists (select 1 from case_exclusions x
        where x.case_id = ${correctiveActions.caseId} and x.officer_id = ${officerId})`,
    ),
  );
}

/** What the people of these units should have done by `today`: for whoever leads them and is not kept away. */
export async function overdueActionsIn(
  db: Db | Tx,
  viewer: { officerId: number; unitIds: ReadonlySet<number> },
  today: string,
): Promise<ActionEntry[]> {
  if (viewer.unitIds.size === 0) return [];
  return entries(db)
    .where(
      and(
        inArray(officers.unitId, [...viewer.unitIds]),
        // One's own stand in one's own list.
        ne(correctiveActions.ownerId, viewer.officerId),
        sql`${correctiveActions.dueOn} < ${today}`,
        isNull(correctiveActions.doneAt),
        notExcludedFromIt(viewer.officerId),
      ),
    )
    .orderBy(...byDate)
    .limit(200);
}

/** Every action whose case the reader may see. */
export async function visibleActions(db: Db | Tx, sight: Sight, limit: number): Promise<ActionEntry[]> {
  return entries(db)
    .where(visibleTo(sight))
    .orderBy(...byDate)
    .limit(limit);
}

function notExcludedFromIt(officerId: number): SQL {
  return sql`not exists (select 1 from case_exclusions x where x.case_id = "cases"."id" and x.officer_id = ${officerId})`;
}

/** Actions about which somebody may have to be reminded by `today`, with what was said already; locked, skipping others'. */
export async function claimActionsToRemind(
  tx: Tx,
  { today, after, limit }: { today: string; after: number; limit: number },
): Promise<{ action: ActionRow; decidedBy: number | null; sent: ReadonlySet<ReminderKind> }[]> {
  const rows = await tx
    .select({
      action: correctiveActions,
      decidedBy: verifications.decidedBy,
      sent: sql<
        ReminderKind[]
      >`array(select r.kind from action_reminders r where r.action_id = "corrective_actions"."id")`,
    })
    .from(correctiveActions)
    .innerJoin(verifications, eq(verifications.caseId, correctiveActions.caseId))
    .where(
      and(
        isNull(correctiveActions.checkedAt),
        or(
          and(isNull(correctiveActions.doneAt), sql`${correctiveActions.dueOn} <= ${today}::date + 2`),
          sql`${correctiveActions.checkDueOn} <= ${today}::date`,
        ),
        gt(correctiveActions.id, after),
      ),
    )
    .orderBy(asc(correctiveActions.id))
    .limit(limit)
    .for('update', { of: correctiveActions, skipLocked: true });
  return rows.map(({ sent, ...row }) => ({ ...row, sent: new Set(sent) }));
}

/** Notes a reminder. False when another process was quicker. */
export async function noteReminder(tx: Tx, actionId: number, kind: ReminderKind, at: Date): Promise<boolean> {
  const noted = await tx.insert(actionReminders).values({ actionId, kind, at }).onConflictDoNothing().returning();
  return noted.length > 0;
}
