import { and, asc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import type { DraftMode } from './drafts.ts';
import { caseUploads } from './schema/case-uploads.ts';
import { files } from './schema/conversations.ts';

export type CaseUpload = typeof caseUploads.$inferSelect;

/** Whose files on which case; a program with a key has no officer. */
export interface UploadOwner {
  caseId: number;
  officerId: number | null;
}

export async function insertUpload(tx: Tx, row: Omit<CaseUpload, 'id'>): Promise<CaseUpload> {
  const [inserted] = await tx.insert(caseUploads).values(row).returning();
  if (inserted === undefined) throw new Error('The file was not stored');
  return inserted;
}

/** What somebody has chosen on a case and not sent, in the order of choosing. */
export async function uploadsOf(db: Db | Tx, owner: UploadOwner): Promise<CaseUpload[]> {
  return db.select().from(caseUploads).where(ownedBy(owner)).orderBy(asc(caseUploads.id));
}

/** Takes those of the chosen files away from their owner and answers them, in the order of choosing. */
export async function takeUploads(
  tx: Tx,
  owner: UploadOwner,
  mode: DraftMode,
  ids: readonly number[],
): Promise<CaseUpload[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .delete(caseUploads)
    .where(and(ownedBy(owner), eq(caseUploads.mode, mode), inArray(caseUploads.id, [...ids])))
    .returning();
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Puts chosen files under the message that they go out with. */
export async function attachUploads(tx: Tx, uploads: readonly CaseUpload[], messageId: number): Promise<void> {
  if (uploads.length === 0) return;
  await tx.insert(files).values(
    uploads.map(({ id, name, mediaType, size, path, sha256, at }) => ({
      messageId,
      channel: 'console',
      ref: `console:${id}`,
      name,
      claimedType: mediaType,
      mediaType,
      size,
      state: 'stored' as const,
      path,
      sha256,
      storedAt: at,
    })),
  );
}

/** The files of an answer go to whoever goes on with it. */
export async function passOnUploads(tx: Tx, { caseId, officerId }: UploadOwner, to: number): Promise<void> {
  await tx
    .update(caseUploads)
    .set({ officerId: to })
    .where(and(ownedBy({ caseId, officerId }), eq(caseUploads.mode, 'reply')));
}

/** What goes with the words of a case that is erased. Answers where the copies lie. */
export async function dropUploadsOf(tx: Tx, caseId: number): Promise<string[]> {
  const rows = await tx.delete(caseUploads).where(eq(caseUploads.caseId, caseId)).returning({ path: caseUploads.path });
  return rows.map(({ path }) => path);
}

/** Files that were chosen before then and never sent, `limit` of them: taken away, with where their copies lie. */
export async function dropOldUploads(
  tx: Tx,
  { before, after, limit }: { before: Date; after: number; limit: number },
): Promise<{ id: number; path: string }[]> {
  const old = tx
    .select({ id: caseUploads.id })
    .from(caseUploads)
    .where(and(gt(caseUploads.id, after), lt(caseUploads.at, before)))
    .orderBy(asc(caseUploads.id))
    .limit(limit);
  const rows = await tx
    .delete(caseUploads)
    .where(inArray(caseUploads.id, old))
    .returning({ id: caseUploads.id, path: caseUploads.path });
  return rows.toSorted((a, b) => a.id - b.id);
}

function ownedBy({ caseId, officerId }: UploadOwner): SQL | undefined {
  return and(
    eq(caseUploads.caseId, caseId),
    sql`${caseUploads.officerId} is not distinct from ${officerId === null ? null : sql`${officerId}::bigint`}`,
  );
}
