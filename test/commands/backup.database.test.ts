import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { verifyLedgers } from '../../src/desk/audit/verify-ledgers.ts';
import { makeBackup } from '../../src/store/backup/make-backup.ts';
import { schemaSteps, tablesMadeBy, takeSteps } from '../../src/store/backup/schema-steps.ts';
import { openJobs } from '../../src/store/jobs.ts';
import { readRootFiles } from '../../src/store/root-files.ts';
import {
  anEmptyDatabase,
  aPlace,
  aWorkedDesk,
  casesIn,
  digestsOf,
  filesBelow,
  forgetFile,
  hold,
  keepFile,
  manyChanges,
  opened,
  pathOf,
  photo,
  restore,
  somebodyWaits,
  structureOf,
  sumsOf,
  watched,
} from '../support/backups.ts';
import { openACase } from '../support/cases.ts';
import { cloneDatabase } from '../support/database.ts';
import { openDelivery } from '../support/delivery.ts';
import type { TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';

const cli = join(import.meta.dirname, '../../src/commands/cli.ts');

test('a backup made while people write holds one moment, and the restored desk is sound', async () => {
  await using place = await aPlace();
  await using desk = await aWorkedDesk(place);
  await using target = await anEmptyDatabase();
  const leaving = await keepFile(desk, place.files, Buffer.from('sắp bị xóa'));
  const before = await casesIn(desk);

  let isOver = false;
  const writing = (async () => {
    while (!isOver) await openACase(desk);
  })();
  // Somebody's lock holds the backup between the files and the rows. Just then a file comes in, one goes with its row,
  // and one is removed that the rows still name.
  const holder = postgres(desk.databaseUrl, { max: 1 });
  const { release, held } = await hold(holder, 'zalo_tokens');
  const making = makeBackup(desk.database.db, place, place.backup, watched());
  await somebodyWaits(desk);
  await keepFile(desk, place.files, Buffer.from('đến giữa chừng'));
  await forgetFile(desk, leaving);
  await rm(join(place.files, await pathOf(desk.database.sql)));
  release();
  await held;
  const made = await making.finally(() => {
    isOver = true;
  });
  await writing;
  await holder.end();
  const after = await casesIn(desk);
  await restore(target.url, place, place.backup);

  await using restored = opened(target.url);
  const [row] = await restored.sql`select count(*)::int as cases, count(distinct reference)::int as numbers from cases`;
  expect(after).toBeGreaterThan(before);
  expect(row?.cases).toBeGreaterThanOrEqual(before);
  expect(row?.cases).toBeLessThanOrEqual(after);
  expect(row?.numbers).toBe(row?.cases);
  expect(made.missingFiles).toBe(0);
  const named = await restored.sql<{ path: string }[]>`select path from files where path is not null order by path`;
  expect(named).toHaveLength(2);
  expect((await filesBelow(place.restoredFiles)).filter((path) => !path.includes('uploads'))).toEqual(
    [...new Set(named.map(({ path }) => path))].sort(),
  );
  const roots = await readRootFiles(place.restoredAudit);
  expect(roots).toHaveLength(1);
  expect((await verifyLedgers(restored.db, roots, () => undefined)).breaks).toEqual([]);
});

test('a restored desk has every row, goes on with the next number, and does what was waiting once', async () => {
  await using place = await aPlace();
  await using desk = await aWorkedDesk(place);
  await using target = await cloneDatabase();
  await manyChanges(desk);
  await makeBackup(desk.database.db, place, place.backup, watched());

  const counts = await restore(target.url, place, place.backup);

  await using restored = opened(target.url);
  const digests = await digestsOf(restored.sql);
  expect(digests).toEqual(await digestsOf(desk.database.sql));
  expect(Object.keys(digests)).toEqual(tablesMadeBy(schemaSteps()));
  expect(counts).toMatchObject({ pendingJobs: 2, migrations: 0 });
  expect(await restored.sql`select count(*)::int as n from session`).toEqual([{ n: 1 }]);
  expect(await readFile(join(place.restoredFiles, await pathOf(restored.sql)))).toEqual(photo);
  expect(await structureOf(restored.sql)).toEqual(await structureOf(desk.database.sql));

  const again = `${place.backup}-again`;
  const secondPlace = { filesDirectory: place.restoredFiles, auditDirectory: place.restoredAudit };
  await makeBackup(restored.db, secondPlace, again, watched());
  const lists = await Promise.all([sumsOf(place.backup), sumsOf(again)]);
  // The list of migrations knows when this database took them only by their own numbers, so it is the same as well.
  expect(lists[1]).toEqual(lists[0]);

  const goingOn: TestDesk = { ...desk, database: restored };
  const [last] = await restored.sql`select max(id)::int as id, max(reference) as reference from cases`;
  const next = await openACase(goingOn);
  expect(next.row.id).toBeGreaterThan(last?.id);
  expect(Number(next.row.reference.slice(-5))).toBe(Number(last?.reference.slice(-5)) + 1);
  expect((await verifyLedgers(restored.db, [], () => undefined)).breaks).toEqual([]);

  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(goingOn, [telegram]);
  await delivery.deliver();
  await delivery.deliver();
  expect(telegram.screen('900001').filter((text) => text === 'chờ gửi')).toHaveLength(1);

  const jobs = await openJobs(target.url, () => undefined);
  const worked: unknown[] = [];
  const bothDone = new Promise<void>((resolve) => {
    void jobs.work('check-ledgers', async (data) => {
      worked.push(data);
      if (worked.length === 2) resolve();
    });
  });
  await bothDone;
  await jobs.stop();
  expect(worked).toEqual([{ checkId: 4711 }, { checkId: 4712 }]);
});

test('the backup of an older program is brought to the present schema', async () => {
  await using place = await aPlace();
  await using old = await anEmptyDatabase();
  await using target = await cloneDatabase();
  const steps = schemaSteps();
  await using before = opened(old.url);
  await before.sql.begin((sql) => takeSteps(sql, steps.slice(0, 2)));
  await before.sql`insert into settings (name, value) values ('of the old one', '1')`;
  await makeBackup(before.db, place, place.backup, watched());

  const counts = await restore(target.url, place, place.backup);

  await using restored = opened(target.url);
  expect(counts.migrations).toBe(steps.length - 2);
  expect(await restored.sql`select name from settings where name = 'of the old one'`).toHaveLength(1);
  await using present = await cloneDatabase();
  await using model = opened(present.url);
  expect(await structureOf(restored.sql)).toEqual(await structureOf(model.sql));
  expect(await restored.sql`select hash from drizzle.__drizzle_migrations order by created_at`).toEqual(
    steps.map(({ hash }) => ({ hash })),
  );
});

test('an operator backs up and restores by two commands, and hears what came back', async () => {
  await using place = await aPlace();
  await using desk = await aWorkedDesk(place);
  await using target = await anEmptyDatabase();
  const env = (url: string, files: string, data: string) => ({
    DATABASE_URL: url,
    DATA_DIR: data,
    ATTACHMENTS_DIR: files,
  });

  const made = await run(['backup', place.backup], env(desk.databaseUrl, place.filesDirectory, place.root));
  const back = await run(['restore', place.backup], env(target.url, place.restoredFiles, join(place.root, 'restored')));

  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('bí mật đăng nhập') });
  expect((await stat(place.backup)).mode & 0o777).toBe(0o700);
  for (const path of await filesBelow(place.backup))
    expect((await stat(join(place.backup, path))).mode & 0o777, path).toBe(0o600);
  expect(back).toMatchObject({ code: 0, said: expect.stringContaining('Sổ kiểm toán nguyên vẹn') });
  expect(back.said).toContain('2 việc đang chờ');
  expect(made.said + back.said).not.toContain(new URL(desk.databaseUrl).password || '\0');
});

function run(args: string[], settings: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env: { ...process.env, ...settings } }, (fault, stdout, stderr) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: stdout + stderr });
    });
  });
}
