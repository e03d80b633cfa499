import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { checkBackup } from '../../src/store/backup/check-backup.ts';
import { makeBackup } from '../../src/store/backup/make-backup.ts';
import { restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import {
  anEmptyDatabase,
  aPlace,
  aWorkedDesk,
  digestsOf,
  manyChanges,
  opened,
  restore,
  watched,
} from '../support/backups.ts';
import { cloneDatabase } from '../support/database.ts';

test('what is not a whole backup, or no place for one, is refused in a sentence and changes nothing', async () => {
  await using place = await aPlace();
  await using desk = await aWorkedDesk(place);
  await using target = await anEmptyDatabase();
  await makeBackup(desk.database.db, place, place.backup, watched());
  const spoiled = async (spoil: (directory: string) => Promise<unknown>) => {
    const copy = join(place.root, `spoiled-${Math.random()}`);
    await cp(place.backup, copy, { recursive: true });
    await spoil(copy);
    return restore(target.url, place, copy).then(
      () => 'restored',
      (fault: Error) => fault.message,
    );
  };
  const inManifest = (from: RegExp, to: string) =>
    spoiled(async (copy) => {
      const path = join(copy, 'manifest.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
    });

  expect(
    await spoiled((copy) => writeFile(join(copy, 'tables', 'public.cases.copy.gz'), 'x', { flag: 'a' })),
  ).toContain('Tệp tables/public.cases.copy.gz trong bản sao lưu đã hỏng hoặc bị sửa');
  expect(await spoiled((copy) => rm(join(copy, 'tables', 'public.messages.copy.gz')))).toContain(
    'thiếu tệp tables/public.messages.copy.gz',
  );
  expect(await spoiled((copy) => writeFile(join(copy, 'SHA256SUMS'), '', { flag: 'w' }))).toContain('SHA256SUMS');
  expect(await spoiled((copy) => rm(join(copy, 'SHA256SUMS')))).toContain('thiếu tệp SHA256SUMS');
  expect(await spoiled((copy) => rm(join(copy, 'manifest.json')))).toContain(
    'không phải là một bản sao lưu hoàn chỉnh',
  );
  expect(await spoiled((copy) => writeFile(join(copy, 'manifest.json'), '{'))).toContain('manifest.json');
  expect(await inManifest(/"format": 1/, '"format": 2')).toContain('phiên bản mới hơn');
  expect(await inManifest(/"hash": "./, '"hash": "_')).toContain('manifest.json');
  expect(await inManifest(/("createdAt": )(\d+)/, '$19$2')).toContain('phiên bản mới hơn');
  expect(await inManifest(/"rows": \d+/, '"rows": 999999')).toContain('999999');
  expect(await inManifest(/"phone"|"title"/, '"nothing"')).toContain('không khớp');

  await mkdir(place.restoredFiles, { recursive: true });
  await writeFile(join(place.restoredFiles, 'of-others.txt'), 'x');
  expect(await spoiled(async () => undefined)).toContain('đã có tệp không thuộc bản sao lưu (of-others.txt)');
  await rm(join(place.restoredFiles, 'of-others.txt'));

  const connected = openDatabase(target.url, { max: 1 });
  await connected.sql`select 1`;
  expect(await spoiled(async () => undefined)).toContain('Hãy dừng mọi tiến trình');
  await connected.close();

  await using used = await cloneDatabase();
  const worker = postgres(used.url, { max: 1 });
  await worker`insert into reference_counters (prefix, year, last) values ('VM', 2026, 1)`;
  const kept = await digestsOf(worker);
  await expect(restore(used.url, place, place.backup)).rejects.toThrow('đã có dữ liệu (bảng reference_counters)');
  expect(await digestsOf(worker)).toEqual(kept);
  await worker.end();

  await expect(makeBackup(desk.database.db, place, place.backup, watched())).rejects.toThrow('không trống');
  await expect(makeBackup(desk.database.db, place, join(place.filesDirectory, 'in'), watched())).rejects.toThrow(
    'nằm trong thư mục được sao lưu',
  );
  await mkdir(join(place.root, 'half.part'));
  await expect(makeBackup(desk.database.db, place, join(place.root, 'half'), watched())).rejects.toThrow('dở dang');
  await expect(restore(target.url, place, join(place.root, 'half.part'))).rejects.toThrow('đuôi .part');

  await using untouched = opened(target.url);
  expect(await untouched.sql`select relname from pg_class where relnamespace = 'public'::regnamespace`).toEqual([]);
  expect(await untouched.sql`select 1 from pg_namespace where nspname = 'drizzle'`).toEqual([]);
});

test('work that is stopped in the middle leaves nothing behind, and the next attempt succeeds', async () => {
  await using place = await aPlace();
  await using desk = await aWorkedDesk(place);
  await using target = await anEmptyDatabase();

  await manyChanges(desk);
  const inALargeTable = {
    ...watched(),
    watch(bytes: number) {
      if (bytes >= 64 * 1024) throw new Error('dừng');
    },
  };
  await expect(makeBackup(desk.database.db, place, place.backup, inALargeTable)).rejects.toThrow('dừng');
  expect((await readdir(place.root)).filter((name) => name.startsWith('backup'))).toEqual([]);
  await makeBackup(desk.database.db, place, place.backup, watched());

  const checked = await checkBackup(place.backup, () => undefined);
  const restoredPlace = { filesDirectory: place.restoredFiles, auditDirectory: place.restoredAudit };
  let bytesRead = 0;
  const inTheMiddle = (bytes: number) => {
    bytesRead += bytes;
    if (bytesRead > 60_000) throw new Error('dừng');
  };
  await expect(restoreBackup(target.url, restoredPlace, checked, inTheMiddle)).rejects.toThrow('dừng');
  const onceFilesArrive = () => {
    if (existsSync(place.restoredFiles)) throw new Error('dừng');
  };
  await expect(restoreBackup(target.url, restoredPlace, checked, onceFilesArrive)).rejects.toThrow('dừng');
  await using left = opened(target.url);
  expect(await left.sql`select relname from pg_class where relnamespace = 'public'::regnamespace`).toEqual([]);
  await left.close();

  let hasStarted = false;
  let starting: Promise<void> | null = null;
  await restoreBackup(target.url, restoredPlace, checked, () => {
    // A desk that starts meanwhile.
    starting ??= migrate(target.url).then(() => {
      hasStarted = true;
    });
    expect(hasStarted).toBe(false);
  });
  await starting;
  expect(hasStarted).toBe(true);
  await using restored = opened(target.url);
  expect(await digestsOf(restored.sql)).toEqual(await digestsOf(desk.database.sql));
});
