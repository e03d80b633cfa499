import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';

/** A database of one's own with the present schema and no rows. Dropped at the end of the block, connections or not. */
export async function cloneDatabase(): Promise<{ url: string; [Symbol.asyncDispose](): Promise<void> }> {
  const { url: serverUrl, template } = inject('databaseServer');
  const name = `dong_hanh_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);

  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => asAdmin(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

async function asAdmin(url: string, act: (sql: Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
