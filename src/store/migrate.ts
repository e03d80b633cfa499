import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { requireSupportedServer } from './version.ts';

export const migrationsFolder = join(import.meta.dirname, '..', '..', 'drizzle');

// Any number does, as long as every version of this program uses the same one.
export const migrationLock = 0x4d49;

/**
 * Brings the database at `url` to the present schema, all of it or nothing. Processes that start together take turns;
 * the later ones find nothing to do. Without migrations it only checks the server.
 */
export async function migrate(url: string): Promise<void> {
  // The lock lives in the session, so there is one connection and the driver must not renew it.
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: 'dong-hanh migrations' },
  });
  try {
    await requireSupportedServer(sql);
    if (!(await hasMigrations())) return;
    await sql`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function hasMigrations(): Promise<boolean> {
  const journal = await readFile(join(migrationsFolder, 'meta', '_journal.json'), 'utf8').catch(() => null);
  if (journal === null) return false;
  const content: unknown = JSON.parse(journal);
  const entries = typeof content === 'object' && content !== null && 'entries' in content ? content.entries : [];
  return Array.isArray(entries) && entries.length > 0;
}
