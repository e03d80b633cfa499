import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { complaintAboutVersion } from '../../src/store/version.ts';
import { cloneDatabase } from '../support/database.ts';

test('processes that start together bring one database to one schema', async () => {
  await using clone = await cloneDatabase();
  const before = await tablesOf(clone.url);
  await empty(clone.url);

  await Promise.all([migrate(clone.url), migrate(clone.url), migrate(clone.url), migrate(clone.url)]);

  expect(await tablesOf(clone.url)).toEqual(before);
});

test('a second migration finds nothing to do', async () => {
  await using clone = await cloneDatabase();
  const before = await tablesOf(clone.url);

  await migrate(clone.url);

  expect(await tablesOf(clone.url)).toEqual(before);
});

test('every test gets a database of its own, which is gone afterwards', async () => {
  let url: string;
  {
    await using first = await cloneDatabase();
    await using second = await cloneDatabase();
    url = first.url;
    await run(first.url, (sql) => sql`create table only_here ()`);
    expect(await tablesOf(second.url)).not.toContain('only_here');
  }

  await expect(tablesOf(url)).rejects.toThrow('does not exist');
  expect(new URL(url).host).toBe(new URL(inject('databaseServer').url).host);
});

test.each([
  ['12.22 is refused with the version that is needed', 120_022, 'needs PostgreSQL 13 or newer'],
  ['9.6 is refused by its own number', 90_624, 'is PostgreSQL 9;'],
])('PostgreSQL %s', (_, version, complaint) => {
  expect(complaintAboutVersion(version)).toContain(complaint);
});

test.each([130_000, 180_004])('a server of version %i is accepted', (version) => {
  expect(complaintAboutVersion(version)).toBeNull();
});

async function tablesOf(url: string): Promise<string[]> {
  const rows = await run(
    url,
    (sql) => sql<{ name: string }[]>`
      select relname as name from pg_class join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`,
  );
  return rows.map((row) => row.name);
}

function empty(url: string): Promise<unknown> {
  return run(url, (sql) =>
    sql.unsafe('drop schema public cascade; drop schema if exists drizzle cascade; create schema public'),
  );
}

function run<T>(url: string, ask: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  return Promise.resolve(ask(sql)).finally(() => sql.end());
}
