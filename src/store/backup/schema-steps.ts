import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Sql } from 'postgres';
import { migrationsFolder } from '../migrate.ts';

/** Who speaks to the server, within a transaction. */
export type Client = Pick<Sql, 'unsafe'>;

/** A migration that a database has taken. */
export interface TakenStep {
  hash: string;
  /** Milliseconds, by which migrations are ordered and known. */
  createdAt: number;
}

/** The migrations of this program, oldest first. */
export function schemaSteps(): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder });
}

/** What the database has taken; nothing where it is none of ours. */
export async function takenSteps(client: Client): Promise<TakenStep[]> {
  const [found] = await client.unsafe<{ table: string | null }[]>(
    `select to_regclass('drizzle.__drizzle_migrations')::text as table`,
  );
  if (found?.table == null) return [];
  const rows = await client.unsafe<{ hash: string; millis: string }[]>(
    'select hash, created_at::text as millis from drizzle.__drizzle_migrations order by created_at',
  );
  return rows.map(({ hash, millis }) => ({ hash, createdAt: Number(millis) }));
}

/** Whether this program knows all these migrations, in this order. A database of a newer program has others. */
export function isKnown(taken: readonly TakenStep[], steps: readonly MigrationMeta[]): boolean {
  return taken.every(({ hash, createdAt }, index) => {
    const step = steps[index];
    return step !== undefined && step.hash === hash && step.folderMillis === createdAt;
  });
}

/** Takes these migrations within the running transaction, so that nothing is left of them when it fails. */
export async function takeSteps(client: Client, steps: readonly MigrationMeta[]): Promise<void> {
  // As the migrator makes it: whichever of the two comes first, the other finds its table.
  await client.unsafe('create schema if not exists drizzle');
  await client.unsafe(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  for (const { sql, hash, folderMillis } of steps) {
    for (const statement of sql) await client.unsafe(statement);
    await client.unsafe(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('${hash}', ${folderMillis})`,
    );
  }
}

/** The tables that these migrations make. Others in the same database are none of ours. */
export function tablesMadeBy(steps: readonly MigrationMeta[]): string[] {
  return namesIn(steps, /CREATE TABLE "(\w+)"/g);
}

/** The same of functions. */
export function functionsMadeBy(steps: readonly MigrationMeta[]): string[] {
  return namesIn(steps, /CREATE (?:OR REPLACE )?FUNCTION (\w+)/g);
}

function namesIn(steps: readonly MigrationMeta[], pattern: RegExp): string[] {
  const found = steps.flatMap(({ sql }) => sql.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)));
  return [...new Set(found.flatMap((name) => name ?? []))].sort();
}
