import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/channel/port.ts';
import { messages } from '../../src/store/schema/conversations.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { echo, mai, morning, silence, text } from './in-doubt.ts';

test('an echo of our own words settles a message in doubt', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => null });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence, { arrives: true });
  const messageId = await delivery.says(text);
  await delivery.says('hai');
  await delivery.deliver();
  await echo(desk, { providerMessageId: 'z-1', text: `${text}\n` });
  await delivery.deliver();

  expect(await delivery.states()).toEqual(['sent', 'sent']);
  expect(await providerIdOf(desk, messageId)).toBe('z-1');
  expect(zalo.screen(mai)).toEqual([text, 'hai']);
});

test.each<[string, Delivery]>([
  ['that never comes', silence],
  ['that it was accepted', { status: 'accepted', providerMessageId: 'z-1' }],
  ['to try later', { status: 'tryLater', afterSeconds: 1, detail: '504: gateway timeout' }],
])('an echo that comes before an answer %s is believed', async (_, answer) => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => false });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(
    async () => {
      await echo(desk, { providerMessageId: 'z-1', text });
      return answer;
    },
    { arrives: true },
  );
  const messageId = await delivery.says(text);
  await delivery.deliver();
  desk.clock.advanceMinutes(600);
  await delivery.deliver();

  expect(zalo.screen(mai)).toEqual([text]);
  expect(await delivery.states()).toEqual(['sent']);
  expect(await providerIdOf(desk, messageId)).toBe('z-1');
});

test('an echo of one part of a long message lets the next part follow', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => null });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence, { arrives: true });
  await delivery.says('phần thứ nhất của câu trả lời|phần thứ hai');
  await delivery.deliver();
  await echo(desk, { providerMessageId: 'z-1', text: 'phần thứ nhất của câu trả lời' });
  await delivery.deliver();

  expect(zalo.screen(mai)).toEqual(['phần thứ nhất của câu trả lời', 'phần thứ hai']);
  expect(await delivery.states()).toEqual(['sent']);
});

test('an answer that comes after an echo and after the next part does not send that part again', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => null });
  const delivery = openDelivery(desk, [zalo]);
  const { promise: answered, resolve } = Promise.withResolvers<Delivery>();

  zalo.next(() => answered, { arrives: true });
  await delivery.says('phần thứ nhất của câu trả lời|phần thứ hai|phần thứ ba');
  const slow = delivery.pass();
  await expect.poll(() => zalo.calls.length).toBe(1);
  await echo(desk, { providerMessageId: 'z-1', text: 'phần thứ nhất của câu trả lời' });
  await delivery.pass();
  resolve({ status: 'accepted', providerMessageId: 'z-1' });
  await slow;
  await delivery.deliver();

  expect(zalo.screen(mai)).toEqual(['phần thứ nhất của câu trả lời', 'phần thứ hai', 'phần thứ ba']);
  expect(await delivery.states()).toEqual(['sent']);
});

test.each([
  ['other words', { text: 'Tờ khai của anh/chị đã được phân luồng đỏ.' }],
  ['no words', { text: '' }],
])('an echo of %s settles nothing', async (_, change) => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => null });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  await delivery.says(text);
  await delivery.deliver();
  await echo(desk, { providerMessageId: 'z-1', ...change });

  expect(await delivery.states()).toEqual(['unknown']);
});

test('an echo of a message that was sent long ago in the same words settles only one of the two', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => null });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  await delivery.says(text);
  for (const minutes of [0, 1, 1, 2, 120]) {
    desk.clock.advanceMinutes(minutes);
    await delivery.deliver();
  }
  zalo.next({ status: 'accepted', providerMessageId: 'z-2' }, { arrives: true });
  await delivery.says(text);
  await delivery.deliver();
  await echo(desk, { providerMessageId: 'z-2', text });
  await echo(desk, { providerMessageId: 'z-2', text });

  expect(await delivery.states()).toEqual(['unknown', 'sent']);
});

test('what somebody typed in the tool of the platform is kept in the thread, once', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [zalo]);

  await echo(desk, { providerMessageId: 'z-1', text: 'Chào anh/chị', byHand: true });
  await echo(desk, { providerMessageId: 'z-1', text: 'Chào anh/chị', byHand: true });
  await delivery.deliver();

  const kept = await desk.database.db.select().from(messages);
  expect(kept).toEqual([expect.objectContaining({ author: 'officer', text: 'Chào anh/chị' })]);
  expect(zalo.calls).toEqual([]);
});

async function providerIdOf(desk: TestDesk, messageId: number): Promise<string | null> {
  const [row] = await desk.database.db.select().from(messages).where(eq(messages.id, messageId));
  return row?.providerMessageId ?? null;
}
