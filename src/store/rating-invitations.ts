import { and, asc, eq, gt, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from './database.ts';
import { declarations, enterprises } from './schema/enterprises.ts';
import { contactLinks } from './schema/linking.ts';
import { settings } from './schema/live.ts';
import { ratingDigests, ratingInvitations } from './schema/ratings.ts';
import { declarationChanges } from './schema/registry.ts';

const planningLock = 0x5249;

/** True for the one process that plans or sends now; it stays so until its transaction ends. */
export async function tryToInvite(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${planningLock}) as held`);
  return row?.held === true;
}

const noted = z.object({ seen: z.number(), sentUntil: z.record(z.string(), z.number()) }).partial();

export interface Noted {
  /** The change of a declaration that was looked at last. */
  seen: number;
  /** For each account, the instant for which its last message was set, in milliseconds. */
  sentUntil: Readonly<Record<string, number>>;
}

/** How far inviting has come. For whoever holds the turn. */
export async function invitingNoted(tx: Tx): Promise<Noted> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, 'inviting'));
  const { seen = 0, sentUntil = {} } = row === undefined ? {} : noted.parse(row.value);
  return { seen, sentUntil };
}

export async function noteInviting(tx: Tx, value: Noted): Promise<void> {
  await tx
    .insert(settings)
    .values({ name: 'inviting', value })
    .onConflictDoUpdate({ target: settings.name, set: { value } });
}

/**
 * Changes of declarations behind the one seen last, oldest first. Who writes them takes turns (`lockDeclarations`), so none
 * with a smaller key comes to light later.
 */
export async function changesBehind(tx: Tx, seen: number, limit: number) {
  return tx
    .select({
      id: declarationChanges.id,
      declarationId: declarationChanges.declarationId,
      to: declarationChanges.to,
      at: declarationChanges.at,
      enterpriseId: declarations.enterpriseId,
    })
    .from(declarationChanges)
    .innerJoin(declarations, eq(declarations.id, declarationChanges.declarationId))
    .where(gt(declarationChanges.id, seen))
    .orderBy(asc(declarationChanges.id))
    .limit(limit);
}

/** Which of the enterprises somebody speaks for at `at`. */
export async function enterprisesWithSpeakers(tx: Tx, ids: readonly number[], at: Date): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ id: contactLinks.enterpriseId })
    .from(contactLinks)
    .where(
      and(
        inArray(contactLinks.enterpriseId, [...ids]),
        lte(contactLinks.validFrom, at),
        or(isNull(contactLinks.validUntil), gt(contactLinks.validUntil, at)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Plans invitations, one a declaration. One that was asked about already only counts for longer; one dropped because of a
 * cancellation is planned anew.
 */
export async function planInvitation(
  tx: Tx,
  rows: readonly Omit<typeof ratingInvitations.$inferInsert, 'id' | 'state'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(ratingInvitations)
    .values(rows.map((row) => ({ ...row, state: 'planned' as const })))
    .onConflictDoUpdate({
      target: ratingInvitations.declarationId,
      set: {
        expiresAt: sql`excluded.expires_at`,
        occasion: sql`excluded.occasion`,
        state: sql`case when ${ratingInvitations.state} = 'skipped' then 'planned' else ${ratingInvitations.state} end`,
        dueAt: sql`case when ${ratingInvitations.state} = 'skipped' then excluded.due_at else ${ratingInvitations.dueAt} end`,
        skippedBecause: null,
      },
      setWhere: sql`${ratingInvitations.state} in ('planned', 'sent')
        or (${ratingInvitations.state} = 'skipped' and ${ratingInvitations.skippedBecause} = 'cancelled')`,
    });
}

/** Drops what was planned about declarations that are cancelled. */
export async function dropCancelled(tx: Tx, declarationIds: readonly number[]): Promise<void> {
  if (declarationIds.length === 0) return;
  await tx
    .update(ratingInvitations)
    .set({ state: 'skipped', skippedBecause: 'cancelled' })
    .where(and(inArray(ratingInvitations.declarationId, [...declarationIds]), eq(ratingInvitations.state, 'planned')));
}

/** Ends those whose time is over by `at`. */
export async function expireInvitations(tx: Tx, at: Date): Promise<void> {
  await tx
    .update(ratingInvitations)
    .set({ state: 'expired' })
    .where(and(inArray(ratingInvitations.state, ['planned', 'sent']), lte(ratingInvitations.expiresAt, at)));
}

/** Enterprises with something due at `at`, the longest waiting first. */
export async function enterprisesDue(
  tx: Tx,
  at: Date,
  limit: number,
): Promise<{ enterpriseId: number; name: string; ids: number[] }[]> {
  const rows = await tx.execute<{ enterprise_id: string; name: string; ids: string[] }>(sql`
    select i.enterprise_id, e.name, array_agg(i.id order by i.due_at, i.id) as ids
      from rating_invitations i join enterprises e on e.id = i.enterprise_id
     where i.state = 'planned' and i.due_at <= ${at.toISOString()}::timestamptz
     group by i.enterprise_id, e.name order by min(i.due_at), i.enterprise_id limit ${limit}`);
  return rows.map(({ enterprise_id, name, ids }) => ({
    enterpriseId: Number(enterprise_id),
    name,
    ids: ids.map(Number),
  }));
}

/** What was sent at `sentBefore` or earlier to a chat, and neither answered nor asked about again. Chat by chat. */
export async function unanswered(
  tx: Tx,
  sentBefore: Date,
  limit: number,
): Promise<{ conversationId: number; enterpriseId: number; name: string; ids: number[] }[]> {
  const rows = await tx.execute<{ conversation_id: string; enterprise_id: string; name: string; ids: string[] }>(sql`
    select i.conversation_id, i.enterprise_id, e.name, array_agg(i.id order by i.id) as ids
      from rating_invitations i join enterprises e on e.id = i.enterprise_id
     where i.state = 'sent' and i.reminded_at is null and i.conversation_id is not null
       and i.sent_at <= ${sentBefore.toISOString()}::timestamptz
     group by i.conversation_id, i.enterprise_id, e.name order by min(i.sent_at) limit ${limit}`);
  return rows.map((row) => ({
    conversationId: Number(row.conversation_id),
    enterpriseId: Number(row.enterprise_id),
    name: row.name,
    ids: row.ids.map(Number),
  }));
}

export async function saveInvitations(
  tx: Tx,
  ids: readonly number[],
  change: Partial<Omit<typeof ratingInvitations.$inferInsert, 'id'>>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(ratingInvitations)
    .set(change)
    .where(inArray(ratingInvitations.id, [...ids]));
}

/** Notes that a declaration was rated: nobody is asked about it (again). */
export async function noteAnswered(tx: Tx, declarationId: number): Promise<void> {
  await tx
    .update(ratingInvitations)
    .set({ state: 'answered' })
    .where(
      and(
        eq(ratingInvitations.declarationId, declarationId),
        inArray(ratingInvitations.state, ['planned', 'sent', 'expired']),
      ),
    );
}

export async function insertDigest(tx: Tx, row: Omit<typeof ratingDigests.$inferInsert, 'id'>): Promise<number> {
  const [inserted] = await tx.insert(ratingDigests).values(row).returning({ id: ratingDigests.id });
  if (inserted === undefined) throw new Error('The digest was not stored');
  return inserted.id;
}

const invitedColumns = {
  invitationId: ratingInvitations.id,
  state: ratingInvitations.state,
  declarationId: declarations.id,
  number: declarations.number,
  number11: declarations.number11,
  declarationState: declarations.state,
  stateAt: declarations.stateAt,
  enterpriseId: ratingInvitations.enterpriseId,
  enterpriseName: enterprises.name,
};

async function invitedWhere(tx: Tx | Db, where: SQL | undefined) {
  return tx
    .select(invitedColumns)
    .from(ratingInvitations)
    .innerJoin(declarations, eq(declarations.id, ratingInvitations.declarationId))
    .innerJoin(enterprises, eq(enterprises.id, ratingInvitations.enterpriseId))
    .where(where)
    .orderBy(asc(ratingInvitations.id));
}

export type Invited = Awaited<ReturnType<typeof invitedWhere>>[number];

export function invitedByIds(tx: Tx, ids: readonly number[]): Promise<Invited[]> {
  return invitedWhere(tx, inArray(ratingInvitations.id, [...ids]));
}

/** What one message asked about, as far as it is of these enterprises. */
export function invitedInDigest(tx: Tx, digestId: number, enterpriseIds: readonly number[]): Promise<Invited[]> {
  if (enterpriseIds.length === 0) return Promise.resolve([]);
  return invitedWhere(
    tx,
    and(eq(ratingInvitations.digestId, digestId), inArray(ratingInvitations.enterpriseId, [...enterpriseIds])),
  );
}

/** The declaration this chat was asked about last and has not rated, if it was asked since `since`. */
export async function newestInvited(tx: Tx, conversationId: number, since: Date): Promise<Invited | null> {
  const rows = await invitedWhere(
    tx,
    and(
      eq(ratingInvitations.conversationId, conversationId),
      eq(ratingInvitations.state, 'sent'),
      gte(ratingInvitations.sentAt, since),
    ),
  );
  return rows.at(-1) ?? null;
}

/** What the office has set about inviting; undefined where it has set nothing. */
export async function storedInvitationRules(tx: Tx): Promise<unknown> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, 'invitationRules'));
  return row?.value;
}
