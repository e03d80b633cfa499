import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startDelivering } from '../../src/channel/delivering.ts';
import type { Pace } from '../../src/channel/port.ts';
import { openLog } from '../../src/log.ts';
import { spreadBacklog } from '../../src/store/backlog.ts';
import { channelAccounts, outbox, sendingSlots } from '../../src/store/schema/conversations.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk } from '../support/desk.ts';
import { type Call, scriptedChannel } from '../support/scripted-channel.ts';

const morning = '2026-11-23T09:15:00+07:00';
const pace: Pace = {
  account: { messages: 3, perMilliseconds: 1000 },
  chat: { messages: 1, perMilliseconds: 1000 },
  group: { messages: 20, perMilliseconds: 60_000 },
};
const wide: Pace = { ...pace, account: { messages: 100, perMilliseconds: 1000 } };

test('a chat gets one message a second, and the pause begins with the answer', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace: wide });
  const delivery = openDelivery(desk, [telegram]);

  telegram.next(async () => {
    desk.clock.advanceBy(300);
    return { status: 'accepted', providerMessageId: 'm1' };
  });
  await delivery.says('một|hai');
  await delivery.says('ba');
  await delivery.deliver();
  desk.clock.advanceBy(1000);
  await delivery.deliver();
  const early = telegram.calls.length;
  desk.clock.advanceBy(1);
  await delivery.deliver();
  desk.clock.advanceBy(1001);
  await delivery.deliver();

  expect(early).toBe(1);
  expect(telegram.calls.map(({ said, at }) => [said, at.getTime() - Date.parse(morning)])).toEqual([
    ['một', 0],
    ['hai', 1301],
    ['ba', 2302],
  ]);
});

test('a group gets one message in three seconds, so that no minute holds more than twenty', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace: wide });
  const delivery = openDelivery(desk, [telegram]);
  const group = await delivery.chat({ address: '-100', isGroup: true, contactId: null });

  for (let count = 0; count < 25; count += 1) await delivery.says(`${count}`, { conversationId: group.id });
  for (let second = 0; second < 80; second += 1) {
    await delivery.deliver();
    desk.clock.advanceBy(1000);
  }

  expect(telegram.calls).toHaveLength(20);
  expect(mostWithin(telegram.calls, 60_000)).toBeLessThanOrEqual(20);
});

test('an account sends no more in any second than its platform allows, however many processes there are', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace });
  const delivery = openDelivery(desk, [telegram]);
  const chats = await Promise.all(Array.from({ length: 20 }, (_, index) => delivery.chat({ address: `8000${index}` })));

  for (const { id } of chats) await delivery.says('chào', { conversationId: id });
  for (let tick = 0; tick < 80; tick += 1) {
    await Promise.all([delivery.pass(), delivery.pass(), delivery.pass()]);
    desk.clock.advanceBy(100);
  }

  expect(telegram.calls).toHaveLength(20);
  expect(mostWithin(telegram.calls, 1000)).toBe(3);
});

test('a sender that died gives its share of the limit back after a while', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace: { ...pace, account: { messages: 1, perMilliseconds: 1000 } } });
  const delivery = openDelivery(desk, [telegram]);
  const other = await delivery.chat({ address: '900002' });

  telegram.next(() => new Promise(() => undefined));
  await delivery.says('một');
  await delivery.says('hai', { conversationId: other.id });
  void delivery.pass();
  await expect.poll(() => telegram.calls.length).toBe(1);
  desk.clock.advanceBy(60_000);
  await delivery.pass();
  const early = telegram.calls.length;
  desk.clock.advanceBy(1000);
  await delivery.deliver();

  expect(early).toBe(1);
  expect(telegram.screen('900002')).toEqual(['hai']);
});

test('a limit that was lowered holds at once', async () => {
  await using desk = await openDesk({ now: morning });
  const before = scriptedChannel(desk.clock, { pace });
  const after = scriptedChannel(desk.clock, { pace: { ...pace, account: { messages: 1, perMilliseconds: 1000 } } });
  const delivery = openDelivery(desk, [after]);
  await delivery.pass([before]);
  for (const address of ['80001', '80002', '80003']) {
    const { id } = await delivery.chat({ address });
    await delivery.says('chào', { conversationId: id });
  }

  await delivery.pass();

  expect(await desk.database.db.select().from(sendingSlots)).toHaveLength(3);
  expect(after.calls).toHaveLength(1);
});

test('when the platform wants a chat to wait, only that chat waits; when it wants the account to wait, everybody does', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace: wide });
  const delivery = openDelivery(desk, [telegram]);
  const second = await delivery.chat({ address: '900002' });
  const third = await delivery.chat({ address: '900003' });

  telegram.next({ status: 'tryLater', afterSeconds: 7, detail: '429: Too Many Requests' });
  await delivery.says('một');
  await delivery.says('hai', { conversationId: second.id });
  await delivery.deliver();
  const withOneWaiting = telegram.screen('900002');
  telegram.next({ status: 'tryLater', afterSeconds: 30, detail: '429: Too Many Requests', whole: true });
  await delivery.says('ba', { conversationId: third.id });
  await delivery.deliver();
  desk.clock.advanceBy(29_999);
  await delivery.deliver();
  const silent = telegram.calls.length;
  desk.clock.advanceBy(1);
  await delivery.deliver();

  expect(withOneWaiting).toEqual(['hai']);
  expect(silent).toBe(3);
  expect(telegram.calls).toHaveLength(5);
  expect([...telegram.screen('900001'), ...telegram.screen('900003')]).toEqual(['một', 'ba']);
});

test('a shorter silence does not cut a longer one short', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace: wide });
  const delivery = openDelivery(desk, [telegram]);
  const second = await delivery.chat({ address: '900002' });

  telegram.next({ status: 'tryLater', afterSeconds: 30, detail: '429', whole: true });
  telegram.next({ status: 'tryLater', afterSeconds: 2, detail: '429', whole: true });
  await delivery.says('một');
  await delivery.says('hai', { conversationId: second.id });
  await delivery.deliver();

  const [account] = await desk.database.db
    .select()
    .from(channelAccounts)
    .where(eq(channelAccounts.account, telegram.account));
  expect(account?.silentUntil).toEqual(new Date(Date.parse(morning) + 30_000));
});

test('what is not called for costs nothing of the limit', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { pace, windowAt: () => 'closed' });
  const delivery = openDelivery(desk, [zalo]);

  await delivery.says('một');
  await delivery.deliver();

  const slots = await desk.database.db.select({ freeAt: sendingSlots.freeAt }).from(sendingSlots);
  expect(zalo.calls).toEqual([]);
  expect(slots.every(({ freeAt }) => freeAt <= desk.clock.now())).toBe(true);
});

test('the running deliverer sends what waits, wakes for what is said and ends with nothing in hand', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  await delivery.says('một');

  const loop = startDelivering({ desk, channels: [telegram], log: openLog('silent') });
  await expect.poll(() => telegram.screen('900001')).toEqual(['một']);
  await delivery.says('hai');
  await expect.poll(() => telegram.screen('900001'), { interval: 5 }).toEqual(['một', 'hai']);
  telegram.next(
    () => new Promise((resolve) => setTimeout(() => resolve({ status: 'accepted', providerMessageId: 'm3' }), 50)),
  );
  await delivery.says('ba');
  await expect.poll(() => telegram.calls.length, { interval: 5 }).toBe(3);
  await loop.stop();

  expect(await delivery.states()).toEqual(['sent', 'sent', 'sent']);
});

test('a call that hangs holds up its own chat and nobody else', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const other = await delivery.chat({ address: '900002' });
  const { promise: answer, resolve } = Promise.withResolvers<{ status: 'accepted'; providerMessageId: string }>();

  telegram.next(() => answer);
  await delivery.says('một');
  const loop = startDelivering({ desk, channels: [telegram], log: openLog('silent') });
  await expect.poll(() => telegram.calls.length).toBe(1);
  await delivery.says('hai', { conversationId: other.id });
  await expect.poll(() => telegram.screen('900002')).toEqual(['hai']);
  // A clock pushed forward by a demonstration must not make the process doubt its own call.
  desk.clock.advanceMinutes(10);
  await delivery.says('ba', { conversationId: other.id });
  await expect.poll(() => telegram.screen('900002')).toEqual(['hai', 'ba']);
  resolve({ status: 'accepted', providerMessageId: 'm1' });
  await loop.stop();

  expect(await delivery.states()).toEqual(['sent', 'sent', 'sent']);
});

test('a long queue is spread at the pace of the account, and who is being answered goes first', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { pace: { ...wide, account: { messages: 1, perMilliseconds: 1000 } } });
  const delivery = openDelivery(desk, [telegram]);
  for (let count = 0; count < 40; count += 1) {
    const { id } = await delivery.chat({ address: `8${count}` });
    await delivery.says(`${count}`, { conversationId: id });
  }
  const account = { channel: telegram.name, account: telegram.account, limit: telegram.pace?.account ?? null, room: 1 };

  await spreadBacklog(desk.database.db, account, desk.clock.now());
  await spreadBacklog(desk.database.db, account, desk.clock.now());
  const dueAts = (await desk.database.db.select().from(outbox).orderBy(outbox.id)).map(({ dueAt }) => dueAt.getTime());
  desk.clock.advanceBy(100);
  await delivery.says('trả lời');
  for (let second = 0; second < 50; second += 1) {
    await delivery.deliver();
    desk.clock.advanceBy(1001);
  }
  const heard = telegram.calls.map(({ said }) => said);

  expect(dueAts.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => Date.parse(morning)));
  expect(dueAts.slice(30)).toEqual(Array.from({ length: 10 }, (_, n) => Date.parse(morning) + (n + 1) * 1000));
  expect(heard).toHaveLength(41);
  expect(heard.indexOf('trả lời')).toBe(30);
});

function mostWithin(calls: readonly Call[], milliseconds: number): number {
  const times = calls.map(({ at }) => at.getTime());
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + milliseconds).length));
}
