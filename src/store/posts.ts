import { and, asc, eq, gt, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { PassingOn } from '../rules/organisation/passing-on.ts';
import { asOf, type Span } from '../rules/organisation/spans.ts';
import type { Role } from '../rules/visibility/can-see.ts';
import { rolesWith } from '../rules/visibility/permissions.ts';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { alerts, cases } from './schema/cases.ts';
import { outbox } from './schema/conversations.ts';
import { absences, dutyRoster, officerChats, officers, units } from './schema/organisation.ts';
import { officerPosts } from './schema/organisation-history.ts';

export interface Post extends Span {
  officerId: number;
  unitId: number;
  role: Role;
  title: string;
  passingOn: PassingOn | null;
}

/** The posts of an officer, oldest first. Whoever never changed posts has held the present one since their unit began. */
export async function postsOf(tx: Tx | Db, officerId: number): Promise<Post[]> {
  const rows = await tx
    .select()
    .from(officerPosts)
    .where(eq(officerPosts.officerId, officerId))
    .orderBy(asc(officerPosts.validFrom));
  if (rows.length > 0) return rows.map(({ id: _, ...post }) => post);
  const [present] = await tx
    .select({ unitId: officers.unitId, role: officers.role, title: officers.title, validFrom: units.validFrom })
    .from(officers)
    .innerJoin(units, eq(units.id, officers.unitId))
    .where(and(eq(officers.id, officerId), eq(officers.active, true)));
  return present === undefined ? [] : [{ ...present, officerId, validTo: null, passingOn: null }];
}

/** The post the officer held on `date`, to whose unit what was done on that day is attributed; null for none. */
export async function postAt(tx: Tx | Db, officerId: number, date: string): Promise<Post | null> {
  return asOf(await postsOf(tx, officerId), date);
}

/** Writes posts; one that begins on a day on which another of the officer began takes its place. */
export async function savePosts(tx: Tx, posts: readonly Post[]): Promise<void> {
  for (const post of posts) {
    const { officerId: _, validFrom: __, ...change } = post;
    await tx
      .insert(officerPosts)
      .values(post)
      .onConflictDoUpdate({ target: [officerPosts.officerId, officerPosts.validFrom], set: change });
  }
}

export async function savePresentOfficer(
  tx: Tx,
  id: number,
  change: Partial<Omit<typeof officers.$inferInsert, 'id'>>,
): Promise<void> {
  await tx.update(officers).set(change).where(eq(officers.id, id));
}

/** Officers whose present row no longer says what their posts say for `date`. */
export async function outOfDateOfficers(tx: Tx, date: string): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from officers o
    left join officer_posts p on p.officer_id = o.id
      and p.valid_from <= ${date} and (p.valid_to is null or p.valid_to > ${date})
    where exists (select 1 from officer_posts x where x.officer_id = o.id)
      and (case when p.id is null then o.active
        else not o.active or (o.unit_id, o.role, o.title) is distinct from (p.unit_id, p.role, p.title) end)
    order by o.id`);
  return rows.map(({ id }) => Number(id));
}

/** Active administrators other than this officer. */
export async function otherAdministrators(tx: Tx, officerId: number): Promise<number> {
  return tx.$count(
    officers,
    and(
      inArray(officers.role, [...rolesWith('administer')]),
      eq(officers.active, true),
      sql`${officers.id} <> ${officerId}`,
    ),
  );
}

/** The officer's cases that are not over, oldest first, locked until the transaction ends. */
export async function lockOpenCasesOf(tx: Tx, officerId: number): Promise<CaseRow[]> {
  return tx
    .select()
    .from(cases)
    .where(and(eq(cases.assigneeId, officerId), isUnderWay()))
    .orderBy(asc(cases.id))
    .for('update');
}

/** Officers who left and still have open cases: a case handed over in the very moment of leaving. */
export async function formerOfficersWithCases(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: officers.id })
    .from(cases)
    .innerJoin(officers, eq(officers.id, cases.assigneeId))
    .where(and(eq(officers.active, false), isUnderWay()))
    .orderBy(asc(officers.id));
  return rows.map(({ id }) => id);
}

/** Unlinks the officer's chats and takes back what is still queued for them. Returns how many messages were held back. */
export async function silenceOfficer(tx: Tx, officerId: number, at: Date): Promise<number> {
  await tx
    .update(officerChats)
    .set({ unlinkedAt: at })
    .where(and(eq(officerChats.officerId, officerId), isNull(officerChats.unlinkedAt)));
  const queued = tx
    .select({ id: alerts.messageId })
    .from(alerts)
    .where(and(eq(alerts.officerId, officerId), isNotNull(alerts.messageId)));
  const held = await tx
    .update(outbox)
    .set({ state: 'failed', problem: 'recipientLeft' })
    .where(and(eq(outbox.state, 'queued'), inArray(outbox.messageId, queued)))
    .returning({ id: outbox.id });
  return held.length;
}

/** Removes the officer's duty turns in the unit that have not begun by `at`, and ends the one that has. Returns their ids. */
export async function dropTurns(tx: Tx, officerId: number, unitId: number, at: Date): Promise<number[]> {
  const ofThisUnit = and(eq(dutyRoster.officerId, officerId), eq(dutyRoster.unitId, unitId));
  const dropped = await tx
    .delete(dutyRoster)
    .where(and(ofThisUnit, sql`${dutyRoster.fromAt} >= ${at}`))
    .returning({ id: dutyRoster.id });
  await tx
    .update(dutyRoster)
    .set({ untilAt: at })
    .where(and(ofThisUnit, gt(dutyRoster.untilAt, at)));
  return dropped.map(({ id }) => id);
}

/** Takes the officer out of every absence in which they were to stand in after `at`. Returns the ids of those absences. */
export async function withdrawSubstitute(tx: Tx, officerId: number, at: Date): Promise<number[]> {
  const rows = await tx
    .update(absences)
    .set({ substituteId: null })
    .where(and(eq(absences.substituteId, officerId), gt(absences.untilAt, at)))
    .returning({ id: absences.id });
  return rows.map(({ id }) => id);
}

function isUnderWay() {
  return notInArray(cases.state, ['closed', 'merged']);
}
