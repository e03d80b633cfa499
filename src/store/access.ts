import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { appendLedger } from './ledger.ts';
import { account, idempotentAnswers, session, user } from './schema/access.ts';
import { settings } from './schema/live.ts';

/** A text that is made once for this installation and stays; processes that start together agree on one. */
export async function settledText(db: Db, name: string, make: () => string): Promise<string> {
  await db.insert(settings).values({ name, value: make() }).onConflictDoNothing();
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  if (typeof row?.value !== 'string') throw new Error(`The setting ${name} is not a text`);
  return row.value;
}

export interface SignIn {
  id: string;
  email: string;
  name: string;
  officerId: number;
  passwordHash: string;
  at: Date;
}

/** Gives an officer a sign-in, or a known sign-in a new password. Whoever was signed in with the old one no longer is. */
export async function saveSignIn(tx: Tx, signIn: SignIn): Promise<void> {
  const { id, email, name, officerId, passwordHash: password, at } = signIn;
  const [saved] = await tx
    .insert(user)
    .values({ id, email, name, officerId, emailVerified: true, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: user.email, set: { name, officerId, updatedAt: at } })
    .returning({ id: user.id });
  if (saved === undefined) throw new Error('The sign-in was not stored');
  await tx.delete(session).where(eq(session.userId, saved.id));
  // The binding to a directory goes too: it may be another person's, and this is the way back for whoever has a new one.
  await tx.delete(account).where(eq(account.userId, saved.id));
  await tx.insert(account).values({
    id: `credential-${saved.id}`,
    accountId: saved.id,
    providerId: 'credential',
    userId: saved.id,
    password,
    createdAt: at,
    updatedAt: at,
  });
  const entry = { type: 'signInSet', detail: { officerId } };
  await appendLedger(tx, 'access', [entry], { kind: 'schedule', name: 'installation' }, at);
}

export interface RequestKey {
  owner: string;
  key: string;
  requestHash: string;
}

export interface KeptAnswer {
  status: number;
  body: unknown;
}

/**
 * Claims the key for this transaction; null when it is ours now. A second claim waits here until the first transaction
 * ends, and then gets its answer, or the key where nothing was committed.
 */
export async function claimRequestKey(
  tx: Tx,
  request: RequestKey,
  at: Date,
): Promise<(KeptAnswer & { requestHash: string }) | null> {
  const claimed = await tx
    .insert(idempotentAnswers)
    .values({ ...request, status: 0, body: sql`'null'::jsonb`, at })
    .onConflictDoNothing()
    .returning({ key: idempotentAnswers.key });
  if (claimed.length > 0) return null;
  const [kept] = await tx.select().from(idempotentAnswers).where(ofRequest(request));
  if (kept === undefined) throw new Error('The kept answer disappeared');
  return { status: kept.status, body: kept.body, requestHash: kept.requestHash };
}

export async function keepAnswer(tx: Tx, request: RequestKey, answer: KeptAnswer): Promise<void> {
  await tx
    .update(idempotentAnswers)
    .set({ status: answer.status, body: sql`${JSON.stringify(answer.body)}::text::jsonb` })
    .where(ofRequest(request));
}

function ofRequest({ owner, key }: RequestKey) {
  return and(eq(idempotentAnswers.owner, owner), eq(idempotentAnswers.key, key));
}
