import { expect, test } from 'vitest';
import { deliverPass } from '../../../src/channel/delivering.ts';
import type { Pace } from '../../../src/channel/port.ts';
import { act } from '../../../src/desk/act.ts';
import { say } from '../../../src/desk/conversations/say.ts';
import { invitePass } from '../../../src/desk/ratings/inviting.ts';
import { remindOfInvitations } from '../../../src/desk/ratings/remind.ts';
import { openLog } from '../../../src/log.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, seagull, seaStar } from '../../support/linking.ts';
import { declares, invites, speakers } from '../../support/ratings.ts';
import { scriptedChannel } from '../../support/scripted-channel.ts';

const now = '2026-11-25T09:00:00+07:00';
const inviter = { kind: 'schedule', name: 'invite' } as const;

test('each change is planned once, whoever looks; a cancelled declaration and one rated before are not asked about', async () => {
  await using desk = await openDesk({ now });
  const star = await anEnterprise(desk, seaStar);
  await anEnterprise(desk, seagull);
  await speakers(desk, [star.id], 'telegram');
  const telegram = scriptedChannel(desk.clock, { account: 'test' });
  const old = new Date('2026-11-05T09:00:00+07:00');
  await declares(
    desk,
    { taxCode: star.taxCode, number: '107861377120', state: 'released' },
    { taxCode: star.taxCode, number: '107861377230', state: 'inspecting' },
    { taxCode: star.taxCode, number: '107861377340', state: 'stored' },
    { taxCode: star.taxCode, number: '107861377450', registeredAt: old, stateAt: old },
    { taxCode: seagull.taxCode, number: '107861377560' },
  );
  await Promise.all([invitePass(desk, []), invitePass(desk, []), invitePass(desk, [])]);
  desk.clock.advanceMinutes(1);
  await declares(
    desk,
    { taxCode: star.taxCode, number: '107861377120', state: 'cleared' },
    { taxCode: star.taxCode, number: '107861377340', state: 'cancelled' },
  );
  await invites(desk, telegram);
  desk.clock.advanceMinutes(5);
  await invites(desk, telegram);

  const rows = await desk.database.sql`
    select d.number, i.state, i.skipped_because as because, i.occasion
      from rating_invitations i join declarations d on d.id = i.declaration_id order by d.number`;
  expect(rows).toEqual([
    { number: '107861377120', state: 'sent', because: null, occasion: 'cleared' },
    { number: '107861377340', state: 'skipped', because: 'cancelled', occasion: 'stored' },
  ]);
});

test('at night nothing goes out; a person gets three messages a day at most, the last with all that gathered', async () => {
  await using desk = await openDesk({ now: '2026-11-25T19:56:00+07:00' });
  const star = await anEnterprise(desk, seaStar);
  await speakers(desk, [star.id], 'telegram');
  const telegram = scriptedChannel(desk.clock, { account: 'test' });
  const parts = { desk, channels: [telegram], log: openLog('silent') };
  let next = 0;

  // Every hour from the evening to the end of the next day another declaration is cleared.
  for (let minutes = 0; minutes < 28 * 60; minutes += 60) {
    await declares(desk, { taxCode: star.taxCode, number: `1078613${100 + next++}10` });
    await invites(desk, telegram);
    await deliverPass(parts);
    desk.clock.advanceMinutes(60);
  }

  const times = telegram.calls.map(({ at }) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(8, 16));
  expect(times).toHaveLength(3);
  expect(times[0]).toMatch(/^26T08:5/);
  expect(times[1]).toMatch(/^26T09:5/);
  expect(times[2]).toMatch(/^26T16:5/);
  const [sent] = await desk.database.sql`
    select count(*) filter (where state = 'sent')::int as sent, max(expires_at) > ${desk.clock.now()} as lasts from rating_invitations`;
  expect(sent).toMatchObject({ lasts: true });
  expect(Number(sent?.sent)).toBe(21);
});

test('what nobody answered is asked about once more after three days, and then never again', async () => {
  await using desk = await openDesk({ now });
  const star = await anEnterprise(desk, seaStar);
  await speakers(desk, [star.id], 'telegram');
  const telegram = scriptedChannel(desk.clock, { account: 'test' });
  const accounts = [{ channel: 'telegram' as const, account: 'test', pace: null }];
  const parts = { desk, channels: [telegram], log: openLog('silent') };
  await declares(desk, { taxCode: star.taxCode, number: '107861377120' });
  await invites(desk, telegram);

  for (let day = 0; day < 18; day += 1) {
    desk.clock.advanceMinutes(5);
    await invites(desk, telegram);
    await act(desk, inviter, (current) => remindOfInvitations(current, accounts));
    desk.clock.advanceBy(1000);
    await deliverPass(parts);
    desk.clock.advanceMinutes(24 * 60 - 5);
  }

  expect(telegram.calls.map(({ said }) => said.slice(0, 9))).toEqual(['Tờ khai *', 'Nhắc lại ']);
  expect(await desk.database.sql`select state from rating_invitations`).toEqual([{ state: 'expired' }]);
});

test('a burst of invitations keeps to the limits, and answers to people who write do not wait for it', async () => {
  await using desk = await openDesk({ now });
  const pace: Pace = {
    account: { messages: 10, perMilliseconds: 1000 },
    chat: { messages: 1, perMilliseconds: 1000 },
    group: { messages: 20, perMilliseconds: 60_000 },
  };
  const telegram = scriptedChannel(desk.clock, { account: 'test', pace });
  const parts = { desk, channels: [telegram], log: openLog('silent') };
  const accounts = [{ channel: 'telegram' as const, account: 'test', pace: pace.account }];
  const ids: number[] = [];
  for (let count = 0; count < 40; count += 1)
    ids.push(
      (await anEnterprise(desk, { taxCode: `02991${String(count).padStart(5, '0')}`, name: `Công ty ${count}` })).id,
    );
  await speakers(desk, ids, 'telegram');
  await declares(
    desk,
    ...Array.from({ length: 200 }, (_, at) => ({
      taxCode: `02991${String(at % (at < 80 ? 40 : 4)).padStart(5, '0')}`,
      number: `1078${String(at).padStart(7, '0')}0`,
    })),
  );
  await invitePass(desk, accounts);
  desk.clock.advanceMinutes(5);

  let replies = 0;
  // Five invitations and two answers a second, where the account takes ten.
  for (let tick = 0; tick < 400; tick += 1) {
    if (tick % 10 === 0) await invitePass(desk, accounts);
    if (tick % 10 === 5) {
      replies += 1;
      await answer(desk, replies);
    }
    await deliverPass(parts);
    desk.clock.advanceBy(50);
  }

  const invited = telegram.calls.filter(({ said }) => !said.startsWith('Trả lời'));
  const waits = telegram.calls
    .filter(({ said }) => said.startsWith('Trả lời'))
    .map(({ said, at }) => at.getTime() - Number(said.split(' ').at(-1)));
  expect(waits).toHaveLength(replies);
  expect(Math.max(...waits)).toBeLessThanOrEqual(250);
  expect(new Set(invited.map(({ address }) => address)).size).toBe(40);
  for (const calls of Map.groupBy(invited, ({ address }) => address).values())
    expect(calls.length).toBeLessThanOrEqual(3);
  const instants = telegram.calls.map(({ at }) => at.getTime());
  for (const [index, at] of instants.entries())
    expect((instants[index + 10] ?? Infinity) - at).toBeGreaterThanOrEqual(1000);
});

/** Somebody who wrote is answered: in one of twenty other chats. */
async function answer(desk: TestDesk, count: number): Promise<void> {
  const { sql } = desk.database;
  const at = desk.clock.now();
  const [chat] = await sql<{ id: string }[]>`
    insert into conversations (channel, account, address, dialogue, created_at, last_message_at)
    values ('telegram', 'test', ${`asks-${count % 40}`}, '{}', ${at}, ${at})
    on conflict (channel, account, address) do update set last_message_at = ${at} returning id`;
  await act(desk, { kind: 'schedule', name: 'test' }, (current) =>
    say(current, { conversationId: Number(chat?.id), message: { text: `Trả lời ${at.getTime()}` } }),
  );
}
