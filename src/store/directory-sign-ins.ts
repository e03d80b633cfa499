import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, like } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { account, session, user } from './schema/access.ts';

/** The one provider of sign-ins beside passwords. */
export const directoryProvider = 'directory';

/** Who somebody is to a directory. Two directories may give two people the same subject. */
export interface DirectoryIdentity {
  issuer: string;
  subject: string;
}

/** The identity as one text: an issuer is an address and holds no space. */
export function directoryAccountId({ issuer, subject }: DirectoryIdentity): string {
  return `${issuer} ${subject}`;
}

/** The officer to whom the identity is bound; null where it is nobody's yet. */
export async function officerOfIdentity(tx: Tx, identity: DirectoryIdentity): Promise<number | null> {
  const [row] = await tx
    .select({ officerId: user.officerId })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(eq(account.providerId, directoryProvider), eq(account.accountId, directoryAccountId(identity))));
  return row?.officerId ?? null;
}

/** Whether the officer is bound to an identity of this directory. */
export async function hasIdentityAt(tx: Tx, officerId: number, issuer: string): Promise<boolean> {
  const rows = await tx
    .select({ id: account.id })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(
      and(
        eq(user.officerId, officerId),
        eq(account.providerId, directoryProvider),
        like(account.accountId, `${likely(issuer)} %`),
      ),
    );
  return rows.length > 0;
}

/** Whether the officer can say a password. */
export async function hasPassword(db: Db | Tx, officerId: number): Promise<boolean> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(eq(user.officerId, officerId), eq(account.providerId, 'credential')));
  return rows.length > 0;
}

/**
 * Binds the identity to the officer, who gets a sign-in where there is none. One that stands under the address and belonged
 * to somebody else is emptied first: with the address come neither passwords nor sessions. Two bindings of one identity
 * collide in the key.
 */
export async function bindIdentity(
  tx: Tx,
  officer: { id: number; email: string; name: string },
  identity: DirectoryIdentity,
  at: Date,
): Promise<void> {
  const accountId = directoryAccountId(identity);
  await tx.insert(account).values({
    id: `${directoryProvider}-${createHash('sha256').update(accountId).digest('hex')}`,
    accountId,
    providerId: directoryProvider,
    userId: await signInOf(tx, officer, at),
    createdAt: at,
    updatedAt: at,
  });
}

async function signInOf(tx: Tx, officer: { id: number; email: string; name: string }, at: Date): Promise<string> {
  const [own] = await tx
    .select({ id: user.id })
    .from(user)
    .where(eq(user.officerId, officer.id))
    .orderBy(desc(user.updatedAt))
    .limit(1);
  if (own !== undefined) return own.id;
  const { id: officerId, email, name } = officer;
  const [made] = await tx
    .insert(user)
    .values({ id: randomUUID(), email, name, officerId, emailVerified: true, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: user.email, set: { name, officerId, twoFactorEnabled: false, updatedAt: at } })
    .returning({ id: user.id });
  if (made === undefined) throw new Error('The sign-in was not stored');
  await tx.delete(session).where(eq(session.userId, made.id));
  await tx.delete(account).where(eq(account.userId, made.id));
  return made.id;
}

function likely(text: string): string {
  return text.replaceAll(/[\\%_]/gu, String.raw`\$&`);
}
