import { createHash } from 'node:crypto';
import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { session, signInInvitations, stepUps, twoFactor, user } from './schema/access.ts';

export interface SessionRow {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

/** Where the officer is signed in at `at`, the newest first. Sessions live by the machine's clock, not by the desk's. */
export async function sessionsOf(db: Db | Tx, officerId: number, at: Date): Promise<SessionRow[]> {
  const { id, createdAt, expiresAt, ipAddress, userAgent } = session;
  return db
    .select({ id, createdAt, expiresAt, ipAddress, userAgent })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(user.officerId, officerId), gt(session.expiresAt, at)))
    .orderBy(desc(session.createdAt), session.id);
}

/** Ends one session of the officer; false where it is not theirs or over. */
export async function endSession(tx: Tx, officerId: number, id: string): Promise<boolean> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.id, id), sql`${session.userId} in (select id from "user" where officer_id = ${officerId})`))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends the officer's sessions, but for the one to keep; answers how many. */
export async function endSessions(tx: Tx, officerId: number, keepId: string | null): Promise<number> {
  const ended = await tx
    .delete(session)
    .where(
      and(
        sql`${session.userId} in (select id from "user" where officer_id = ${officerId})`,
        keepId === null ? undefined : ne(session.id, keepId),
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}

export async function hasSecondFactor(db: Db | Tx, officerId: number): Promise<boolean> {
  const [row] = await db.select({ on: user.twoFactorEnabled }).from(user).where(eq(user.officerId, officerId));
  return row?.on === true;
}

/** For whoever lost it: the next sign-in needs the password only, until it is set up again. */
export async function removeSecondFactor(tx: Tx, officerId: number): Promise<void> {
  const changed = await tx
    .update(user)
    .set({ twoFactorEnabled: false })
    .where(eq(user.officerId, officerId))
    .returning({ id: user.id });
  for (const { id } of changed) await tx.delete(twoFactor).where(eq(twoFactor.userId, id));
}

export async function noteStepUp(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx.insert(stepUps).values({ sessionId, at }).onConflictDoUpdate({ target: stepUps.sessionId, set: { at } });
}

/** Whether whoever has the session said after `since` who they are, by signing in or later. */
export async function isSteppedUp(db: Db, sessionId: string, since: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: session.id })
    .from(session)
    .leftJoin(stepUps, eq(stepUps.sessionId, session.id))
    .where(and(eq(session.id, sessionId), or(gt(session.createdAt, since), gt(stepUps.at, since))));
  return row !== undefined;
}

/** Stores the invitation; whatever link the officer had before opens nothing any more. */
export async function insertInvitation(
  tx: Tx,
  { officerId, secret, at, expiresAt }: { officerId: number; secret: string; at: Date; expiresAt: Date },
): Promise<void> {
  await endInvitations(tx, officerId, at);
  await tx.insert(signInInvitations).values({ officerId, secretHash: hashOf(secret), createdAt: at, expiresAt });
}

/** Makes the officer's unused links useless; false where none opened anything. */
export async function endInvitations(tx: Tx, officerId: number, at: Date): Promise<boolean> {
  const ended = await tx
    .update(signInInvitations)
    .set({ usedAt: at })
    .where(and(eq(signInInvitations.officerId, officerId), isNull(signInInvitations.usedAt)))
    .returning({ expiresAt: signInInvitations.expiresAt });
  return ended.some(({ expiresAt }) => expiresAt.getTime() > at.getTime());
}

/** Whose invitation it is, as long as it is good; null for one that is unknown, used or over. Locks it in a transaction. */
export async function goodInvitation(
  tx: Tx | Db,
  secret: string,
  at: Date,
): Promise<{ id: number; officerId: number; expiresAt: Date } | null> {
  const { id, officerId, expiresAt } = signInInvitations;
  const [row] = await tx
    .select({ id, officerId, expiresAt })
    .from(signInInvitations)
    .where(
      and(
        eq(signInInvitations.secretHash, hashOf(secret)),
        isNull(signInInvitations.usedAt),
        gt(signInInvitations.expiresAt, at),
      ),
    )
    .for('update');
  return row ?? null;
}

export async function spendInvitation(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.update(signInInvitations).set({ usedAt: at }).where(eq(signInInvitations.id, id));
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
