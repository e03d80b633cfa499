import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Taken } from '../rules/imports/attempts.ts';
import type { ImportNoun } from '../rules/imports/import-file.ts';
import type { Db, Tx } from './database.ts';
import { importFiles } from './schema/imports.ts';
import { importRuns } from './schema/registry.ts';

export type ImportFileRow = typeof importFiles.$inferSelect;
export type ImportRunRow = typeof importRuns.$inferSelect;

export async function insertImportFile(tx: Tx, row: Omit<typeof importFiles.$inferInsert, 'id'>): Promise<number> {
  const [stored] = await tx.insert(importFiles).values(row).returning({ id: importFiles.id });
  if (stored === undefined) throw new Error('The file was not stored');
  return stored.id;
}

export async function importFileById(from: Tx | Db, id: number): Promise<ImportFileRow | null> {
  const [row] = await from.select().from(importFiles).where(eq(importFiles.id, id));
  return row ?? null;
}

export async function lockImportFile(tx: Tx, id: number): Promise<ImportFileRow | null> {
  const [row] = await tx.select().from(importFiles).where(eq(importFiles.id, id)).for('update');
  return row ?? null;
}

export async function saveImportFile(
  tx: Tx,
  id: number,
  change: Partial<Omit<typeof importFiles.$inferInsert, 'id'>>,
): Promise<void> {
  await tx.update(importFiles).set(change).where(eq(importFiles.id, id));
}

/** The newest ones. */
export async function latestImportFiles(db: Db | Tx, limit: number): Promise<ImportFileRow[]> {
  return db.select().from(importFiles).orderBy(desc(importFiles.id)).limit(limit);
}

/** The newest readings that the command line did and kept. */
export async function latestCommandRuns(db: Db | Tx, limit: number): Promise<ImportRunRow[]> {
  return db
    .select()
    .from(importRuns)
    .where(and(eq(importRuns.isDryRun, false), sql`${importRuns.by}->>'kind' = 'schedule'`))
    .orderBy(desc(importRuns.id))
    .limit(limit);
}

/** The last time that the very same file was imported to its end, whoever did it; null for never. */
export async function importedBefore(
  db: Db | Tx,
  { noun, sha256, before }: { noun: ImportNoun; sha256: string; before: Date },
): Promise<ImportRunRow | null> {
  const [row] = await db
    .select()
    .from(importRuns)
    .where(
      and(
        eq(importRuns.noun, noun),
        eq(importRuns.sha256, sha256),
        eq(importRuns.isDryRun, false),
        isNotNull(importRuns.finishedAt),
        lt(importRuns.startedAt, before),
      ),
    )
    .orderBy(desc(importRuns.id))
    .limit(1);
  return row ?? null;
}

/**
 * Takes up the oldest work that nobody does: begun by a person, or left by a process that died. Two processes never hold
 * the same, and whoever held it before is told apart by the number of the attempt.
 */
export async function claimImportWork(db: Db, { at, until }: { at: Date; until: Date }): Promise<ImportFileRow | null> {
  return db.transaction(async (tx) => {
    const { leasedUntil, state, id } = importFiles;
    const [free] = await tx
      .select()
      .from(importFiles)
      .where(and(inArray(state, ['reading', 'importing']), or(isNull(leasedUntil), lte(leasedUntil, at))))
      .orderBy(asc(id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (free === undefined) return null;
    const [claimed] = await tx
      .update(importFiles)
      .set({
        leasedUntil: until,
        attempt: free.attempt + 1,
        tries: free.tries + 1,
        takenBefore: free.taken,
        counts: null,
        bytesRead: 0,
      })
      .where(eq(id, free.id))
      .returning();
    return claimed ?? null;
  });
}

/** Writes about work in hand. False when another attempt has taken it over, or the person gave it up: then nothing is written. */
export async function saveHeldWork(
  from: Tx | Db,
  { id, attempt }: Pick<ImportFileRow, 'id' | 'attempt'>,
  change: Partial<Omit<typeof importFiles.$inferInsert, 'id'>>,
): Promise<boolean> {
  const saved = await from
    .update(importFiles)
    .set(change)
    .where(held({ id, attempt }))
    .returning({ id: importFiles.id });
  return saved.length > 0;
}

/** Counts rows as taken, in the transaction that takes them. False as for `saveHeldWork`. */
export async function countTaken(
  tx: Tx,
  work: Pick<ImportFileRow, 'id' | 'attempt'>,
  { added, changed }: Taken,
): Promise<boolean> {
  const saved = await tx
    .update(importFiles)
    .set({
      taken: sql`jsonb_build_object('added', (taken->>'added')::int + ${added}::int,
        'changed', (taken->>'changed')::int + ${changed}::int)`,
    })
    .where(held(work))
    .returning({ id: importFiles.id });
  return saved.length > 0;
}

function held({ id, attempt }: Pick<ImportFileRow, 'id' | 'attempt'>) {
  return and(
    eq(importFiles.id, id),
    eq(importFiles.attempt, attempt),
    inArray(importFiles.state, ['reading', 'importing']),
  );
}

/** What was brought before then and still has a file or a look into one; the work in hand is left alone. */
export async function oldImportFiles(
  tx: Tx,
  { before, after, limit }: { before: Date; after: number; limit: number },
): Promise<ImportFileRow[]> {
  const { id, broughtAt, path, rejectedPath, preview, state } = importFiles;
  return tx
    .select()
    .from(importFiles)
    .where(
      and(
        sql`${id} > ${after}`,
        lt(broughtAt, before),
        or(isNotNull(path), isNotNull(rejectedPath), isNotNull(preview)),
        sql`${state} not in ('reading', 'importing')`,
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
    .for('update');
}
