import { sql } from 'drizzle-orm';
import { pgTable, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';

const noted = pgTable('noted', { at: timestamp({ withTimezone: true, mode: 'date' }).notNull() });
const instant = new Date('2026-03-06T09:15:30.125Z');

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = openDatabase(clone.url);
  await database.sql`create table noted (at timestamptz not null)`;
  await database.db.insert(noted).values({ at: instant });
});

afterAll(async () => {
  await database.close();
  await clone[Symbol.asyncDispose]();
});

test('an instant is the same Date whichever way it is read', async () => {
  const [throughDrizzle] = await database.db.select().from(noted);
  const [throughSql] = await database.sql`select at from noted`;
  const [throughText] = await database.db.execute(sql`select at from noted`);

  expect([throughDrizzle, throughSql, throughText]).toEqual([{ at: instant }, { at: instant }, { at: instant }]);
});

test('an instant and a list of instants can be given to SQL as they are', async () => {
  const [row] = await database.sql`
    select at = ${instant} as same, at = any(${database.sql.array([instant])}) as listed, array[at] as all from noted`;
  const found = await database.db.select().from(noted).where(sql`${noted.at} <= ${instant}`);

  expect(row).toEqual({ same: true, listed: true, all: [instant] });
  expect(found).toHaveLength(1);
});

test('a day of the calendar is read as it is written, in no zone', async () => {
  const [row] = await database.sql`select date '2026-03-06' as day`;

  expect(row).toEqual({ day: '2026-03-06' });
});

test('a value kept as JSON comes back as it was, through SQL as well', async () => {
  const value = { mã: 'VM-2026-000123', cấp: 2 };

  const [row] = await database.sql`select ${JSON.stringify(value)}::text::jsonb as kept`;

  expect(row).toEqual({ kept: value });
});
