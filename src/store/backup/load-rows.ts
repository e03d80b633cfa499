import { quoted, sequencesOf, shapesOf } from './catalog.ts';
import { copyFromFile, sameText, type Watch } from './copying.ts';
import { tableFile } from './make-backup.ts';
import type { Manifest } from './manifest.ts';
import type { Client } from './schema-steps.ts';

// Below it an index is kept while rows come in: making it anew costs as much.
const manyRows = 10_000;

/**
 * Loads the rows of a backup into empty tables of the same schema. Foreign keys and the indexes of large tables are made
 * again over all rows; triggers, which told the desk of changes, stay silent: what they would write is among the rows.
 */
export async function loadRows(
  client: Client,
  { directory, manifest }: { directory: string; manifest: Manifest },
  watch: Watch,
): Promise<void> {
  await client.unsafe(sameText);
  await client.unsafe(`set local maintenance_work_mem = '128MB'`);
  await requireSameShape(client, manifest);
  const tables = manifest.tables.map(({ schema, name }) => quoted(schema, name));
  const keys = await foreignKeys(client, tables);
  for (const { table, name } of keys) await client.unsafe(`alter table ${table} drop constraint ${quoted(name)}`);
  const large = manifest.tables.filter(({ rows }) => rows > manyRows).map(({ schema, name }) => quoted(schema, name));
  const indexes = await plainIndexes(client, large);
  for (const { name } of indexes) await client.unsafe(`drop index ${name}`);

  for (const { schema, name, columns, rows } of manifest.tables) {
    const table = quoted(schema, name);
    await client.unsafe(`alter table ${table} disable trigger user`);
    const statement = `copy ${table} (${columns.map((column) => quoted(column)).join(', ')}) from stdin`;
    const loaded = await copyFromFile(client, statement, tableFile(directory, schema, name), watch);
    if (loaded !== rows)
      throw new Error(
        `Bảng ${name} có ${loaded} dòng trong khi bản sao lưu ghi là ${rows}. Hãy dùng bản sao lưu khác.`,
      );
    await client.unsafe(`alter table ${table} enable trigger user`);
  }

  for (const { definition } of indexes) {
    watch(0);
    await client.unsafe(definition);
  }
  for (const { table, name, definition } of keys) {
    watch(0);
    await client.unsafe(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
  for (const { schema, name, lastValue, isCalled } of manifest.sequences)
    await client.unsafe('select setval($1::regclass, $2::bigint, $3::boolean)', [
      quoted(schema, name),
      lastValue,
      isCalled,
    ]);
}

async function requireSameShape(client: Client, manifest: Manifest): Promise<void> {
  const names = manifest.tables.map(({ name }) => name);
  const text = (shapes: readonly { schema: string; name: string; columns: readonly string[] }[]) =>
    shapes.map(({ schema, name, columns }) => `${schema}.${name}(${columns.join()})`).join('; ');
  const isSame =
    text(await shapesOf(client, names)) === text(manifest.tables) &&
    (await sequencesOf(client, names)).map(({ schema, name }) => quoted(schema, name)).join() ===
      manifest.sequences.map(({ schema, name }) => quoted(schema, name)).join();
  if (!isSame)
    throw new Error('Các bảng trong bản sao lưu không khớp với phiên bản mà nó ghi. Hãy dùng một bản sao lưu khác.');
}

async function foreignKeys(client: Client, tables: readonly string[]) {
  return client.unsafe<{ table: string; name: string; definition: string }[]>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conrelid = any($1::regclass[]) order by 1, 2`,
    [[...tables]],
  );
}

async function plainIndexes(client: Client, tables: readonly string[]) {
  return client.unsafe<{ name: string; definition: string }[]>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
      where indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
      order by 1`,
    [[...tables]],
  );
}
