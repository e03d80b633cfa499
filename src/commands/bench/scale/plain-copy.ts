import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Database, openDatabase } from '../../../store/database.ts';

// The tables whose rows stand in the lists, each with its key and its unique index.
const copied = [
  { table: 'enterprises', keys: ['primary key (id)', 'unique (tax_code)'] },
  { table: 'agreements', keys: ['primary key (id)', 'unique (enterprise_id, number)'] },
  { table: 'associations', keys: ['primary key (id)', 'unique (code)'] },
  { table: 'association_members', keys: ['primary key (association_id, enterprise_id, valid_from)'] },
  { table: 'declarations', keys: ['primary key (id)', 'unique (number11)'] },
] as const;

/**
 * What the server alone needs for the rows that the import left: COPY of each table, already in the server's own format,
 * into one with the same columns, primary key and unique index; no other index, no references, nothing checked and no
 * change recorded. Answers the seconds.
 */
export async function plainCopySeconds({ sql }: Database, url: string, directory: string): Promise<number> {
  let seconds = 0;
  for (const { table, keys } of copied) {
    const path = join(directory, `${table}.copy`);
    const [column] = await sql<{ names: string }[]>`
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
    const names = column?.names ?? '';
    // The driver leaves a connection paused from which it streamed much; each list has one that is not used again.
    const reader = openDatabase(url, { max: 1 });
    await pipeline(await reader.sql.unsafe(`copy ${table} (${names}) to stdout`).readable(), createWriteStream(path));
    await reader.sql.end({ timeout: 0 });
    await sql.unsafe(`create table plain_copy as select ${names} from ${table} with no data`);
    for (const key of keys) await sql.unsafe(`alter table plain_copy add ${key}`);
    await sql`checkpoint`;
    const started = performance.now();
    await pipeline(createReadStream(path), await sql`copy plain_copy from stdin`.writable());
    seconds += (performance.now() - started) / 1000;
    await sql`drop table plain_copy`;
    await rm(path);
  }
  return seconds;
}
