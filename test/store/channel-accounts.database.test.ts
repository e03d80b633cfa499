import { expect, test } from 'vitest';
import { accountHealths, noteAccountHealth, silenceAccount } from '../../src/store/channel-accounts.ts';
import { openDesk } from '../support/desk.ts';

const key = { channel: 'zalo', account: 'oa' } as const;
const working = { state: 'working', whatToDo: '', endsAt: null } as const;

test('since when an account is as it is changes only when its state does', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;
  const endsAt = new Date('2026-11-30T09:00:00+07:00');
  const checks = [
    working,
    working,
    { state: 'warning', whatToDo: 'Gia hạn gói', endsAt },
    { ...working, state: 'warning', whatToDo: 'Gia hạn gói ngay' },
  ] as const;

  const before: unknown[] = [];
  const seen: unknown[] = [];
  for (const health of checks) {
    before.push(await noteAccountHealth(db, key, health, desk.clock.now()));
    seen.push(
      ...(await accountHealths(db)).map(({ state, whatToDo, since, checkedAt }) => [
        state,
        whatToDo,
        since.toISOString().slice(11, 16),
        checkedAt.toISOString().slice(11, 16),
      ]),
    );
    desk.clock.advanceMinutes(10);
  }

  expect(before).toEqual([null, 'working', 'working', 'warning']);
  expect(seen).toEqual([
    ['working', '', '02:00', '02:00'],
    ['working', '', '02:00', '02:10'],
    ['warning', 'Gia hạn gói', '02:20', '02:20'],
    ['warning', 'Gia hạn gói ngay', '02:20', '02:30'],
  ]);
});

test('a check does not end a silence, nor a silence what a check found', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;
  const at = desk.clock.now();
  const until = new Date(at.getTime() + 60_000);

  await noteAccountHealth(db, key, { ...working, state: 'broken', whatToDo: 'Cấp quyền lại' }, at);
  await db.transaction((tx) => silenceAccount(tx, key, until, at));
  await noteAccountHealth(db, key, { ...working, state: 'broken', whatToDo: 'Cấp quyền lại' }, at);

  expect(await accountHealths(db)).toEqual([
    expect.objectContaining({ state: 'broken', whatToDo: 'Cấp quyền lại', silentUntil: until }),
  ]);
});
