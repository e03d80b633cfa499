import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { printAddress } from '../knowledge/address.ts';
import { partsOf } from '../knowledge/document.ts';
import type { Db, Tx } from './database.ts';
import { appendices, appendixParts, appendixVersions } from './schema/library.ts';

export type AppendixVersionRow = typeof appendixVersions.$inferSelect;
export type NewAppendixVersion = Omit<typeof appendixVersions.$inferInsert, 'id'>;

// Any number does, as long as every process uses the same one.
const libraryLock = 0x11b7;

/** Lets nobody publish until the transaction ends, so that no two versions take the same days. */
export async function lockLibrary(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${libraryLock})`);
}

export async function hasAppendices(tx: Tx | Db): Promise<boolean> {
  return (await tx.select({ code: appendices.code }).from(appendices).limit(1)).length > 0;
}

export async function addAppendix(tx: Tx, code: string, at: Date): Promise<void> {
  await tx.insert(appendices).values({ code, createdAt: at }).onConflictDoNothing();
}

export async function appendixVersion(tx: Tx | Db, id: number): Promise<AppendixVersionRow | null> {
  const [row] = await tx.select().from(appendixVersions).where(eq(appendixVersions.id, id));
  return row ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockAppendixVersion(tx: Tx, id: number): Promise<AppendixVersionRow | null> {
  const [row] = await tx.select().from(appendixVersions).where(eq(appendixVersions.id, id)).for('update');
  return row ?? null;
}

/** Every published version, of one appendix or all, by code and then by the day from which it applies. */
export async function publishedVersions(tx: Tx | Db, code: string | null = null): Promise<AppendixVersionRow[]> {
  return tx
    .select()
    .from(appendixVersions)
    .where(and(eq(appendixVersions.state, 'published'), code === null ? undefined : eq(appendixVersions.code, code)))
    .orderBy(asc(appendixVersions.code), asc(appendixVersions.validFrom));
}

/** What applies on a local day: at most one version of each appendix. */
export async function versionsInForce(tx: Tx | Db, day: string): Promise<AppendixVersionRow[]> {
  return tx.select().from(appendixVersions).where(inForceOn(day)).orderBy(asc(appendixVersions.code));
}

/** The version of one appendix that applies on a local day; null where none does. */
export async function versionInForce(tx: Tx | Db, code: string, day: string): Promise<AppendixVersionRow | null> {
  const [row] = await tx
    .select()
    .from(appendixVersions)
    .where(and(eq(appendixVersions.code, code), inForceOn(day)));
  return row ?? null;
}

/** Drafts that wait for correction or publication, newest first. */
export async function draftVersions(tx: Tx | Db): Promise<AppendixVersionRow[]> {
  return tx
    .select()
    .from(appendixVersions)
    .where(eq(appendixVersions.state, 'draft'))
    .orderBy(desc(appendixVersions.id));
}

export async function insertAppendixVersion(tx: Tx, row: NewAppendixVersion): Promise<AppendixVersionRow> {
  const [inserted] = await tx.insert(appendixVersions).values(row).returning();
  if (inserted === undefined) throw new Error('The version was not stored');
  return inserted;
}

export async function saveAppendixVersion(
  tx: Tx,
  id: number,
  change: Partial<Omit<NewAppendixVersion, 'code' | 'sourceText' | 'sourceSha256'>>,
): Promise<void> {
  await tx.update(appendixVersions).set(change).where(eq(appendixVersions.id, id));
}

/** Keeps every article, clause and point of a version that is being published. */
export async function insertAppendixParts(
  tx: Tx,
  { id, document }: Pick<AppendixVersionRow, 'id' | 'document'>,
): Promise<void> {
  const rows = partsOf(document).map(({ address, ...part }) => ({
    ...part,
    versionId: id,
    address: printAddress(address),
  }));
  if (rows.length > 0) await tx.insert(appendixParts).values(rows);
}

function inForceOn(day: string) {
  return and(
    eq(appendixVersions.state, 'published'),
    lte(appendixVersions.validFrom, day),
    or(isNull(appendixVersions.validUntil), gt(appendixVersions.validUntil, day)),
  );
}
