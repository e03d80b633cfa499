import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Delivery, Window } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { notePresence } from '../../src/desk/conversations/note-presence.ts';
import { releaseHeld } from '../../src/desk/conversations/release-held.ts';
import { conversationById } from '../../src/store/conversations.ts';
import { caseExclusions } from '../../src/store/schema/cases.ts';
import { conversations, messages } from '../../src/store/schema/conversations.ts';
import { contacts, enterprises } from '../../src/store/schema/enterprises.ts';
import { openACase } from '../support/cases.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';

const morning = '2026-11-23T09:15:00+07:00';
const mai = '900001';
const blocked: Delivery = { status: 'refused', because: 'blockedByPerson', detail: '403: bot was blocked by the user' };
const closed: Delivery = { status: 'refused', because: 'windowClosed', detail: '-230: outside the window' };
const unknownRecipient: Delivery = { status: 'refused', because: 'unknownRecipient', detail: '400: chat not found' };
const dayMilliseconds = 24 * 3_600_000;

/** Telegram and Zalo, where people may be written to within a week. */
async function openTwo(desk: TestDesk) {
  const telegram = scriptedChannel(desk.clock);
  const zalo = scriptedChannel(desk.clock, {
    name: 'zalo',
    account: 'oa',
    windowAt: (last, now): Window =>
      last === null || now.getTime() - last.getTime() >= 7 * dayMilliseconds ? 'closed' : 'open',
    knock: ({ reference }) => ({ words: `Có trả lời về ${reference ?? 'việc của anh/chị'}` }),
  });
  return { telegram, zalo, delivery: openDelivery(desk, [telegram, zalo]) };
}

test.each([
  ['has blocked us', blocked],
  ['is not known there', unknownRecipient],
  ['may not be written to', closed],
])('what cannot be said where a person %s is said in another chat of the same person', async (_, refusal) => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  const onZalo = await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  telegram.always(mai, refusal);

  const messageId = await delivery.says('một|hai');
  await delivery.deliver();

  const [message] = await desk.database.db.select().from(messages).where(eq(messages.id, messageId));
  expect(zalo.screen('z1')).toEqual(['một', 'hai']);
  expect(await delivery.rowOf(messageId)).toMatchObject({
    state: 'sent',
    conversationId: onZalo.id,
    divertedFrom: desk.organisation.conversationId,
  });
  expect(message?.conversationId).toBe(onZalo.id);
});

test('what comes later takes the other chat as well, behind what was said before', async () => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  telegram.always(mai, blocked);

  for (const text of ['một', 'hai', 'ba']) await delivery.says(text);
  await delivery.deliver();

  expect(zalo.screen('z1')).toEqual(['một', 'hai', 'ba']);
});

test.each<[string, (desk: TestDesk) => Promise<Partial<typeof conversations.$inferInsert>>]>([
  ['of another enterprise', async (desk) => ({ contactId: await someoneElse(desk) })],
  ['of nobody known', async () => ({ contactId: null })],
  ['of an officer', async (desk) => ({ officerId: desk.organisation.officers.lan.id })],
  ['that is blocked', async (desk) => ({ blockedAt: desk.clock.now() })],
  ['that is a group', async () => ({ isGroup: true })],
  ['whose window is closed', async () => ({ lastInteractionAt: null })],
  ['of an account that is not switched on', async () => ({ account: 'other' })],
])('a chat %s never takes what was meant for another', async (_, change) => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1', ...(await change(desk)) });
  telegram.always(mai, blocked);

  const messageId = await delivery.says('một');
  await delivery.deliver();

  expect(zalo.calls).toEqual([]);
  expect(await delivery.rowOf(messageId)).toMatchObject({ state: 'failed', problem: blocked.detail });
});

test('of several chats the one where the person was last takes it', async () => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  const hourAgo = new Date(desk.clock.now().getTime() - 3_600_000);
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1', lastInteractionAt: hourAgo });
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z2' });
  telegram.always(mai, blocked);

  await delivery.says('một');
  await delivery.deliver();

  expect(zalo.calls.map(({ address }) => address)).toEqual(['z2']);
});

test('an alert to an officer goes to another chat of that officer, unless the officer is kept away from the case by now', async () => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  const { row } = await openACase(desk);
  const officerId = desk.organisation.officers.lan.id;
  const own = await delivery.chat({ address: '555', officerId, contactId: null });
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z-lan', officerId, contactId: null });
  telegram.always('555', blocked);

  await delivery.says('việc mới', { conversationId: own.id, caseId: row.id });
  await delivery.deliver();
  await desk.database.db.insert(caseExclusions).values({ caseId: row.id, officerId, because: 'subject' });
  const later = await delivery.says('việc ấy', { conversationId: own.id, caseId: row.id });
  await delivery.deliver();

  expect(zalo.screen('z-lan')).toEqual(['việc mới']);
  expect((await delivery.rowOf(later)).state).toBe('failed');
});

test('a report about conduct is answered only in chats of the one who made it', async () => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  const reporter = await someoneElse(desk);
  const { row } = await openACase(desk, { kind: 'report', contactId: reporter });
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  telegram.always(mai, blocked);

  const messageId = await delivery.says('trả lời', { caseId: row.id });
  await delivery.deliver();

  expect(zalo.calls).toEqual([]);
  expect((await delivery.rowOf(messageId)).state).toBe('failed');
});

test('outside the window the message waits and the person is told once a day that it does', async () => {
  await using desk = await openDesk({ now: morning });
  const { zalo, delivery } = await openTwo(desk);
  const { row } = await openACase(desk);
  const chat = await delivery.chat({
    channel: 'zalo',
    account: 'oa',
    address: 'z1',
    contactId: null,
    lastInteractionAt: null,
  });
  const said = { conversationId: chat.id, caseId: row.id };

  await delivery.says('một', said);
  await delivery.says('hai', said);
  await delivery.deliver();
  const atFirst = zalo.calls.map((call) => call.said);
  desk.clock.advanceBy(dayMilliseconds - 1);
  await delivery.says('ba', said);
  await delivery.deliver();
  const withinTheDay = zalo.calls.length;
  desk.clock.advanceBy(1);
  await delivery.says('bốn', said);
  await delivery.deliver();

  expect(atFirst).toEqual([`Có trả lời về ${row.reference}`]);
  expect(withinTheDay).toBe(1);
  expect(zalo.calls).toHaveLength(2);
  expect((await delivery.states()).filter((state) => state === 'held')).toHaveLength(4);
});

test('what waited goes out in order as soon as the person does something', async () => {
  await using desk = await openDesk({ now: morning });
  const { zalo, delivery } = await openTwo(desk);
  const chat = await delivery.chat({
    channel: 'zalo',
    account: 'oa',
    address: 'z1',
    contactId: null,
    lastInteractionAt: null,
  });

  await delivery.says('một', { conversationId: chat.id });
  await delivery.says('hai', { conversationId: chat.id });
  await delivery.deliver();
  await act(desk, { kind: 'channel', name: 'zalo' }, async (current) => {
    await notePresence(current, await conversationById(current.tx, chat.id), 'came');
    await releaseHeld(current, chat.id);
  });
  await delivery.deliver();

  expect(zalo.screen('z1')).toEqual(['Có trả lời về việc của anh/chị', 'một', 'hai']);
  expect((await delivery.states()).filter((state) => state === 'sent')).toHaveLength(2);
});

test('a person who writes while we find the window closed is not made to wait for the next time', async () => {
  await using desk = await openDesk({ now: morning });
  const { zalo, delivery } = await openTwo(desk);
  const chat = await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1', contactId: null });
  // The platform refuses, and the person writes before we have noted it: nothing is held yet that could be released.
  zalo.next(async () => {
    desk.clock.advanceBy(5);
    await act(desk, { kind: 'channel', name: 'zalo' }, async (current) => {
      await notePresence(current, await conversationById(current.tx, chat.id), 'came');
      await releaseHeld(current, chat.id);
    });
    return closed;
  });

  await delivery.says('một', { conversationId: chat.id });
  await delivery.deliver();

  expect(zalo.screen('z1')).toContain('một');
});

test.each<[string, Delivery, boolean]>([
  ['refuses to tell', { status: 'refused', because: 'rejectedContent', detail: '-140' }, true],
  ['has no time to tell', { status: 'tryLater', afterSeconds: 60, detail: '-32' }, true],
  ['does not say whether it told', { status: 'unknown', detail: 'timeout' }, false],
])('where the platform %s that something waits, telling again is %s', async (_, answer, isToldAgain) => {
  await using desk = await openDesk({ now: morning });
  const { zalo, delivery } = await openTwo(desk);
  const chat = await delivery.chat({
    channel: 'zalo',
    account: 'oa',
    address: 'z1',
    contactId: null,
    lastInteractionAt: null,
  });

  zalo.next(answer);
  await delivery.says('một', { conversationId: chat.id });
  await delivery.deliver();
  await delivery.says('hai', { conversationId: chat.id });
  await delivery.deliver();

  expect(zalo.calls).toHaveLength(isToldAgain ? 2 : 1);
  expect((await delivery.states()).filter((state) => state === 'held')).toHaveLength(2);
});

test('two chats that both close their windows do not pass a message to and fro', async () => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  telegram.always(mai, closed);
  zalo.always('z1', closed);

  await delivery.says('một');
  await delivery.deliver();

  expect([telegram.calls.length, zalo.calls.length]).toEqual([1, 2]);
  expect(await delivery.states()).toEqual(['held']);
});

test('a message passed on from a chat that refuses to one that blocks is given up and listed', async () => {
  await using desk = await openDesk({ now: morning });
  const { telegram, zalo, delivery } = await openTwo(desk);
  const onZalo = await delivery.chat({ channel: 'zalo', account: 'oa', address: 'z1' });
  telegram.always(mai, blocked);
  zalo.always('z1', blocked);

  await delivery.says('một');
  await delivery.deliver();

  expect(await delivery.states()).toEqual(['failed']);
  const [chat] = await desk.database.db.select().from(conversations).where(eq(conversations.id, onZalo.id));
  expect(chat?.blockedAt).toEqual(desk.clock.now());
});

async function someoneElse(desk: TestDesk): Promise<number> {
  const { db } = desk.database;
  const createdAt = desk.clock.now();
  const [enterprise] = await db
    .insert(enterprises)
    .values({ taxCode: '0200000022', name: 'Công ty CP Thép Cửa Cấm', createdAt })
    .returning();
  const [contact] = await db
    .insert(contacts)
    .values({ enterpriseId: enterprise?.id ?? null, name: 'Lê Văn Bình', createdAt })
    .returning();
  return contact?.id ?? 0;
}
