import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { insertCase } from '../../src/store/cases.ts';
import { conversationById, insertContact, lockConversation, saveConversation } from '../../src/store/conversations.ts';
import { workingSetOf } from '../../src/store/in-transaction.ts';
import { loadsOf } from '../../src/store/loads.ts';
import { insertMessage, messageById, newestChoices } from '../../src/store/messages.ts';
import { unitById } from '../../src/store/organisation.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { conversations, messages } from '../../src/store/schema/conversations.ts';
import { contacts } from '../../src/store/schema/enterprises.ts';
import { units } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

const morning = '2026-11-23T09:15:00+07:00';
const by = { kind: 'schedule', name: 'test' } as const;
const chat = { channel: 'telegram', account: 'test', address: 'mai' } as const;

test('a row that waits to be sent is found by every query for its table, with what was changed about it', async () => {
  await using desk = await openDesk({ now: morning });

  const found = await act(desk, by, async ({ tx, at }) => {
    const { id: conversationId } = await lockConversation(tx, chat, at);
    const id = await insertMessage(tx, { conversationId, author: 'person', text: 'xin chào', at });
    workingSetOf(tx).update(messages, id, { caseId: 7 });
    return { byId: await messageById(tx, id), all: await tx.select({ id: messages.id }).from(messages), id };
  });

  expect(found.byId).toMatchObject({ id: found.id, text: 'xin chào', caseId: 7, isNote: false, choices: null });
  expect(found.all).toEqual([{ id: found.id }]);
});

test('a row that waited is stored as it would have been at once, with instants, nested values and defaults', async () => {
  await using desk = await openDesk({ now: morning });
  const choices = [[{ value: 'menu', label: 'Về đầu "trang" \\ 🚢' }]];
  const row = { author: 'bot' as const, text: 'một\nhai', choices, at: desk.clock.now() };

  const id = await act(desk, by, ({ tx }) => insertMessage(tx, row));
  const [atOnce] = await desk.database.db.insert(messages).values(row).returning();
  const [waited] = await desk.database.db.select().from(messages).where(eq(messages.id, id));

  expect({ ...waited, id: null }).toEqual({ ...atOnce, id: null });
});

test('what waits is lost with the transaction, and the reason is the statement that failed first', async () => {
  await using desk = await openDesk({ now: morning });

  const failing = act(desk, by, async ({ tx, at }) => {
    await insertContact(tx, 'Mai', at);
    // There is no such conversation.
    await insertMessage(tx, { conversationId: 999_999, author: 'person', text: 'vào đâu đây', at });
    await tx.select().from(messages);
    await tx.select().from(contacts);
  });

  await expect(failing).rejects.toThrow('foreign key');
  expect(await desk.database.db.select().from(messages)).toEqual([]);
  expect(await desk.database.db.select().from(contacts).where(eq(contacts.name, 'Mai'))).toEqual([]);
});

test('a failure in the last statements fails the transaction instead of ending it quietly', async () => {
  await using desk = await openDesk({ now: morning });

  const failing = act(desk, by, async ({ tx, at }) => {
    await insertMessage(tx, { conversationId: 999_999, author: 'person', text: 'vào đâu đây', at });
  });

  await expect(failing).rejects.toThrow('foreign key');
});

test('what was read is not read again, until the transaction itself writes there', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3: id } = desk.organisation.units;

  const names = await act(desk, by, async ({ tx }) => {
    const before = await unitById(tx, id);
    const again = await unitById(tx, id);
    await tx.update(units).set({ name: 'Đội mới' }).where(eq(units.id, id));
    return { isSame: before === again, after: (await unitById(tx, id)).name };
  });

  expect(names).toEqual({ isSame: true, after: 'Đội mới' });
  expect((await unitById(desk.database.db, id)).name).toBe('Đội mới');
});

test('what is known of a conversation follows every way in which it is changed', async () => {
  await using desk = await openDesk({ now: morning });

  const languages = await act(desk, by, async ({ tx, at }) => {
    const { id } = await lockConversation(tx, chat, at);
    await saveConversation(tx, id, { language: 'en' });
    const saved = (await conversationById(tx, id)).language;
    await tx.update(conversations).set({ language: 'vi' }).where(eq(conversations.id, id));
    return [saved, (await conversationById(tx, id)).language];
  });
  const [stored] = await desk.database.db.select().from(conversations).where(eq(conversations.address, 'mai'));

  expect(languages).toEqual(['en', 'vi']);
  expect(stored?.language).toBe('vi');
});

test('the newest buttons are those of the last message that has any', async () => {
  await using desk = await openDesk({ now: morning });
  const choices = (value: string) => [[{ value, label: value }]];

  const newest = await act(desk, by, async ({ tx, at }) => {
    const { id: conversationId } = await lockConversation(tx, chat, at);
    await insertMessage(tx, { conversationId, author: 'bot', text: '1', choices: choices('a'), at });
    const first = await newestChoices(tx, conversationId);
    await insertMessage(tx, { conversationId, author: 'bot', text: '2', choices: choices('b'), at });
    await insertMessage(tx, { conversationId, author: 'bot', text: '3', at });
    return [first, await newestChoices(tx, conversationId)];
  });

  expect(newest).toEqual([choices('a'), choices('b')]);
});

test('within one transaction a case that was just given to an officer counts among the officer’s own, a report only where conduct weighs', async () => {
  await using desk = await openDesk({ now: morning });
  const { row: earlier } = await openACase(desk);
  const officerId = earlier.assigneeId ?? 0;
  const { id: _, reference: __, ...matter } = earlier;

  const loads = await act(desk, by, async ({ tx }) => {
    const load = async (withConduct: boolean) =>
      (await loadsOf(tx, [officerId], { withConduct, askedBy: null })).get(officerId)?.openCases;
    const both = async () => [await load(false), await load(true)];
    const before = await both();
    const row = await insertCase(tx, { ...matter, reference: 'VM-2026-000900' }, []);
    const given = await both();
    await insertCase(tx, { ...matter, kind: 'report', reference: 'PA-2026-000900' }, []);
    const ofConduct = await both();
    await tx.update(cases).set({ state: 'closed' }).where(eq(cases.id, row.id));
    return [before, given, ofConduct, await both()];
  });

  expect(loads).toEqual([
    [1, 1],
    [2, 2],
    [2, 3],
    [1, 2],
  ]);
});
