import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { cases } from '../../../src/store/schema/cases.ts';
import { openDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import { consented, issue, newestChat, settle } from '../../support/telegram-talk.ts';

const morning = '2026-11-23T09:15:00+07:00';

test('a forged button is answered, does nothing and is counted', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  mai.write(issue);
  await settle(desk, bot, 100);

  mai.pressForged('card:send');
  mai.pressForged('card:send~AAAAAAAAAA');
  await settle(desk, bot, 100);

  expect(await desk.database.db.select().from(cases)).toEqual([]);
  expect(mai.received.slice(-2).map(({ text }) => text)).toEqual([
    expect.stringContaining('Nút này không còn dùng được'),
    expect.stringContaining('Nút này không còn dùng được'),
  ]);
  mai.press('Gửi');
  await settle(desk, bot, 100);
  expect(await desk.database.db.select().from(cases)).toHaveLength(1);
});

test('every press is answered, also one in a group and one that cannot be handled', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  const group = bot.standIn.group(-4_012_345);
  group.addBot();
  await settle(desk, bot, 100);

  mai.press('Hồ sơ của tôi');
  mai.pressForged('gì đó');
  group.press('menu');
  await settle(desk, bot, 100);

  expect([...bot.standIn.presses.values()]).toEqual([true, true, true, true]);
  expect([...bot.standIn.notices.values()]).toEqual(['Nút này không còn dùng được.']);
});

test('blocking the bot is noticed at once, and writing again undoes it', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);

  mai.block();
  await settle(desk, bot, 100);
  const whileBlocked = await newestChat(desk);
  mai.unblock();
  await settle(desk, bot, 100);
  const afterwards = await newestChat(desk);

  expect(whileBlocked?.blockedAt).toBeInstanceOf(Date);
  expect(afterwards?.blockedAt).toBeNull();
});

test('a reply to any part of a long answer belongs to its case', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  for (const text of [issue, 'Khai sai đơn giá sau thông quan thì sửa tờ khai thế nào?']) {
    mai.write('/vuongmac');
    mai.write(text);
    await settle(desk, bot, 100);
    mai.press('Gửi');
    await settle(desk, bot, 100);
  }
  const [first] = await desk.database.db.select().from(cases).orderBy(asc(cases.id));
  const since = mai.received.length;
  const officerId = desk.organisation.officers.lan.id;
  const text = Array.from({ length: 400 }, (_, line) => `Bước ${line + 1}: kiểm tra chứng từ.`).join('\n');
  await act(desk, { kind: 'officer', officerId }, (current) =>
    reply(current, { reference: first?.reference ?? '', text, next: 'nothing' }),
  );
  await settle(desk, bot, 100);
  const parts = mai.received.slice(since);

  mai.write('Bước 1 làm ở đâu ạ?', { repliesTo: parts[0]?.messageId ?? 0 });
  await settle(desk, bot, 100);

  expect(parts.length).toBeGreaterThan(1);
  expect(mai.received.at(-1)?.text).toContain(`Đã bổ sung vào ${first?.reference}`);
});
