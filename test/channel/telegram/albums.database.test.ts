import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inbox, messages } from '../../../src/store/schema/conversations.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { openTelegramBot } from '../../support/telegram-bot.ts';
import { consented, issue, onlyCase, photo, settle, telegramTranscript } from '../../support/telegram-talk.ts';

const morning = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/telegram';

test('an album is one message with all its files, and a part that comes late joins it without a second answer', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  const since = mai.received.length;

  mai.sendAlbum([photo(1), photo(2), photo(3)], issue, 1);
  await settle(desk, bot, 100);
  const saidTooEarly = mai.received.length - since;
  await settle(desk, bot, 1_000);
  const [album] = await albums(desk);
  mai.send({ media_group_id: album?.album ?? '', photo: [{ file_id: 'late', file_unique_id: 'late', file_size: 9 }] });
  await settle(desk, bot, 5_000);
  mai.press('Gửi');
  await settle(desk, bot);

  expect(saidTooEarly).toBe(0);
  expect(await albums(desk)).toHaveLength(1);
  expect(mai.received.slice(since).map(({ text }) => text.split('\n')[0])).toEqual([
    'Phiếu vướng mắc',
    'Đã ghi nhận vướng mắc của Quý doanh nghiệp.',
  ]);
  const detail = await onlyCase(desk, bot);
  expect(detail.messages[0]).toMatchObject({ text: issue, files: { length: 4 } });
  await expect(telegramTranscript(mai)).toMatchFileSnapshot(`${transcripts}/album.txt`);
});

test('words that come with a late part of an album are answered, since nobody has read them yet', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  mai.sendAlbum([photo(1), photo(2)]);
  await settle(desk, bot, 1_000);
  const [album] = await albums(desk);

  mai.send({
    media_group_id: album?.album ?? '',
    photo: [{ file_id: 'late', file_unique_id: 'late', file_size: 9 }],
    caption: issue,
  });
  await settle(desk, bot, 5_000);

  expect(mai.received.at(-1)?.text).toContain('Phiếu vướng mắc');
  expect(mai.received.at(-1)?.text).toContain('Tệp kèm: 3');
});

test('a changed caption of one part of an album keeps the words that stood there', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);
  const [, second] = mai.sendAlbum([photo(1), photo(2)], issue, 1);
  await settle(desk, bot, 1_000);

  mai.edit(`${issue}, gấp`, second?.messageId);
  mai.editPhoto(photo(9), `${issue}, rất gấp`, second?.messageId);
  await settle(desk, bot, 1_000);
  mai.press('Gửi');
  await settle(desk, bot);

  const detail = await onlyCase(desk, bot);
  expect(detail.messages[0]).toMatchObject({
    text: `${issue}, rất gấp`,
    earlierTexts: [{ text: issue }, { text: `${issue}, gấp` }],
    files: { length: 3 },
  });
});

test('a message changed before anybody looked at it is kept with both wordings; a message we never had is no matter', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(desk, bot);

  const { messageId } = mai.write(issue);
  mai.edit(`${issue} ạ`, messageId);
  mai.edit('chưa từng có', 99_999);
  await settle(desk, bot, 100);

  const rows = await desk.database.db
    .select()
    .from(messages)
    .where(eq(messages.providerMessageId, String(messageId)));
  expect(rows).toMatchObject([{ text: `${issue} ạ`, earlierTexts: [{ text: issue }] }]);
  expect(await inboxStates(desk)).toEqual(['done']);
});

async function albums(desk: TestDesk) {
  const rows = await desk.database.db.select().from(messages).orderBy(asc(messages.id));
  return rows.filter(({ album }) => album !== null);
}

async function inboxStates(desk: TestDesk): Promise<string[]> {
  const rows = await desk.database.db.select({ state: inbox.state }).from(inbox);
  return [...new Set(rows.map(({ state }) => state))];
}
