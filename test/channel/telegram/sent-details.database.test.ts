import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ledger } from '../../../src/store/schema/ledger.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import {
  consented,
  issue,
  newestChat,
  onlyCase,
  photo,
  settle,
  telegramTranscript,
} from '../../support/telegram-talk.ts';

const morning = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/telegram';

test('a number that Telegram vouches for is kept, anybody else’s is a card, and the keyboard goes away', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);

  mai.sendContact({ phone: '0987 654 321', name: 'Chú Tư' });
  await settle(desk, bot, 100);
  const before = await vouchedPhone(desk);
  mai.write('/sodienthoai');
  await settle(desk, bot, 100);
  const isAsked = mai.isAskedForPhone;
  mai.sharePhone();
  await settle(desk, bot, 100);
  mai.write('/sodienthoai');
  await settle(desk, bot, 100);
  mai.sharePhone();
  await settle(desk, bot, 100);

  expect(before).toBeNull();
  expect(isAsked).toBe(true);
  expect(await vouchedPhone(desk)).toBe(mai.phone);
  expect(mai.isAskedForPhone).toBe(false);
  const entries = await desk.database.db.select().from(ledger).where(eq(ledger.type, 'phoneVouched'));
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain(mai.phone);
  await expect(telegramTranscript(mai)).toMatchFileSnapshot(`${transcripts}/phone.txt`);
});

test('a place goes with what the person is telling us and is shown on the case', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);

  mai.write(issue);
  mai.sendLocation(20.865139, 106.68383);
  mai.sendVoice(photo(3));
  await settle(desk, bot, 100);
  mai.press('Gửi');
  await settle(desk, bot, 100);

  const detail = await onlyCase(desk, bot);
  const [, place, voice] = detail.messages;
  expect(place?.detail).toEqual({ kind: 'place', latitude: 20.865139, longitude: 106.68383, label: null });
  expect(voice?.files).toMatchObject([{ name: expect.stringMatching(/ghi-am/) }]);
});

test('before consent a number is not kept as the person’s own', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = bot.standIn.person(900_100);

  mai.send({ contact: { phone_number: mai.phone, first_name: mai.name, user_id: mai.chatId } });
  await settle(desk, bot, 100);

  expect(await vouchedPhone(desk)).toBeNull();
  expect(mai.received.at(-1)?.text).toContain('xin anh/chị cho biết ý kiến');
});

async function vouchedPhone(desk: TestDesk): Promise<string | null> {
  return (await newestChat(desk))?.vouchedPhone ?? null;
}
