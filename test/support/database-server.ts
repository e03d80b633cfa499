import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openEmbeddedServer } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { swiftDirectory } from './swift-directory.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of this run, and the database on it that tests clone. */
    databaseServer: { url: string; template: string };
  }
}

/** One server and one migrated template for the whole run. Nothing on the server outlives the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => undefined }
    : await openThrowaway();
  const template = `dong_hanh_template_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server.url, { max: 1, idle_timeout: 1, onnotice: () => undefined });

  async function teardown(): Promise<void> {
    await admin`drop database if exists ${admin(template)} with (force)`;
    await admin.end({ timeout: 5 });
    await server.stop();
  }

  try {
    await admin`create database ${admin(template)} template template0 encoding 'UTF8'`;
    const url = new URL(server.url);
    url.pathname = `/${template}`;
    await migrate(url.href);
    await settleNumbers(url.href);
    // PostgreSQL clones a database only while nobody is connected to it.
    await admin`alter database ${admin(template)} allow_connections false`;
    project.provide('databaseServer', { url: server.url, template });
    return teardown;
  } catch (failure) {
    // A migration that fails ends the run before anybody could call the teardown.
    await teardown();
    throw failure;
  }
}

/** Numbers of reports come in an order that only the installation knows: here one and the same for every test. */
async function settleNumbers(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`insert into settings (name, value) values ('referenceSecret', '"thử"')`;
  await sql.end({ timeout: 5 });
}

async function openThrowaway(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDirectory = await mkdtemp(join(await swiftDirectory(), 'dong-hanh-test-'));
  // What a power failure would lose is thrown away in a minute anyway. Many test files hold pools at the same time.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '300',
    max_wal_size: '256MB',
  };
  const server = await openEmbeddedServer({ dataDirectory, say: () => undefined, settings });
  return {
    url: server.url,
    async stop() {
      // A test that failed may have left a pool open, and a server with users is not stopped.
      const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
         where backend_type = 'client backend' and application_name <> 'dong-hanh presence' and pid <> pg_backend_pid()`;
      await sql.end({ timeout: 5 });
      await server.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
