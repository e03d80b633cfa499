import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { storeBytes } from '../../src/channel/store-bytes.ts';
import { act } from '../../src/desk/act.ts';
import { sealDay } from '../../src/desk/audit/seal-day.ts';
import { checkBackup } from '../../src/store/backup/check-backup.ts';
import { type Restored, restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { schemaSteps, tablesMadeBy } from '../../src/store/backup/schema-steps.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openJobs } from '../../src/store/jobs.ts';
import { insertFiles } from '../../src/store/messages.ts';
import { exportRoot } from '../../src/store/root-files.ts';
import { openACase } from './cases.ts';
import { cloneDatabase } from './database.ts';
import { openDelivery } from './delivery.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { swiftDirectory } from './swift-directory.ts';

const morning = '2026-11-23T09:15:00+07:00';

/** What the file of a worked desk holds. */
export const photo = Buffer.from('ảnh chụp tờ khai');

type Place = Awaited<ReturnType<typeof aPlace>>;

export async function aPlace() {
  const root = await mkdtemp(join(await swiftDirectory(), 'dong-hanh-backup-'));
  return {
    root,
    backup: join(root, 'backup'),
    files: join(root, 'files'),
    filesDirectory: join(root, 'files'),
    auditDirectory: join(root, 'audit'),
    restoredFiles: join(root, 'restored', 'files'),
    restoredAudit: join(root, 'restored', 'audit'),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** Cases, an answer that waits to be sent, two jobs, files with and without a row, a session and a sealed day. */
export async function aWorkedDesk(place: Place): Promise<TestDesk> {
  const desk = await openDesk({ now: morning });
  const { db, sql } = desk.database;
  await openACase(desk, { description: 'Dòng một\nDòng hai\tcó tab, \\N và "ngoặc"' });
  await openACase(desk);
  await openDelivery(desk, []).says('chờ gửi');
  await keepFile(desk, place.files, photo);
  await storeBytes(place.files, Buffer.from('không dòng nào nhắc đến'));
  await mkdir(join(place.files, 'uploads', 'someone'), { recursive: true });
  await writeFile(join(place.files, 'uploads', 'someone', 'waiting.pdf'), 'chờ gửi kèm');
  await sql`insert into "user" (id, name, email, email_verified, created_at, updated_at)
    values ('u', 'Lan', 'lan@haiquan.example', true, now(), now())`;
  await sql`insert into session (id, token, user_id, expires_at, created_at, updated_at)
    values ('s', 'token', 'u', now(), now(), now())`;
  // A promise that was kept: a trigger counts it when it is written, and must not when it comes back.
  await sql`update clocks set state = 'met', stopped_at = now() where case_id = (select min(case_id) from clocks)`;
  await exportRoot(place.auditDirectory, await act(desk, { kind: 'schedule', name: 'audit-root' }, sealDay));
  const jobs = await openJobs(desk.databaseUrl, () => undefined);
  for (const checkId of [4711, 4712]) await db.transaction((tx) => jobs.send(tx, 'check-ledgers', { checkId }));
  await jobs.stop();
  return desk;
}

/** So many rows that they fill the stream they are read from, and that their table loses its indexes while it is filled. */
export async function manyChanges({ database }: TestDesk): Promise<void> {
  await database.sql`
    insert into live_changes (topic, at) select 'case', now() + g * interval '1 second' from generate_series(1, 20000) g`;
}

export async function keepFile(desk: TestDesk, directory: string, bytes: Buffer): Promise<string> {
  const kept = await storeBytes(directory, bytes);
  const { messageId } = (await desk.database.sql`select max(id)::int as "messageId" from messages`)[0] ?? {};
  await desk.database.db.transaction((tx) =>
    insertFiles(tx, [
      {
        messageId,
        channel: 'telegram',
        state: 'stored',
        ref: 'r',
        name: 'tờ khai.jpg',
        mediaType: 'image/jpeg',
        ...kept,
        storedAt: desk.clock.now(),
      },
    ]),
  );
  return kept.path;
}

export async function forgetFile(desk: TestDesk, path: string): Promise<void> {
  await desk.database.sql`update files set state = 'gone', path = null where path = ${path}`;
}

/** Keeps everybody else out of a table until `release` is called. */
export async function hold(sql: postgres.Sql, table: string): Promise<{ release: () => void; held: Promise<unknown> }> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: locked, resolve: lock } = Promise.withResolvers<void>();
  const held = sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in access exclusive mode`);
    lock();
    await released;
  });
  await locked;
  return { release, held };
}

export async function somebodyWaits({ database }: TestDesk): Promise<void> {
  for (;;) {
    const waiting = await database.sql`select 1 from pg_locks where not granted and relation = 'zalo_tokens'::regclass`;
    if (waiting.length > 0) return;
  }
}

export async function casesIn(desk: TestDesk): Promise<number> {
  const [row] = await desk.database.sql<{ n: number }[]>`select count(*)::int as n from cases`;
  return row?.n ?? 0;
}

export async function restore(url: string, place: Place, directory: string): Promise<Restored> {
  const places = { filesDirectory: place.restoredFiles, auditDirectory: place.restoredAudit };
  return restoreBackup(url, places, await checkBackup(directory, () => undefined), () => undefined);
}

export function watched() {
  return { at: new Date(morning), watch: () => undefined, onSize: () => undefined };
}

export function opened(url: string) {
  const database = openDatabase(url, { max: 2 });
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}

export async function anEmptyDatabase() {
  const clone = await cloneDatabase();
  const sql = postgres(clone.url, { max: 1, onnotice: () => undefined });
  await sql.unsafe('drop schema public cascade; drop schema drizzle cascade; create schema public');
  await sql.end();
  return clone;
}

/** Rows and a digest of each of our tables, whatever the order of rows. */
export async function digestsOf(sql: postgres.Sql): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const name of tablesMadeBy(schemaSteps())) {
    const [row] = await sql.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
    );
    digests[name] = row?.digest;
  }
  return digests;
}

/** Tables, columns, constraints, indexes and triggers, and whether they work. */
export async function structureOf(sql: postgres.Sql): Promise<readonly unknown[]> {
  return sql`
    select conrelid::regclass::text as of, conname::text as name, pg_get_constraintdef(oid) || convalidated::text as what from pg_constraint
     where connamespace = 'public'::regnamespace
    union all select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) || indisvalid::text from pg_index
     join pg_class c on c.oid = indexrelid where c.relnamespace = 'public'::regnamespace
    union all select tgrelid::regclass::text, tgname::text, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select attrelid::regclass::text, attname::text, format_type(atttypid, atttypmod) || attnotnull::text || attidentity::text || attgenerated::text
      from pg_attribute a join pg_class c on c.oid = attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and attnum > 0 and not attisdropped
    order by 1, 2, 3`;
}

export async function pathOf(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ path: string }[]>`select path from files where path is not null order by id`;
  return row?.path ?? '';
}

/** The digests of a backup but for the queue, whose order within one transaction nobody promises. */
export async function sumsOf(directory: string): Promise<string[]> {
  const lines = (await readFile(join(directory, 'SHA256SUMS'), 'utf8')).split('\n');
  return lines.filter((line) => !line.includes('pgboss.job'));
}

export async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}
