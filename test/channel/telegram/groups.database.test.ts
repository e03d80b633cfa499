import { expect, test } from 'vitest';
import { inbox, messages } from '../../../src/store/schema/conversations.ts';
import { openDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import { newestChat, settle } from '../../support/telegram-talk.ts';

const morning = '2026-11-23T09:15:00+07:00';

test('a group is answered politely once, wherever it goes on, and none of its words are kept', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const group = bot.standIn.group(-4_012_345, { title: 'XNK Hải Phòng' });

  group.addBot();
  group.write('Có ai bị treo tờ khai 107705060720 không?');
  group.write('@DongHanhBot tờ khai của công ty ABC bị treo');
  group.write('/vuongmac hàng bị giữ');
  await settle(desk, bot, 100);
  const supergroup = group.migrate();
  await settle(desk, bot, 100);
  supergroup.write('/menu');
  supergroup.write('chuyện riêng của công ty ABC');
  await settle(desk, bot, 100);

  expect(group.received.map(({ text }) => text)).toEqual([expect.stringContaining('không trao đổi trong nhóm')]);
  expect(supergroup.received).toEqual([]);
  const kept = await desk.database.db.select({ body: inbox.body }).from(inbox);
  expect(JSON.stringify(kept)).not.toMatch(/treo|ABC|hàng bị giữ|Lê Văn Bình/);
  const said = await desk.database.db.select().from(messages);
  expect(said.map(({ author }) => author)).toEqual(['bot']);
});

test('a bot that was removed from a group and let in again says nothing twice', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const group = bot.standIn.group(-4_012_345);

  group.addBot();
  await settle(desk, bot, 100);
  group.removeBot();
  await settle(desk, bot, 100);
  group.addBot();
  await settle(desk, bot, 100);

  expect(group.received).toHaveLength(1);
  expect(await newestChat(desk)).toMatchObject({ isGroup: true, blockedAt: null });
});
