import { expect, test } from 'vitest';
import { lockCase } from '../../src/store/cases.ts';
import { caseExclusions } from '../../src/store/schema/cases.ts';
import { outbox } from '../../src/store/schema/conversations.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const replies = '/api/v1/cases/VM-2026-000001/replies';
const key = { 'idempotency-key': 'mot-lan' };

test('the same request again gets the same answer and says nothing twice', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);

  const first = await web.program.post(replies, { text: 'Mời qua cổng' }, key);
  desk.clock.advanceMinutes(5);
  const again = await web.program.post(replies, { text: 'Mời qua cổng' }, key);

  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(await desk.database.db.select().from(outbox)).toHaveLength(1);
});

test('the same key for something else is refused', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await web.program.post(replies, { text: 'Mời qua cổng' }, key);

  const other = await web.program.post(replies, { text: 'Mời quay lại' }, key);

  expect([other.status, other.body.code]).toEqual([422, 'keyUsedForAnother']);
});

test('two people may use the same key', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);

  await web.program.post(replies, { text: 'Mời qua cổng' }, key);
  await lan.post(replies, { text: 'Mời qua cổng' }, key);

  expect(await desk.database.db.select().from(outbox)).toHaveLength(2);
});

test('requests that race have one effect and one answer', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const release = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const colleague = desk.database.db.transaction(async (tx) => {
    await lockCase(tx, 'VM-2026-000001');
    held.resolve();
    await release.promise;
  });
  await held.promise;

  const racing = [1, 2].map(() => web.program.post(replies, { text: 'Mời qua cổng' }, key));
  await untilWaiting(desk, 2);
  release.resolve();
  await colleague;
  const [first, second] = await Promise.all(racing);

  expect([first?.status, second?.status]).toEqual([201, 201]);
  expect(second?.body).toEqual(first?.body);
  expect(await desk.database.db.select().from(outbox)).toHaveLength(1);
});

test('a refused request keeps nothing and may be tried again', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const early = await web.program.post(replies, { text: 'Mời qua cổng' }, key);
  await openACase(desk);
  const later = await web.program.post(replies, { text: 'Mời qua cổng' }, key);

  expect([early.status, later.status]).toEqual([404, 201]);
});

test('a kept answer is not given to somebody who has been excluded since', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  const { hoa } = desk.organisation.officers;
  const caller = await web.signIn(hoa);
  await caller.post(replies, { text: 'Mời qua cổng' }, key);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: hoa.id, because: 'người bị phản ánh' });

  expect((await caller.post(replies, { text: 'Mời qua cổng' }, key)).status).toBe(404);
});

/** Both are in the middle of it: each waits for a lock that another transaction holds. */
async function untilWaiting(desk: TestDesk, count: number): Promise<void> {
  for (;;) {
    const waiting = await desk.database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length >= count) return;
  }
}
