import type { Client } from './schema-steps.ts';

/** A table as it is written to a backup: without the columns that the server computes. */
export interface TableShape {
  schema: string;
  name: string;
  columns: string[];
}

export interface SequenceState {
  schema: string;
  name: string;
  lastValue: string;
  isCalled: boolean;
}

const migrationsTable = `(n.nspname = 'drizzle' and c.relname = '__drizzle_migrations')`;

/** Those of the named tables that are there, and the list of migrations. How large they are is what was last counted, so that nobody's lock is waited for. */
export async function shapesOf(client: Client, names: readonly string[]): Promise<(TableShape & { bytes: number })[]> {
  return client.unsafe<(TableShape & { bytes: number })[]>(
    `select n.nspname as schema, c.relname as name, c.relpages * current_setting('block_size')::float8 as bytes,
            (select json_agg(a.attname order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ((n.nspname = 'public' and c.relname = any($1::text[])) or ${migrationsTable})
      order by n.nspname collate "C", c.relname collate "C"`,
    [[...names]],
  );
}

/** The counters of these tables as they stand now, which is never behind the rows of an older picture. */
export async function sequencesOf(client: Client, names: readonly string[]): Promise<SequenceState[]> {
  const found = await client.unsafe<{ schema: string; name: string }[]>(
    `select sn.nspname as schema, s.relname as name
       from pg_class s join pg_namespace sn on sn.oid = s.relnamespace
       join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
       join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
      where s.relkind = 'S' and ((n.nspname = 'public' and c.relname = any($1::text[])) or ${migrationsTable})
      order by sn.nspname collate "C", s.relname collate "C"`,
    [[...names]],
  );
  const states: SequenceState[] = [];
  for (const { schema, name } of found) {
    const [state] = await client.unsafe<{ lastValue: string; isCalled: boolean }[]>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(schema, name)}`,
    );
    if (state !== undefined) states.push({ schema, name, ...state });
  }
  return states;
}

/** A name as SQL takes it, whatever is in it. */
export function quoted(...parts: readonly string[]): string {
  return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
}
