import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { noteEcho } from '../../src/desk/conversations/note-echo.ts';
import { noteReceipt } from '../../src/desk/conversations/note-receipt.ts';
import { eventRows } from '../../src/store/cases.ts';
import { conversationById } from '../../src/store/conversations.ts';
import { changeDoubted } from '../../src/store/doubts.ts';
import { messages, outbox } from '../../src/store/schema/conversations.ts';
import { earlyNews } from '../../src/store/schema/early-news.ts';
import { openACase } from '../support/cases.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';

const morning = '2026-11-23T09:15:00+07:00';
const mai = '900001';
const silence: Delivery = { status: 'unknown', detail: 'timeout' };
const text = 'Lô hàng của anh/chị đã qua khu vực giám sát lúc 9 giờ.';

test('where nobody can be asked, an unknown outcome waits for a person and the chat goes on', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  telegram.next(silence);
  const messageId = await delivery.says('một');
  await delivery.says('hai');
  await delivery.deliver();
  desk.clock.advanceMinutes(600);
  await delivery.deliver();

  expect(telegram.calls.map(({ said }) => said)).toEqual(['một', 'hai']);
  expect(await delivery.rowOf(messageId)).toMatchObject({ state: 'unknown', problem: 'timeout' });
});

test('the platform is asked after five seconds, half a minute and two minutes, and later messages wait as long', async () => {
  await using desk = await openDesk({ now: morning });
  const asked: number[] = [];
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async () => {
      asked.push(desk.clock.now().getTime() - Date.parse(morning));
      return null;
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  await delivery.says('một');
  await delivery.says('hai');
  const sentBy: number[] = [];
  for (let second = 0; second <= 130; second += 1) {
    await delivery.deliver();
    if (zalo.calls.length === 2 && sentBy.length === 0) sentBy.push(second);
    desk.clock.advanceBy(1000);
  }

  expect(asked).toEqual([5_000, 30_000, 120_000]);
  expect(sentBy).toEqual([120]);
  expect(await delivery.states()).toEqual(['unknown', 'sent']);
});

test('the platform is told which of its messages are others, so that the same words are not taken for them', async () => {
  await using desk = await openDesk({ now: morning });
  const others: string[][] = [];
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async (_address, _part, _sentAt, known) => {
      others.push([...known]);
      return { providerMessageId: 'found' };
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  await delivery.says('một');
  await delivery.deliver();
  zalo.next(silence);
  await delivery.says('một');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();
  const names = await desk.database.sql<{ name: string }[]>`
    select provider_message_id as name from messages where author <> 'person' order by id`;

  expect(others).toEqual([[names[0]?.name]]);
  expect(names[1]?.name).toBe('found');
});

test('what the platform says has arrived is sent, and its next part follows', async () => {
  await using desk = await openDesk({ now: morning });
  const about: unknown[] = [];
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async (address, part, sentAt) => {
      about.push([address, part, sentAt.toISOString()]);
      return { providerMessageId: null };
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence, { arrives: true });
  await delivery.says('một|hai');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  expect(about).toEqual([[mai, { words: 'một' }, new Date(morning).toISOString()]]);
  expect(zalo.screen(mai)).toEqual(['một', 'hai']);
  expect(await delivery.states()).toEqual(['sent']);
});

test('what the platform says has not arrived is sent again, before what was said later', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => false });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  await delivery.says('một');
  await delivery.says('hai');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  expect(zalo.screen(mai)).toEqual(['một', 'hai']);
  expect(await delivery.states()).toEqual(['sent', 'sent']);
});

test('a platform that cannot be asked just now is asked again', async () => {
  await using desk = await openDesk({ now: morning });
  let asked = 0;
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async () => {
      asked += 1;
      if (asked === 1) throw new Error('connection reset');
      return { providerMessageId: null };
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence, { arrives: true });
  await delivery.says('một');
  for (const seconds of [0, 5, 25]) {
    desk.clock.advanceBy(seconds * 1000);
    await delivery.deliver();
  }

  expect(asked).toBe(2);
  expect(await delivery.states()).toEqual(['sent']);
});

test('two processes do not ask about the same message at once', async () => {
  await using desk = await openDesk({ now: morning });
  let asked = 0;
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async () => {
      asked += 1;
      return null;
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  const messageId = await delivery.says('một');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  const seenByTheOther = await delivery.rowOf(messageId);
  await Promise.all([delivery.pass(), delivery.pass(), delivery.pass()]);
  const claimed = await changeDoubted(desk.database.db, seenByTheOther, { doubtChecks: 1 });

  expect(asked).toBe(1);
  expect(claimed).toBe(false);
});

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

async function answer(desk: TestDesk, reference: string): Promise<number> {
  const officerId = desk.organisation.officers.lan.id;
  await act(desk, { kind: 'officer', officerId }, (current) => reply(current, { reference, text, next: 'nothing' }));
  const [last] = (await desk.database.db.select({ id: outbox.messageId }).from(outbox).orderBy(outbox.id)).slice(-1);
  return last?.id ?? 0;
}

async function deliveriesOf(desk: TestDesk, caseId: number): Promise<string[]> {
  const rows = await eventRows(desk.database.db, caseId);
  return rows.map(({ type }) => type).filter((type) => type === 'replyDelivered' || type === 'replyNotDelivered');
}

async function echo(
  desk: TestDesk,
  { byHand = false, ...said }: { providerMessageId: string; text: string; byHand?: boolean },
): Promise<void> {
  await act(desk, { kind: 'channel', name: 'zalo' }, async (current) =>
    noteEcho(current, await conversationById(current.tx, desk.organisation.conversationId), { byHand, ...said }),
  );
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

async function providerIdOf(desk: TestDesk, messageId: number): Promise<string | null> {
  const [row] = await desk.database.db.select().from(messages).where(eq(messages.id, messageId));
  return row?.providerMessageId ?? null;
}
