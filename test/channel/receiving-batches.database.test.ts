import { setTimeout as pause } from 'node:timers/promises';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keepDelivery } from '../../src/channel/keep-delivery.ts';
import type { Channel, Incoming } from '../../src/channel/port.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import { openLog } from '../../src/log.ts';
import { lockConversation, recordConsent } from '../../src/store/conversations.ts';
import { conversations, files, inbox, messages, outbox } from '../../src/store/schema/conversations.ts';
import { earlyNews } from '../../src/store/schema/early-news.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

const morning = '2026-11-23T09:15:00+07:00';
const log = openLog('silent');

test('of many messages that wait, only the one that cannot be handled waits on, with those behind it', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  for (const chat of ['mai', 'an', 'bình'])
    for (const words of ['một', chat === 'an' ? 'thuốc độc' : 'hai', 'ba']) await bot.says(chat, words);

  const handled = await bot.receive();

  expect(handled).toBe(7);
  expect(await bot.heard('mai')).toEqual(['một', 'hai', 'ba']);
  expect(await bot.heard('bình')).toEqual(['một', 'hai', 'ba']);
  expect(await bot.heard('an')).toEqual(['một']);
  const waiting = await desk.database.db.select().from(inbox).where(eq(inbox.state, 'pending')).orderBy(asc(inbox.id));
  expect(waiting.map(({ attempts, note }) => ({ attempts, note }))).toEqual([
    { attempts: 1, note: 'Không xử lý được' },
    { attempts: 0, note: null },
  ]);
});

test('of two neighbours the one that the platform sent first goes first, also where it arrives second', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk, { gatherMilliseconds: 40 });

  await bot.says('mai', 'sau', { update: 8 });
  desk.clock.advanceBy(30);
  await bot.says('mai', 'trước', { update: 7 });
  const tooEarly = await bot.receive();
  desk.clock.advanceBy(39);
  const stillTooEarly = await bot.receive();
  desk.clock.advanceBy(1);
  await bot.receive();

  expect([tooEarly, stillTooEarly]).toEqual([0, 0]);
  expect(await bot.heard('mai')).toEqual(['trước', 'sau']);
});

test('one delivery that arrives thirty times at once is kept once, and different ones in the order of their arrival', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);

  const same = await Promise.all(Array.from({ length: 30 }, () => bot.says('mai', 'một lần', { update: 500 })));
  await Promise.all(
    Array.from({ length: 120 }, (_, index) => bot.says('an', `tin ${index}`, { update: 1000 - index })),
  );

  expect(same.filter(Boolean)).toHaveLength(1);
  const rows = await desk.database.db
    .select({ updateId: inbox.updateId })
    .from(inbox)
    .where(eq(inbox.address, 'an'))
    .orderBy(asc(inbox.id));
  expect(rows.map(({ updateId }) => Number(updateId))).toEqual(Array.from({ length: 120 }, (_, index) => 1000 - index));
});

test('a delivery that cannot be kept is refused alone, and those that came with it are kept', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  // No index holds a key of this length, and it must not be of one letter, which would be squeezed together.
  const endless = Array.from({ length: 4000 }, (_, index) => index.toString(36)).join('');

  const outcomes = await Promise.allSettled([
    bot.says('mai', 'một'),
    bot.says('mai', 'hai', { update: endless }),
    bot.says('mai', 'ba'),
  ]);
  await bot.receive();

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await bot.heard('mai')).toEqual(['một', 'ba']);
});

test('a chat that another process has in hand is left to it, and nobody waits', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  await bot.says('mai', 'một');
  await bot.says('an', 'hai');

  const handled = await desk.database.db.transaction(async (otherProcess) => {
    await otherProcess.select().from(inbox).where(eq(inbox.address, 'mai')).for('update');
    return bot.receive();
  });

  expect(handled).toBe(1);
  expect([await bot.heard('mai'), await bot.heard('an')]).toEqual([[], ['hai']]);
});

test('what another process committed while we waited for the chat is known when the next message is answered', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  await bot.says('mai', 'xin chào');
  const chat = { channel: 'telegram' as const, account: 'batch', address: 'mai' };

  const receiving = await desk.database.db.transaction(async (otherProcess) => {
    const { id } = await lockConversation(otherProcess, chat, desk.clock.now());
    await recordConsent(otherProcess, {
      conversationId: id,
      textVersion: 'v1',
      answer: 'given',
      at: desk.clock.now(),
    });
    const started = bot.receive();
    await someoneWaitsForALock(desk);
    return { started };
  });
  await receiving.started;

  const [said] = await desk.database.db.select().from(messages).where(eq(messages.author, 'bot'));
  expect(said?.text).not.toContain('đồng ý');
});

test('the parts of an album wait for each other and become one message, and each of them counts as handled', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  const part = (name: string, caption = ''): Incoming['content'] => ({
    kind: 'files',
    caption,
    files: [{ ref: name, name, mediaType: 'image/jpeg', size: 1000 }],
    album: 'a1',
  });

  await bot.sends('mai', part('1.jpg', 'ảnh niêm phong'));
  const alone = await bot.receive();
  desk.clock.advanceBy(300);
  await bot.sends('mai', part('2.jpg'));
  await bot.sends('mai', part('3.jpg'));
  desk.clock.advanceBy(699);
  const tooEarly = await bot.receive();
  desk.clock.advanceBy(1);
  const handled = await bot.receive();

  expect([alone, tooEarly, handled]).toEqual([0, 0, 3]);
  expect(await bot.heard('mai')).toEqual(['ảnh niêm phong']);
  expect((await desk.database.db.select().from(files)).map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg']);
  expect(await desk.database.db.select().from(inbox).where(eq(inbox.state, 'pending'))).toEqual([]);
});

test('what was held back until the person writes goes out when the person does', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  await bot.says('mai', 'xin chào');
  await bot.says('an', 'xin chào');
  await bot.receive();
  await desk.database.db.update(outbox).set({ state: 'held' });

  await bot.says('mai', 'có ai không');
  await bot.receive();

  const rows = await desk.database.db
    .select({ address: conversations.address, state: outbox.state })
    .from(outbox)
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .orderBy(asc(outbox.id));
  expect(rows.filter(({ address }) => address === 'mai').map(({ state }) => state)).toEqual(['queued', 'queued']);
  expect(rows.filter(({ address }) => address === 'an').map(({ state }) => state)).toEqual(['held']);
});

test('an edit that comes before its message changes it as if it had come behind it', async () => {
  await using desk = await openDesk({ now: morning });
  const bot = openBot(desk);
  await bot.says('mai', 'xin chào');
  await bot.edits('mai', '8', 'tờ khai 1 đã duyệt');
  await bot.edits('mai', '8', 'tờ khai 2 đã duyệt');
  await bot.edits('mai', '9', 'cả đời không có');
  await bot.receive();

  await bot.says('mai', 'tờ khai 2 chưa duyệt', { as: '8' });
  await bot.says('mai', 'cảm ơn');
  await bot.receive();

  expect(await bot.heard('mai')).toEqual(['xin chào', 'tờ khai 2 đã duyệt', 'cảm ơn']);
  const [edited] = await desk.database.db.select().from(messages).where(eq(messages.providerMessageId, '8'));
  expect(edited?.earlierTexts?.map(({ text }) => text)).toEqual(['tờ khai 2 chưa duyệt']);
  expect((await desk.database.db.select().from(earlyNews)).map(({ providerMessageId }) => providerMessageId)).toEqual([
    '9',
  ]);
});

interface Bot {
  says(chat: string, text: string, options?: { update?: number | string; as?: string }): Promise<boolean>;
  edits(chat: string, providerMessageId: string, text: string): Promise<boolean>;
  sends(chat: string, content: Incoming['content']): Promise<boolean>;
  receive(): Promise<number>;
  /** What people said in the chat and we have handled, in the order of the thread. */
  heard(chat: string): Promise<string[]>;
}

/** A platform whose deliveries are our own messages; "thuốc độc" is one that nothing can be done with. */
function openBot(desk: TestDesk, { gatherMilliseconds = 0 } = {}): Bot {
  const { db } = desk.database;
  let updates = 0;
  const channel: Channel = {
    name: 'telegram',
    account: 'batch',
    resending: 'doubles',
    pace: null,
    gatherMilliseconds,
    read(body) {
      const { message, edit } = body as { message: Incoming; edit?: { providerMessageId: string; text: string } };
      if (edit !== undefined) return { kind: 'edit', address: message.address, ...edit };
      const isPoison = message.content.kind === 'text' && message.content.text === 'thuốc độc';
      return { kind: 'message', message: isPoison ? poisoned(message) : message };
    },
    render: () => [],
    send: async () => ({ status: 'accepted', providerMessageId: null }),
    fetchFile: async () => ({ status: 'gone', detail: 'none' }),
    showTyping: async () => undefined,
    acknowledgeChoice: async () => undefined,
  };
  const receiptOf = (body: unknown) => {
    const { update, message } = body as { update: number | string; message: Incoming };
    return { updateId: String(update), conversationAddress: message.address };
  };

  async function sends(
    chat: string,
    content: Incoming['content'],
    { update, as, edit }: { update?: number | string; as?: string; edit?: object } = {},
  ): Promise<boolean> {
    updates += 1;
    const message: Incoming = {
      address: chat,
      sender: { id: chat, displayName: chat, languageHint: 'vi' },
      providerMessageId: as ?? `u${updates}`,
      repliesTo: null,
      content,
    };
    return keepDelivery({ desk, channel, receiptOf }, JSON.stringify({ update: update ?? updates, message, edit }));
  }

  return {
    sends,
    says: (chat, text, options) => sends(chat, { kind: 'text', text }, options),
    edits: (chat, providerMessageId, text) =>
      sends(chat, { kind: 'text', text }, { edit: { providerMessageId, text } }),
    receive: () => receivePass({ desk, channels: [channel], log }),
    async heard(chat) {
      const own = db.select({ id: conversations.id }).from(conversations).where(eq(conversations.address, chat));
      const rows = await db
        .select()
        .from(messages)
        .where(inArray(messages.conversationId, own))
        .orderBy(asc(messages.id));
      return rows.filter(({ author }) => author === 'person').map(({ text }) => text);
    },
  };
}

function poisoned(message: Incoming): Incoming {
  return {
    ...message,
    get repliesTo(): string | null {
      throw new Error('Không xử lý được');
    },
  };
}

async function someoneWaitsForALock(desk: TestDesk): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const waiting = await desk.database.db.execute(sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting.length > 0) return;
    await pause(10);
  }
  throw new Error('Nobody waits for a lock');
}
