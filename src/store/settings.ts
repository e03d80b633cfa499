import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { settings } from './schema/live.ts';

export async function saveSetting(db: Db, name: string, value: unknown): Promise<void> {
  await db.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } });
}

export async function readSetting(db: Db, name: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return row?.value;
}
