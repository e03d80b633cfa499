import { expect, test } from 'vitest';
import { copyFile } from '../../../src/channel/copy-file.ts';
import { files } from '../../../src/store/schema/conversations.ts';
import { openDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import { consented, issue, onlyCase, photo, settle, telegramTranscript } from '../../support/telegram-talk.ts';

const morning = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/telegram';

test('a file larger than Telegram hands over is refused kindly at once, and what was written with it is handled', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  const large = { name: 'ho-so-day-du.pdf', mediaType: 'application/pdf', bytes: photo(1), size: 36 * 1024 * 1024 };

  mai.sendDocument(large, issue);
  await settle(desk, bot, 100);
  mai.press('Gửi');
  await settle(desk, bot, 100);
  mai.sendDocument(large);
  await settle(desk, bot, 100);

  const detail = await onlyCase(desk, bot);
  expect(detail.messages[0]).toMatchObject({ text: issue, files: [{ name: 'ho-so-day-du.pdf', state: 'tooLarge' }] });
  expect(desk.sentJobs.filter(({ name }) => name === 'copy-file')).toEqual([]);
  await expect(telegramTranscript(mai)).toMatchFileSnapshot(`${transcripts}/file-too-large.txt`);
});

test('where the size of a file is only found out while it is copied, the person hears of it then', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  const bytes = photo(1);
  const file = { name: 'quet.pdf', mediaType: 'application/pdf', bytes, size: 30 * 1024 * 1024, hidesSize: true };
  mai.sendDocument(file, issue);
  await settle(desk, bot, 100);

  const [job] = desk.sentJobs.filter(({ name }) => name === 'copy-file');
  const parts = { desk, channels: [bot.channel], filesDirectory: '/nonexistent' };
  await copyFile(parts, job?.data as { fileId: number });
  await settle(desk, bot, 100);

  expect(mai.received.at(-1)?.text).toMatch(/“quet.pdf” lớn hơn 20 MB/);
  const [row] = await desk.database.db.select().from(files);
  expect(row?.state).toBe('tooLarge');
});
