import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../../src/desk/library/install-demonstration.ts';
import { lookups } from '../../../src/store/schema/library.ts';
import { openDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import { consented, onlyCase, settle, telegramTranscript } from '../../support/telegram-talk.ts';

test('on Telegram an article is found, read on by its buttons, and what was shown goes to an officer with the question', async () => {
  await using desk = await openDesk({ now: '2026-11-25T09:00:00+07:00' });
  await act(desk, { kind: 'schedule', name: 'installation' }, installDemonstrationTexts);
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  const writes = async (text: string) => {
    mai.write(text);
    await settle(desk, bot, 1000);
  };
  const presses = async (label: string) => {
    mai.press(label);
    await settle(desk, bot, 1000);
  };

  await presses('Tra cứu phụ lục');
  await writes('ngày lễ muốn làm thủ tục thì đăng ký trước mấy giờ?');
  await presses('Toàn văn Điều 4');
  await presses('Điều 5 ›');
  await writes('danh mục phụ lục');
  await presses('PL09');
  await writes('điều 3');
  await writes('còn phụ lục 12?');
  await writes('phụ lục có quy định thưởng tết cho nhân viên không');
  await presses('Hỏi cán bộ');
  await presses('Gửi');

  await expect(telegramTranscript(mai)).toMatchFileSnapshot('../../transcripts/telegram/look-up.txt');
  expect(await onlyCase(desk, bot)).toMatchObject({
    kind: 'question',
    description: expect.stringContaining('thưởng tết cho nhân viên'),
  });
  expect((await desk.database.db.select().from(lookups)).at(-1)).toMatchObject({ isFound: false, shown: [] });
});
