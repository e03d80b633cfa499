import { expect, test } from 'vitest';
import { verifyLedgers } from '../../src/desk/audit/verify-ledgers.ts';
import { appendLedger, ledgerRows } from '../../src/store/ledger.ts';
import { openDesk } from '../support/desk.ts';

const by = { kind: 'schedule', name: 'test' } as const;
const entry = (type: string) => ({ type, detail: { n: 1 } });

test('who adds to a stream while another is adding waits for them, and the chain has neither gap nor fork', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;
  const at = desk.clock.now();
  const order: string[] = [];

  let second: Promise<void> = Promise.resolve();
  await db.transaction(async (held) => {
    await appendLedger(held, 'organisation', [entry('first')], by, at);
    second = db.transaction(async (tx) => {
      await appendLedger(tx, 'organisation', [entry('second'), entry('third')], by, at);
      order.push('the second one was let in');
    });
    // The second one stands at the lock once the server says so.
    await untilSomebodyWaits(desk.databaseUrl, desk.database.sql);
    order.push('the first one ends');
  });
  await second;

  expect(order).toEqual(['the first one ends', 'the second one was let in']);
  const rows = await ledgerRows(db, 'organisation', { before: null, limit: 10 });
  expect(rows.map(({ type, ordinal }) => `${ordinal} ${type}`)).toEqual(['3 third', '2 second', '1 first']);
  expect((await verifyLedgers(db, [], () => undefined)).breaks).toEqual([]);
});

test('an act that is undone leaves nothing in the ledger, and the next one takes its place', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;
  const undone = db.transaction(async (tx) => {
    await appendLedger(tx, 'policies', [entry('undone')], by, desk.clock.now());
    throw new Error('not after all');
  });
  await expect(undone).rejects.toThrow('not after all');

  await db.transaction((tx) => appendLedger(tx, 'policies', [entry('kept')], by, desk.clock.now()));

  const rows = await ledgerRows(db, 'policies', { before: null, limit: 10 });
  expect(rows.map(({ type, ordinal }) => `${ordinal} ${type}`)).toEqual(['1 kept']);
  expect((await verifyLedgers(db, [], () => undefined)).breaks).toEqual([]);
});

test('twenty people who add at once each get a row of their own', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;

  await Promise.all(
    Array.from({ length: 20 }, () =>
      db.transaction((tx) => appendLedger(tx, 'calendars', [entry('added')], by, desk.clock.now())),
    ),
  );

  const rows = await ledgerRows(db, 'calendars', { before: null, limit: 50 });
  expect(rows.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
  expect((await verifyLedgers(db, [], () => undefined)).breaks).toEqual([]);
});

async function untilSomebodyWaits(url: string, sql: { unsafe(text: string): PromiseLike<{ length: number }> }) {
  const database = new URL(url).pathname.slice(1);
  for (let tries = 0; tries < 500; tries += 1) {
    const waiting = await sql.unsafe(
      `select 1 from pg_stat_activity where datname = '${database}' and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
  throw new Error('Nobody waits for the lock');
}
