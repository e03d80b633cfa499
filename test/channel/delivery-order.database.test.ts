import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { postponeUnserved } from '../../src/channel/delivery/postpone-unserved.ts';
import type { Delivery } from '../../src/channel/port.ts';
import { openLog } from '../../src/log.ts';
import { channelAccounts, messages, outbox } from '../../src/store/schema/conversations.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';

const morning = '2026-11-23T09:15:00+07:00';
const mai = '900001';

test('what is said in a chat arrives in the order in which it was said, part by part', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  await delivery.says('một|hai|ba');
  const last = await delivery.says('bốn');
  await delivery.deliver();

  expect(telegram.screen(mai)).toEqual(['một', 'hai', 'ba', 'bốn']);
  expect(await delivery.states()).toEqual(['sent', 'sent']);
  expect((await delivery.rowOf(last)).sentAt).toEqual(desk.clock.now());
});

test('a message that has to wait keeps the later ones of its chat waiting, and nobody else', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const other = await delivery.chat({ address: '900002' });

  telegram.next({ status: 'tryLater', afterSeconds: 30, detail: '500: busy' });
  await delivery.says('một');
  await delivery.says('hai');
  await delivery.says('ở chỗ khác', { conversationId: other.id });
  await delivery.deliver();
  const atFirst = [...telegram.screen(mai)];
  desk.clock.advanceBy(30_000);
  await delivery.deliver();

  expect(atFirst).toEqual([]);
  expect(telegram.screen('900002')).toEqual(['ở chỗ khác']);
  expect(telegram.screen(mai)).toEqual(['một', 'hai']);
});

test('a failed part is tried again and the parts before it are not', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  telegram.next({ status: 'accepted', providerMessageId: 'm1' }, { arrives: true });
  telegram.next({ status: 'tryLater', afterSeconds: 1, detail: '502: bad gateway' });
  const messageId = await delivery.says('một|hai');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  expect(telegram.screen(mai)).toEqual(['một', 'hai']);
  expect(await delivery.rowOf(messageId)).toMatchObject({ state: 'sent', partsSent: 2, problem: null });
});

test('two processes that look at the same moment send everything once and in order', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const chats = await Promise.all(Array.from({ length: 8 }, (_, index) => delivery.chat({ address: `80000${index}` })));

  for (const round of ['một', 'hai', 'ba'])
    for (const { id } of chats) await delivery.says(round, { conversationId: id });
  while ((await Promise.all([delivery.pass(), delivery.pass(), delivery.pass()])).some((count) => count > 0));

  expect(telegram.calls).toHaveLength(24);
  for (const { address } of chats) expect(telegram.screen(address)).toEqual(['một', 'hai', 'ba']);
});

test('a message that another process has in hand is left to it, and so are the later ones of its chat', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const { promise: answer, resolve } = Promise.withResolvers<Delivery>();

  telegram.next(() => answer);
  await delivery.says('một');
  await delivery.says('hai');
  const slow = delivery.pass();
  await expect.poll(() => telegram.calls.length).toBe(1);
  const meanwhile = await delivery.pass();
  resolve({ status: 'accepted', providerMessageId: 'm1' });
  await slow;
  await delivery.deliver();

  expect(meanwhile).toBe(0);
  expect(telegram.calls.map(({ said }) => said)).toEqual(['một', 'hai']);
});

test('a process that dies while sending leaves a message in doubt, which is listed and does not hold up the chat', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const killed = scriptedChannel(desk.clock);
  killed.next(() => new Promise(() => undefined));

  const first = await delivery.says('một');
  await delivery.says('hai');
  void delivery.pass([killed]);
  await expect.poll(() => killed.calls.length).toBe(1);
  desk.clock.advanceBy(59_000);
  await delivery.deliver();
  const before = await delivery.states();
  desk.clock.advanceBy(1_000);
  await delivery.deliver();

  expect(before).toEqual(['sending', 'queued']);
  expect(await delivery.states()).toEqual(['unknown', 'sent']);
  expect(await delivery.rowOf(first)).toMatchObject({ doubtedAt: new Date(morning), attempts: 1 });
  expect(telegram.calls.map(({ said }) => said)).toEqual(['hai']);
});

test('a process that dies while sending where twice does no harm has its message sent again', async () => {
  await using desk = await openDesk({ now: morning });
  const web = scriptedChannel(desk.clock, { resending: 'harmless' });
  const killed = scriptedChannel(desk.clock, { resending: 'harmless' });
  const delivery = openDelivery(desk, [web]);
  killed.next(() => new Promise(() => undefined));

  await delivery.says('một');
  void delivery.pass([killed]);
  await expect.poll(() => killed.calls.length).toBe(1);
  desk.clock.advanceBy(60_000);
  await delivery.deliver();

  expect(web.screen(mai)).toEqual(['một']);
  expect(await delivery.states()).toEqual(['sent']);
});

test('a process that dies between two parts goes on behind the part that has arrived', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  const messageId = await delivery.says('một|hai|ba');
  await delivery.pass();
  const between = await delivery.rowOf(messageId);
  await delivery.deliver();

  expect(between).toMatchObject({ state: 'queued', partsSent: 1 });
  expect(telegram.screen(mai)).toEqual(['một', 'hai', 'ba']);
});

test('an answer that comes after the lease was lost is proof: what arrived is not sent again', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock, { hasArrived: async () => false });
  const delivery = openDelivery(desk, [telegram]);
  const { promise: answer, resolve } = Promise.withResolvers<Delivery>();

  telegram.next(() => answer, { arrives: true });
  const messageId = await delivery.says('một');
  const slow = delivery.pass();
  await expect.poll(() => telegram.calls.length).toBe(1);
  desk.clock.advanceBy(60_000);
  await delivery.pass();
  const doubted = await delivery.rowOf(messageId);
  resolve({ status: 'accepted', providerMessageId: 'm1' });
  await slow;
  desk.clock.advanceBy(600_000);
  await delivery.deliver();

  expect(doubted.state).toBe('unknown');
  expect(await delivery.states()).toEqual(['sent']);
  expect(telegram.screen(mai)).toEqual(['một']);
});

test('an answer to try later that comes after the lease was lost changes nothing any more', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const { promise: answer, resolve } = Promise.withResolvers<Delivery>();

  telegram.next(() => answer);
  const messageId = await delivery.says('một');
  const slow = delivery.pass();
  await expect.poll(() => telegram.calls.length).toBe(1);
  desk.clock.advanceBy(60_000);
  await delivery.pass();
  resolve({ status: 'tryLater', afterSeconds: 1, detail: '500: busy' });
  await slow;

  expect((await delivery.rowOf(messageId)).state).toBe('unknown');
});

test('a channel that breaks off in the middle of a call leaves a doubt, not a failure', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  telegram.next(() => Promise.reject(new Error('aborted')));
  await delivery.says('một');
  await delivery.deliver();

  expect(await delivery.states()).toEqual(['unknown']);
});

test('a message for an account that is not switched on says so and goes out once it is', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const other = scriptedChannel(desk.clock, { name: 'zalo', account: 'oa' });
  const delivery = openDelivery(desk, [telegram]);

  const messageId = await delivery.says('một');
  await postponeUnserved({ desk, channels: [other], log: openLog('silent'), random: () => 0 });
  const waiting = await delivery.rowOf(messageId);
  desk.clock.advanceBy(60_000);
  await delivery.deliver();

  expect(waiting).toMatchObject({ state: 'queued', problem: expect.stringContaining('chưa được bật') });
  expect(telegram.screen(mai)).toEqual(['một']);
  expect((await delivery.rowOf(messageId)).problem).toBeNull();
});

test('a database that is away for a moment does not lose what the platform answered', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  let faults = 0;
  const { db } = desk.database;
  const shaky = {
    ...desk,
    database: {
      ...desk.database,
      db: new Proxy(db, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key);
          if (key !== 'transaction' || typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            faults += 1;
            return faults <= 2 ? Promise.reject(new Error('connection lost')) : member.apply(target, given);
          };
        },
      }),
    },
  };

  await delivery.says('một');
  await openDelivery(shaky, [telegram]).pass();

  expect(faults).toBe(3);
  expect(telegram.screen(mai)).toEqual(['một']);
  expect(await delivery.states()).toEqual(['sent']);
});

test('a chat that has moved is written to at its new address', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  telegram.next({ status: 'moved', to: '-100900001', detail: '400: group chat was upgraded' });
  await delivery.says('một');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  expect(telegram.screen('-100900001')).toEqual(['một']);
});

test('a chat that has moved to one that we know already goes on there', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const there = await delivery.chat({ address: '-100900001', contactId: null });

  telegram.next({ status: 'moved', to: there.address, detail: '400: group chat was upgraded' });
  const messageId = await delivery.says('một');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  const [message] = await desk.database.db.select().from(messages).where(eq(messages.id, messageId));
  expect(telegram.screen(there.address)).toEqual(['một']);
  expect(message?.conversationId).toBe(there.id);
  expect(await desk.database.db.select().from(channelAccounts)).toEqual([]);
  expect(await desk.database.db.select({ state: outbox.state }).from(outbox)).toEqual([{ state: 'sent' }]);
});
