import { createHash } from 'node:crypto';
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { ApiScope } from '../rules/visibility/scopes.ts';
import type { Db, Tx } from './database.ts';
import { appendLedger } from './ledger.ts';
import { apiKeys } from './schema/access.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** A key that opens the API now. */
export interface UsableKey {
  id: number;
  name: string;
  /** Null for a key of the installation, which may do everything. */
  scopes: readonly ApiScope[] | null;
  /** Null where nobody set a limit. */
  requestsPerMinute: number | null;
}

const noteUseMilliseconds = 60_000;

/** The key, if it is one of ours and in force at `at`; null otherwise. That it was used is noted at most once a minute. */
export async function usableKey(db: Db, key: string, at: Date): Promise<UsableKey | null> {
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, hashOfKey(key)), isNull(apiKeys.revokedAt)));
  if (row === undefined || (row.expiresAt !== null && row.expiresAt.getTime() <= at.getTime())) return null;
  const noted = row.lastUsedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (at.getTime() - noted >= noteUseMilliseconds) await noteUse(db, row.id, at);
  const { id, name, scopes, requestsPerMinute } = row;
  return { id, name, scopes, requestsPerMinute };
}

async function noteUse(db: Db, id: number, at: Date): Promise<void> {
  // Several processes see the same request late; the newest time wins.
  const older = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, at));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, id), older));
}

/** Stores the key that the environment gives at start. The same key again changes nothing, not even a revocation. */
export async function ensureBootstrapKey(db: Db, key: string, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const made = await tx
      .insert(apiKeys)
      .values({ name: 'bootstrap', keyHash: hashOfKey(key), createdAt: at })
      .onConflictDoNothing()
      .returning({ id: apiKeys.id });
    const entries = made.map(({ id }) => ({ type: 'apiKeyCreated', detail: { apiKeyId: id, name: 'bootstrap' } }));
    await appendLedger(tx, 'access', entries, { kind: 'schedule', name: 'installation' }, at);
  });
}

export async function insertApiKey(
  tx: Tx,
  { key, ...row }: Omit<typeof apiKeys.$inferInsert, 'id' | 'keyHash'> & { key: string },
): Promise<ApiKeyRow> {
  const [inserted] = await tx
    .insert(apiKeys)
    .values({ ...row, keyHash: hashOfKey(key) })
    .returning();
  if (inserted === undefined) throw new Error('The key was not stored');
  return inserted;
}

/** Whether a key, in force or not, has this name: answers kept for repeated requests are kept under it. */
export async function isNameOfKey(tx: Tx, name: string): Promise<boolean> {
  const [row] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.name, name)).limit(1);
  return row !== undefined;
}

/** Every key there was, the newest first. */
export async function allApiKeys(
  db: Db | Tx,
  { before, limit }: { before: number | null; limit: number },
): Promise<ApiKeyRow[]> {
  return db
    .select()
    .from(apiKeys)
    .where(before === null ? undefined : lt(apiKeys.id, before))
    .orderBy(desc(apiKeys.id))
    .limit(limit);
}

/** False where there is no such key, or nobody can use it any more. */
export async function revokeKey(tx: Tx, id: number, at: Date): Promise<boolean> {
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length > 0;
}

export async function apiKeyById(db: Db | Tx, id: number): Promise<ApiKeyRow | null> {
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  return row ?? null;
}

// A key is long and random, so a plain digest hides it as well as a slow one.
function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
