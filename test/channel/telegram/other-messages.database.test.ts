import { expect, test } from 'vitest';
import { openDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import { consented, settle } from '../../support/telegram-talk.ts';

const morning = '2026-11-23T09:15:00+07:00';

test.each([
  ['/start VM-2026-000001', 'Không tìm thấy'],
  ['/start gi_do', 'Anh/chị cần hỗ trợ việc gì?'],
  ['/start lk_', 'Anh/chị cần hỗ trợ việc gì?'],
  ['/start vuongmac', 'mô tả giúp vướng mắc'],
  ['/start hoso', 'chưa có'],
])('the deep link “%s” leads somewhere', async (typed, words) => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);

  mai.write(typed);
  await settle(desk, bot, 100);

  expect(mai.received.at(-1)?.text).toContain(words);
});

test.each([
  ['a sticker', { sticker: { emoji: '👍', file_id: 'x', file_unique_id: 'x' } }, 'nhãn dán 👍'],
  ['a poll', { poll: { id: '1', question: 'Mấy giờ giao hàng?', options: [] } }, 'Mấy giờ giao hàng?'],
  ['dice', { dice: { emoji: '🎲', value: 3 } }, '🎲'],
])('%s is answered politely', async (_, content, words) => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);

  mai.send(content);
  await settle(desk, bot, 100);

  expect(mai.received.at(-1)?.text).toContain(words);
});
