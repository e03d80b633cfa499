import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import { writeNote } from '../../../src/desk/cases/write-note.ts';
import { breakInWords } from '../../../src/rules/audit/breaks.ts';
import type { Tx } from '../../../src/store/database.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk } from '../../support/desk.ts';
import { aYearInSmall, verifyAfter } from './small-year.ts';
import { lastOf, ledgersOf, type Tampering, tamper, tamperings } from './tampering.ts';

const report = { kind: 'report', category: 'officer_conduct', declarationNo: null } as const;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
test('ledgers that nobody touched are whole, before and after the day is sealed', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;
  await openACase(desk);
  // Its number comes in no order.
  await openACase(desk, report);
  expect((await verifyLedgers(db, [], () => undefined)).breaks).toEqual([]);

  const { root } = await aYearInSmall(desk);
  const verified = await verifyLedgers(db, [{ name: `root-${root.date}.json`, root }], () => undefined);

  expect(verified.breaks).toEqual([]);
  expect(verified).toMatchObject({ roots: 1, files: 1, latestRoot: { date: '2026-11-23', hash: root.hash } });
  expect(verified.rows).toBe(root.rows + 1);
});

test('whatever is done to any row of any ledger is found, and the row is named', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await aYearInSmall(desk);
  const ledgers = await desk.database.db.transaction(ledgersOf);
  const sample = fc.record({
    tampering: fc.constantFrom(...tamperings),
    ledger: fc.constantFrom(...ledgers),
    row: fc.nat(),
    other: fc.nat(),
  });
  // Each kind in turn, on rows by chance.
  const samples = fc.sample(sample, { numRuns: 90, seed }).map((each, index) => ({
    ...each,
    tampering: tamperings[index % tamperings.length] as Tampering,
  }));

  for (const { tampering, ledger, row, other } of samples) {
    const last = lastOf(ledger);
    const target = { ledger, ordinal: (row % last) + 1, other: (other % last) + 1 };
    let expected: readonly number[] = [];
    const { breaks } = await verifyAfter(desk, async (tx) => {
      expected = await tamper(tx, tampering, target);
    });

    const told = `seed ${seed}: ${tampering} on ${ledger.name} ${target.ordinal}/${target.other} of ${last}: ${JSON.stringify(breaks)}`;
    expect(breaks[0]?.ledger, told).toBe(ledger.name);
    expect(expected, told).toContain(breaks[0]?.ordinal);
  }
});

test('a case deleted with all that belongs to it is missed by its number', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { references } = await aYearInSmall(desk);
  const reference = references[1] ?? '';

  const { breaks } = await verifyAfter(desk, (tx) => deleteCase(tx, reference));

  expect(breaks[0]).toEqual({ ledger: `case/${reference}`, ordinal: null, problem: 'caseMissing' });
});

test('a report about an officer, deleted with all that belongs to it, is missed though numbers of reports have gaps', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await openACase(desk, report);
  const { row } = await openACase(desk, report);
  await openACase(desk, report);

  const { breaks } = await verifyAfter(desk, (tx) => deleteCase(tx, row.reference));

  expect(breaks).toEqual([{ ledger: `case/${row.reference}`, ordinal: null, problem: 'caseMissing' }]);
});

test('the newest case, deleted with its number, is missed by the root', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { references, root } = await aYearInSmall(desk);
  const reference = references.at(-1) ?? '';
  const sealed = root.heads.find(({ ledger }) => ledger === `case/${reference}`);

  const { breaks } = await verifyAfter(desk, async (tx) => {
    await deleteCase(tx, reference);
    await tx.execute(sql`update reference_counters set last = last - 1`);
  });

  expect(breaks[0]).toEqual({ ledger: `case/${reference}`, ordinal: sealed?.ordinal, problem: 'sealedRowMissing' });
});

test('rows whose case was deleted from under them are told', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { references } = await aYearInSmall(desk);

  const { breaks } = await verifyAfter(desk, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from cases where reference = ${references[0]}`);
  });

  expect(breaks.map(({ problem }) => problem)).toContain('withoutCase');
});

test('two cases that changed numbers are found against the root', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { references } = await aYearInSmall(desk);

  const { breaks } = await verifyAfter(desk, async (tx) => {
    await tx.execute(sql`update cases set reference = 'x' where reference = ${references[0]}`);
    await tx.execute(sql`update cases set reference = ${references[0]} where reference = ${references[1]}`);
    await tx.execute(sql`update cases set reference = ${references[1]} where reference = 'x'`);
  });

  expect(breaks.map(({ ledger }) => ledger)).toContain(`case/${references[0]}`);
});

test('rows that were cut off stay missing, though the case goes on', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { row } = await openACase(desk);
  const lan = { kind: 'officer' as const, officerId: desk.organisation.officers.lan.id };
  await act(desk, lan, (current) => takeCase(current, { reference: row.reference }));
  const before = (await desk.database.sql`delete from case_events where ordinal = 3 returning ordinal`).length;
  expect(before).toBe(1);

  await act(desk, lan, (current) => writeNote(current, { reference: row.reference, text: 'sau đó' }));

  const { breaks } = await verifyLedgers(desk.database.db, [], () => undefined);
  expect(breaks).toEqual([{ ledger: `case/${row.reference}`, ordinal: 3, problem: 'rowMissing' }]);
  expect(breaks.map(breakInWords)).toEqual([`Sổ của vụ việc ${row.reference}, dòng 3: dòng này đã bị xóa`]);
});

async function deleteCase(tx: Tx, reference: string): Promise<void> {
  // Whoever has the database's own account is not held by foreign keys.
  await tx.execute(sql`set local session_replication_role = replica`);
  await tx.execute(sql`delete from case_events where case_id = (select id from cases where reference = ${reference})`);
  await tx.execute(sql`delete from cases where reference = ${reference}`);
}
