import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { noteEcho } from '../../src/desk/conversations/note-echo.ts';
import { noteReceipt } from '../../src/desk/conversations/note-receipt.ts';
import { eventRows } from '../../src/store/cases.ts';
import { conversationById } from '../../src/store/conversations.ts';
import { messages } from '../../src/store/schema/conversations.ts';
import { earlyNews } from '../../src/store/schema/early-news.ts';
import { openACase } from '../support/cases.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { answer, mai, morning, silence } from './in-doubt.ts';

test('receipts are noted in whatever order they come, and never step back', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [zalo]);
  zalo.next({ status: 'accepted', providerMessageId: 'z-1' }, { arrives: true });
  const messageId = await delivery.says('một');
  await delivery.deliver();

  desk.clock.advanceBy(2_000);
  await receipt(desk, 'read', new Date(Date.parse(morning) + 1_000));
  desk.clock.advanceBy(2_000);
  await receipt(desk, 'delivered', desk.clock.now());
  await receipt(desk, 'delivered', null);

  expect(await delivery.rowOf(messageId)).toMatchObject({
    state: 'read',
    sentAt: new Date(morning),
    deliveredAt: new Date(Date.parse(morning) + 1_000),
    readAt: new Date(Date.parse(morning) + 1_000),
  });
});

test('a receipt that comes before the answer to our own call counts once the answer is here', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [zalo]);
  zalo.next(async () => {
    await receipt(desk, 'delivered', null);
    desk.clock.advanceBy(1_000);
    await receipt(desk, 'read', null);
    return { status: 'accepted', providerMessageId: 'z-1' };
  });
  const messageId = await delivery.says('một');

  await delivery.deliver();

  expect(await delivery.rowOf(messageId)).toMatchObject({
    state: 'read',
    deliveredAt: new Date(morning),
    readAt: new Date(Date.parse(morning) + 1_000),
  });
  expect(await desk.database.db.select().from(earlyNews)).toEqual([]);
});

test('a receipt is kept for a message whose outcome is unknown, until an echo names it', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [zalo]);
  zalo.next(silence, { arrives: true });
  const messageId = await delivery.says('một');
  await delivery.deliver();

  await receipt(desk, 'read', null);
  await act(desk, { kind: 'channel', name: 'zalo' }, async (current) => {
    const chat = await conversationById(current.tx, desk.organisation.conversationId);
    await noteEcho(current, chat, { providerMessageId: 'z-1', text: 'một', byHand: false });
  });

  expect((await delivery.rowOf(messageId)).state).toBe('read');
});

test('a receipt for something we never said is not kept', async () => {
  await using desk = await openDesk({ now: morning });

  await receipt(desk, 'read', null);

  expect(await desk.database.db.select().from(earlyNews)).toEqual([]);
});

test('a receipt from the future is noted as of now', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [zalo]);
  zalo.next({ status: 'accepted', providerMessageId: 'z-1' });
  const messageId = await delivery.says('một');
  await delivery.deliver();

  await receipt(desk, 'delivered', new Date(Date.parse(morning) + 3_600_000));

  expect(await delivery.rowOf(messageId)).toMatchObject({ state: 'delivered', deliveredAt: new Date(morning) });
});

test('a receipt for a message in doubt settles it, and the answered case counts it', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const { row } = await openACase(desk);
  telegram.next(silence);
  const messageId = await answer(desk, row.reference);
  await delivery.deliver();
  await desk.database.db.update(messages).set({ providerMessageId: 'z-1' }).where(eq(messages.id, messageId));

  await receipt(desk, 'delivered', null);

  expect((await delivery.rowOf(messageId)).state).toBe('delivered');
  expect(await deliveriesOf(desk, row.id)).toEqual(['replyNotDelivered', 'replyDelivered']);
});

test('a receipt for one part does not settle the doubt about the next', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  telegram.next({ status: 'accepted', providerMessageId: 'z-1' }, { arrives: true });
  telegram.next(silence);
  await delivery.says('một|hai');
  await delivery.deliver();

  await receipt(desk, 'delivered', null);

  expect(await delivery.states()).toEqual(['unknown']);
});

test.each<[string, Delivery[], string[]]>([
  ['arrived', [], ['replyDelivered']],
  ['was refused', [{ status: 'refused', because: 'rejectedContent', detail: '400' }], ['replyNotDelivered']],
  ['is in doubt for good', [silence], ['replyNotDelivered']],
  ['has to wait', [{ status: 'tryLater', afterSeconds: 60, detail: '500' }], []],
])('the clock of an answered case knows that the answer %s', async (_, answers, events) => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  const { row } = await openACase(desk);
  await delivery.deliver();

  await answer(desk, row.reference);
  for (const given of answers) telegram.next(given);
  await delivery.deliver();

  expect(await deliveriesOf(desk, row.id)).toEqual(events);
});

test('an answer that another chat took over counts when it has arrived there', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const zalo = scriptedChannel(desk.clock, { name: 'zalo', account: 'oa' });
  const delivery = openDelivery(desk, [telegram, zalo]);
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  const { row } = await openACase(desk);
  telegram.always(mai, { status: 'refused', because: 'blockedByPerson', detail: '403' });
  zalo.next({ status: 'tryLater', afterSeconds: 60, detail: '-32' });

  await answer(desk, row.reference);
  await delivery.deliver();
  const before = await deliveriesOf(desk, row.id);
  desk.clock.advanceMinutes(1);
  await delivery.deliver();

  expect(before).toEqual([]);
  expect(await deliveriesOf(desk, row.id)).toEqual(['replyDelivered']);
});

async function deliveriesOf(desk: TestDesk, caseId: number): Promise<string[]> {
  const rows = await eventRows(desk.database.db, caseId);
  return rows.map(({ type }) => type).filter((type) => type === 'replyDelivered' || type === 'replyNotDelivered');
}

async function receipt(desk: TestDesk, state: 'delivered' | 'read', at: Date | null): Promise<void> {
  await act(desk, { kind: 'channel', name: 'zalo' }, async (current) =>
    noteReceipt(current, await conversationById(current.tx, desk.organisation.conversationId), {
      providerMessageIds: ['z-1'],
      state,
      at,
    }),
  );
}
