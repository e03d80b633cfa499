import type { MigrationMeta } from 'drizzle-orm/migrator';
import { migrationLock } from '../migrate.ts';
import { quoted, shapesOf } from './catalog.ts';
import type { Manifest } from './manifest.ts';
import { type Client, functionsMadeBy, isKnown, tablesMadeBy, takenSteps, takeSteps } from './schema-steps.ts';

// What a desk that nobody has used yet writes by itself.
const ofItself = new Set([
  'api_keys',
  'audit_checks',
  'audit_roots',
  'calendars',
  'channel_accounts',
  'ledger',
  'ledger_heads',
  'live_changes',
  'policies',
  'promise_ends',
  'rating_figure_marks',
  'retention_runs',
  'sealed_heads',
  'settings',
  'zalo_tokens',
]);

/** Keeps a desk that starts from going on until this transaction ends: every start passes here. */
export async function keepDesksOut(client: Client): Promise<void> {
  await client.unsafe(`select pg_advisory_xact_lock(${migrationLock})`);
}

/** Throws a sentence while a desk, or a command of ours, is connected to this database. */
export async function requireNoDesk(client: Client): Promise<void> {
  const others = await client.unsafe(
    `select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'dong-hanh' and pid <> pg_backend_pid()`,
  );
  if (others.length > 0)
    throw new Error(
      'Đồng Hành (hoặc một lệnh khác của Đồng Hành) đang dùng cơ sở dữ liệu này. Hãy dừng mọi tiến trình rồi khôi phục lại.',
    );
}

/** Throws a sentence where anybody has worked with this database already, or a newer program has. */
export async function requireUnused(client: Client, steps: readonly MigrationMeta[]): Promise<void> {
  if (!isKnown(await takenSteps(client), steps))
    throw new Error(
      'Cơ sở dữ liệu đích do một phiên bản mới hơn (hoặc khác) của Đồng Hành tạo ra. Hãy khôi phục vào một cơ sở dữ liệu trống.',
    );
  for (const { schema, name } of await shapesOf(client, tablesMadeBy(steps))) {
    if (schema !== 'public' || ofItself.has(name)) continue;
    const used = await client.unsafe(`select 1 from ${quoted(schema, name)} limit 1`);
    if (used.length > 0)
      throw new Error(
        `Cơ sở dữ liệu đích đã có dữ liệu (bảng ${name}). Chỉ khôi phục được vào một cài đặt mới: hãy nêu DATA_DIR trống hoặc DATABASE_URL của một cơ sở dữ liệu trống.`,
      );
  }
}

/** Brings the unused database to the schema that the backup was made from, without a row in it. */
export async function prepareSchema(client: Client, { migrations }: Manifest, steps: readonly MigrationMeta[]) {
  const taken = await takenSteps(client);
  if (taken.length === migrations.length) {
    const tables = (await shapesOf(client, tablesMadeBy(steps))).map(({ schema, name }) => quoted(schema, name));
    await client.unsafe(`truncate ${tables.join(', ')}`);
    return;
  }
  const made = steps.slice(0, taken.length);
  for (const name of tablesMadeBy(made)) await client.unsafe(`drop table if exists ${quoted('public', name)} cascade`);
  for (const name of functionsMadeBy(made)) await client.unsafe(`drop function if exists ${quoted('public', name)}`);
  await takeSteps(client, steps.slice(0, migrations.length));
  await client.unsafe('truncate drizzle.__drizzle_migrations');
}
