import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { promptSocket } from './connect.ts';
import { preparing } from './prepared.ts';

/** One pool of connections, spoken to in SQL (`sql`) or through drizzle (`db`). */
export interface Database {
  sql: Sql;
  db: PostgresJsDatabase;
  /** Waits up to five seconds for running queries, then hangs up. */
  close(): Promise<void>;
}

export type Db = PostgresJsDatabase;

/** A running transaction. A function that takes one says that it needs one. */
export type Tx = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

const timestamptz = 1184;
const timestamptzArray = 1185;

/**
 * Opens a pool of at most `max` connections (10 unless told); it connects on first use. Both `sql` and `db` read and
 * take `timestamptz` as `Date`, and read `date` as text. JSON is given to `sql` as text: `${JSON.stringify(value)}::text::jsonb`.
 */
export function openDatabase(url: string, options: { max?: number } = {}): Database {
  // The driver's types do not know `socket`, which its manual describes. It tries several hosts only with sockets of its own.
  const wanted = {
    max: options.max ?? 10,
    onnotice: () => undefined,
    connection: { application_name: 'dong-hanh' },
    ...(namesOneHost(url) ? { socket: promptSocket } : {}),
  };
  const sql = postgres(url, wanted);
  const { parsers, serializers } = sql.options;
  const parse = parsers[timestamptz];
  const serialize = serializers[timestamptz];

  const db = drizzle(preparing(sql), { casing: 'snake_case' });

  // drizzle turns instants on the shared client into text. Its own date columns read a Date as well, so the client's
  // reading is put back and `sql` is not left with strings. The driver learns arrays by itself when it connects.
  if (parse !== undefined) parsers[timestamptz] = parse;
  if (serialize !== undefined) serializers[timestamptz] = serialize;
  delete parsers[timestamptzArray];
  delete serializers[timestamptzArray];

  return { sql, db, close: () => sql.end({ timeout: 5 }) };
}

function namesOneHost(url: string): boolean {
  return URL.parse(url)?.host.includes(',') === false;
}
