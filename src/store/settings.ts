import { eq } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { settings } from './schema/live.ts';

export async function saveSetting(db: Db, name: string, value: unknown): Promise<void> {
  await db.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } });
}

/** Stores a fact unless it is stored already; true for whoever was first. */
export async function claimSetting(tx: Tx, name: string, value: unknown): Promise<boolean> {
  const rows = await tx
    .insert(settings)
    .values({ name, value })
    .onConflictDoNothing()
    .returning({ name: settings.name });
  return rows.length > 0;
}

export async function readSetting(db: Db, name: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return row?.value;
}
