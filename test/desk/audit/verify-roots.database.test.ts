import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { sealDay } from '../../../src/desk/audit/seal-day.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { hashOfRoot } from '../../../src/rules/audit/root.ts';
import type { Tx } from '../../../src/store/database.ts';
import { exportRoot, readRootFiles } from '../../../src/store/root-files.ts';
import { headsOf } from '../../../src/store/roots.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk } from '../../support/desk.ts';
import { aYearInSmall, schedule, verifyAfter } from './small-year.ts';
import { ledgersOf, tamper } from './tampering.ts';

test.each([
  ['a head taken out of a root', sql`delete from sealed_heads where ledger = 'organisation'`, 'rootChanged'],
  ['a head changed in a root', sql`update sealed_heads set ordinal = 2 where ledger = 'organisation'`, 'rootChanged'],
  ['the figures of a root changed', sql`update audit_roots set rows = rows - 1`, 'rootChanged'],
  ['the newest root deleted', sql`with h as (delete from sealed_heads) delete from audit_roots`, 'rootMissing'],
])('%s is found', async (_, change, problem) => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await aYearInSmall(desk);

  const { breaks } = await verifyAfter(desk, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(change);
  });

  expect(breaks[0]).toEqual({ ledger: 'root/2026-11-23', ordinal: null, problem });
});

test('a root in the middle that was deleted is missed by the one after it', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await aYearInSmall(desk);
  desk.clock.set('2026-11-24T00:05:00+07:00');
  await act(desk, schedule, sealDay);
  desk.clock.set('2026-11-25T00:05:00+07:00');
  await act(desk, schedule, sealDay);

  const { breaks } = await verifyAfter(desk, async (tx) => {
    await tx.execute(sql`delete from sealed_heads where date = '2026-11-24'`);
    await tx.execute(sql`delete from audit_roots where date = '2026-11-24'`);
  });

  expect(breaks).toContainEqual({ ledger: 'root/2026-11-25', ordinal: null, problem: 'rootNotFollowing' });
  expect(breaks).toContainEqual({ ledger: 'root/2026-11-24', ordinal: null, problem: 'rootMissing' });
});

test('who rewrites a ledger with all its witnesses in the database is found by the file that was kept elsewhere', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { root } = await aYearInSmall(desk);
  const everything = async (tx: Tx) => {
    await tx.execute(sql`delete from sealed_heads`);
    await tx.execute(sql`delete from audit_roots`);
    await tx.execute(sql`delete from ledger where stream = 'audit'`);
    await tx.execute(sql`delete from ledger_heads where stream = 'audit'`);
    const organisation = (await ledgersOf(tx)).find(({ key }) => key === 'organisation');
    if (organisation === undefined) throw new Error('The organisation has no ledger');
    await tamper(tx, 'rewriteWithHead', { ledger: organisation, ordinal: 2, other: 1 });
  };

  const without = await verifyAfter(desk, everything);
  const withFile = await verifyAfter(desk, everything, [root]);

  // Nothing inside the database can tell: this is what the files are for.
  expect(without.breaks).toEqual([]);
  expect(withFile.breaks).toContainEqual({ ledger: 'root/2026-11-23', ordinal: null, problem: 'rootMissing' });
  expect(withFile.breaks).toContainEqual({ ledger: 'organisation', ordinal: 4, problem: 'sealedRowChanged' });
});

test('a file of a root that was tampered with is found, even when its own hash was made anew', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { root } = await aYearInSmall(desk);
  const changed = { ...root, rows: root.rows - 1 };
  const rehashed = { ...changed, hash: hashOfRoot(changed) };
  const nothing = async () => undefined;

  expect((await verifyAfter(desk, nothing, [changed])).breaks).toEqual([
    { ledger: 'file/root-2026-11-23.json', ordinal: null, problem: 'fileChanged' },
  ]);
  expect((await verifyAfter(desk, nothing, [rehashed])).breaks).toEqual([
    { ledger: 'file/root-2026-11-23.json', ordinal: null, problem: 'fileDiffers' },
  ]);
});

test('a day is sealed once, however often it is asked, and by two processes at once', async () => {
  await using desk = await openDesk({ now: '2026-11-23T00:05:00+07:00' });
  await openACase(desk);

  const [one, other] = await Promise.all([act(desk, schedule, sealDay), act(desk, schedule, sealDay)]);
  await openACase(desk);
  desk.clock.set('2026-11-23T23:59:00+07:00');
  const later = await act(desk, schedule, sealDay);

  expect(other).toEqual(one);
  expect(later).toEqual(one);
  expect(one.date).toBe('2026-11-23');
  expect((await verifyLedgers(desk.database.db, [], () => undefined)).breaks).toEqual([]);
});

test('the next day names only the ledgers that moved, and continues from the day before', async () => {
  await using desk = await openDesk({ now: '2026-11-23T00:05:00+07:00' });
  const { row: quiet } = await openACase(desk);
  const first = await act(desk, schedule, sealDay);
  desk.clock.set('2026-11-23T09:00:00+07:00');
  const { row: busy } = await openACase(desk);

  desk.clock.set('2026-11-24T00:05:00+07:00');
  const second = await act(desk, schedule, sealDay);

  expect(first.heads.map(({ ledger }) => ledger)).toEqual([`case/${quiet.reference}`]);
  expect(second.heads.map(({ ledger }) => ledger)).toEqual(['audit', `case/${busy.reference}`]);
  expect(second.previousHash).toBe(first.hash);
  expect(second.ledgers).toBe(3);
  expect(await headsOf(desk.database.db, '2026-11-24')).toEqual(second.heads);
});

test('an exported root reads back as it was sealed, is never written over, and a changed file is not believed', async () => {
  await using desk = await openDesk({ now: '2026-11-23T00:05:00+07:00' });
  await openACase(desk);
  const root = await act(desk, schedule, sealDay);
  const directory = await mkdtemp(join(tmpdir(), 'dong-hanh-roots-'));
  try {
    const path = await exportRoot(directory, root);
    await exportRoot(directory, { ...root, rows: 0 });
    await writeFile(join(directory, 'notes.txt'), 'not a root');
    expect(await readRootFiles(directory)).toEqual([{ name: 'root-2026-11-23.json', root }]);
    expect(await readdir(directory)).toEqual(['notes.txt', 'root-2026-11-23.json']);

    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -20));
    const files = await readRootFiles(directory);
    const { breaks } = await verifyLedgers(desk.database.db, files, () => undefined);
    expect(breaks).toEqual([{ ledger: 'file/root-2026-11-23.json', ordinal: null, problem: 'fileUnreadable' }]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
