import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startDelivering } from '../../src/channel/delivering.ts';
import type { Channel } from '../../src/channel/port.ts';
import { startReceiving } from '../../src/channel/receiving.ts';
import { act } from '../../src/desk/act.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import type { CaseDetail, TroubleView } from '../../src/http/views.ts';
import { openLog } from '../../src/log.ts';
import { openAnnouncements } from '../../src/store/announcements.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { inbox, messages } from '../../src/store/schema/conversations.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openTelegramBot, type TelegramBot } from '../support/telegram-bot.ts';
import type { Person } from '../support/telegram-stand-in/person.ts';
import { payload } from './telegram/payloads.ts';

const morning = '2026-11-23T09:15:00+07:00';
const issue = 'TK 107705060720 container chưa được xác nhận qua khu vực giám sát cảng khu vực 3 (03TG)';

test('an update that Telegram delivers twice is one message and one case', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(bot);

  mai.write(issue);
  const [written] = await bot.newUpdates();
  if (written === undefined) throw new Error('Nothing was written');
  expect([await bot.post(written), await bot.post(written)]).toEqual([200, 200]);
  await bot.work();
  mai.press('Gửi');
  const [pressed] = await bot.newUpdates();
  if (pressed === undefined) throw new Error('Nothing was pressed');
  const statuses = await Promise.all(Array.from({ length: 20 }, () => bot.post(pressed)));
  await bot.work();
  await bot.post(pressed);
  await bot.work();

  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await saidByPeople(desk)).filter((text) => text === issue)).toHaveLength(1);
  expect(await desk.database.db.select().from(cases)).toHaveLength(1);
  expect(mai.received.filter(({ text }) => text.includes('Mã vụ việc'))).toHaveLength(1);
});

test.each([1, 2])(
  'fifty messages that arrive at once are kept once each and in order, with %i workers',
  async (workers) => {
    await using desk = await openDesk({ now: morning });
    await using bot = await openTelegramBot(desk);
    const mai = await consented(bot);
    await using second = await neighbourOf(desk);
    const desks = [desk, second].slice(0, workers);

    mai.write(issue);
    for (let number = 2; number <= 49; number += 1) mai.write(`Chi tiết thứ ${number}.`);
    mai.write('gửi');
    const updates = await bot.newUpdates();
    const log = openLog('silent');
    const loops = desks.flatMap((each) => {
      const parts = { desk: each, channels: [bot.channel], log };
      return [startReceiving(parts), startDelivering(parts)];
    });
    // Every delivery comes twice, as happens when answers get lost.
    const statuses = await Promise.all(updates.flatMap((update) => [bot.post(update), bot.post(update)]));
    await mai.waitFor(({ text }) => text.includes('Mã vụ việc'), 20_000);
    await Promise.all(loops.map((loop) => loop.stop()));

    expect(updates).toHaveLength(50);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const details = Array.from({ length: 48 }, (_, index) => `Chi tiết thứ ${index + 2}.`);
    expect((await saidByPeople(desk)).slice(-50)).toEqual([issue, ...details, 'gửi']);
    const stored = await desk.database.db.select().from(cases);
    expect(stored.map(({ description }) => description)).toEqual([[issue, ...details].join('\n')]);
    expect(mai.received.filter(({ text }) => text.includes('Mã vụ việc'))).toHaveLength(1);
  },
);

test.each([
  ['a wrong secret', 'bi-mat-cua-nguoi-khac'],
  ['an empty secret', ''],
  ['no secret', null],
])('a delivery with %s is refused, counted and leaves nothing behind', async (_, secret) => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);

  const statuses = [
    await bot.post({ update_id: 1, ...payload('text') }, secret),
    await bot.post('{"update_id": malformed', secret),
  ];

  expect(statuses).toEqual([401, 401]);
  expect(bot.refusedCount).toBe(2);
  expect(await desk.database.db.select().from(inbox)).toEqual([]);
});

test.each([
  ['that is not JSON', '{"update_id": 7, "message": {'],
  ['with a NUL byte', '{"update_id": 7,\u0000'],
  ['that is empty', ''],
  ['without an update id', '{"message": {"text": "xin chào"}}'],
  ['that is a list', '[1, 2, 3]'],
])('a body %s is answered 200 and shown to the administrator', async (_, body) => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);

  const statuses = [await bot.post(body), await bot.post(body)];
  await bot.work();
  const troubles = await troublesOf(bot);

  expect(statuses).toEqual([200, 200]);
  expect(troubles).toEqual([expect.objectContaining({ where: 'inbox', state: 'malformed', channel: 'telegram' })]);
});

test.each(['unknown-kind', 'live-location-moved', 'group-message', 'bot-message', 'pinned-message'])(
  'an update of the kind %s is kept with the reason why nothing follows from it',
  async (name) => {
    await using desk = await openDesk({ now: morning });
    await using bot = await openTelegramBot(desk);

    const status = await bot.post({ update_id: 7, ...payload(name) });
    await bot.work();

    expect(status).toBe(200);
    const rows = await desk.database.db.select().from(inbox);
    expect(rows).toEqual([expect.objectContaining({ state: 'ignored', note: expect.stringMatching(/\w/) })]);
    expect(await desk.database.db.select().from(messages)).toEqual([]);
  },
);

test.each([
  ['of 20,000 characters', 'Tờ khai bị treo. '.repeat(1_177).slice(0, 20_000), undefined],
  ['with emoji', 'Gấp lắm 🚢🔥 👨‍👩‍👧‍👦 🇻🇳 nhờ anh chị', undefined],
  ['from right to left', 'مرحبا، الحاوية متوقفة \u202Eشحنة في الميناء', undefined],
  ['that looks like SQL', "'; drop table cases; --", undefined],
  ['that looks like markup', '<b>đậm</b> & *sao* _gạch_ `mã` [liên kết](http://x)', undefined],
  ['with a NUL', 'trước\u0000sau', 'trước\uFFFDsau'],
  ['with half a character', 'trước\uD83Dsau', 'trước\uFFFDsau'],
  ['with the other half', 'trước\uDEA2sau', 'trước\uFFFDsau'],
])('a text %s is kept as it was written, becomes a case and is answered', async (_, text, kept = text) => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(bot);

  mai.write('/vuongmac');
  mai.write(text);
  await bot.settle();
  const since = mai.received.length;
  mai.press('Gửi');
  await bot.settle();

  expect(await saidByPeople(desk)).toContain(kept);
  const [opened] = await desk.database.db.select().from(cases);
  expect(opened?.description).toBe(kept.trim());
  expect(
    mai.received
      .slice(since)
      .map((message) => message.text)
      .join('\n'),
  ).toContain('Mã vụ việc');
  const detail = await caseOf(bot, opened?.reference ?? '');
  expect(detail.messages.map((message) => message.text)).toContain(kept);
  expect(await troublesOf(bot)).toEqual([]);
});

test.each(['', ' \n\t', '\u0000'])('an empty text %j is answered and hurts nobody', async (text) => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(bot);
  const since = mai.received.length;

  mai.write(text);
  await bot.settle();
  mai.write(issue);
  await bot.settle();

  expect(mai.received.length).toBeGreaterThan(since + 1);
  expect(mai.received.at(-1)?.text).toContain('Phiếu vướng mắc');
  expect(await troublesOf(bot)).toEqual([]);
});

test('a message that cannot be handled is tried again, then put aside with an apology, and the next one is handled', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(bot);
  const poisoned: Channel = {
    ...bot.channel,
    read(body) {
      if (JSON.stringify(body).includes('thuốc độc')) throw new Error('Không đọc được tin này');
      return bot.channel.read(body);
    },
  };

  mai.write('thuốc độc');
  mai.write(issue);
  for (const update of await bot.newUpdates()) await bot.post(update);
  const attempts: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    await bot.work(desk, poisoned);
    const rows = await desk.database.db.select().from(inbox).where(eq(inbox.state, 'pending')).orderBy(asc(inbox.id));
    if (rows.length === 0) break;
    // The later message waits behind the one that fails.
    expect(rows).toHaveLength(2);
    attempts.push(rows[0]?.attempts ?? 0);
    desk.clock.advanceMinutes(1);
  }

  expect(attempts).toEqual([1, 2, 3]);
  expect(mai.received.slice(-2).map(({ text }) => text)).toEqual([
    expect.stringContaining('hệ thống gặp trục trặc'),
    expect.stringContaining('Phiếu vướng mắc'),
  ]);
  expect(await troublesOf(bot)).toEqual([
    expect.objectContaining({ where: 'inbox', state: 'failed', problem: 'Không đọc được tin này' }),
  ]);
});

test('an answer that never arrived does not stop the clock, and one that did stops it', async () => {
  await using desk = await openDesk({ now: morning });
  await using bot = await openTelegramBot(desk);
  const mai = await consented(bot, 900_101);
  const an = await consented(bot, 900_102);
  const maisReference = await raise(bot, mai);
  const ansReference = await raise(bot, an);

  bot.standIn.failNext({ kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' });
  await answer(desk, maisReference);
  await bot.work();
  await answer(desk, ansReference);
  await bot.work();

  const unheard = await caseOf(bot, maisReference);
  expect(unheard.clocks.find(({ kind }) => kind === 'firstResponse')?.state).toBe('running');
  expect(unheard.messages.findLast(({ author }) => author === 'officer')).toMatchObject({
    delivery: 'failed',
    problem: expect.stringContaining('403'),
  });
  expect(unheard.events.map(({ type }) => type)).toContain('replyNotDelivered');
  const heard = await caseOf(bot, ansReference);
  expect(heard.deadlines.find(({ kind }) => kind === 'firstResponse')?.state).toBe('met');
  expect(an.received.at(-1)?.text).toContain('Đã xác nhận');
});

async function consented(bot: TelegramBot, chatId = 900_100): Promise<Person> {
  const person = bot.standIn.person(chatId, { name: 'Trần Thị Mai' });
  person.start();
  await bot.settle();
  person.press('Đồng ý');
  await bot.settle();
  return person;
}

async function raise(bot: TelegramBot, person: Person): Promise<string> {
  person.write(issue);
  await bot.settle();
  person.press('Gửi');
  await bot.settle();
  return /VM-\d{4}-\d{6}/.exec(person.received.at(-1)?.text ?? '')?.[0] ?? '';
}

async function answer(desk: TestDesk, reference: string): Promise<void> {
  const officerId = desk.organisation.officers.lan.id;
  await act(desk, { kind: 'officer', officerId }, (current) =>
    reply(current, { reference, text: 'Đã xác nhận qua khu vực giám sát.', next: 'nothing' }),
  );
}

/** A second process on the same database. */
async function neighbourOf(desk: TestDesk): Promise<TestDesk> {
  const database = openDatabase(desk.databaseUrl, { max: 6 });
  const announcements = await openAnnouncements(database.sql);
  return {
    ...desk,
    database,
    announcements,
    async [Symbol.asyncDispose]() {
      await announcements.close();
      await database.close();
    },
  };
}

async function saidByPeople(desk: TestDesk): Promise<string[]> {
  const rows = await desk.database.db
    .select({ text: messages.text })
    .from(messages)
    .where(eq(messages.author, 'person'))
    .orderBy(asc(messages.id));
  return rows.map(({ text }) => text);
}

async function troublesOf({ web }: TelegramBot): Promise<TroubleView[]> {
  const { body } = await web.program.get('/api/v1/troubles');
  return body as unknown as TroubleView[];
}

async function caseOf({ web }: TelegramBot, reference: string): Promise<CaseDetail> {
  const { body } = await web.program.get(`/api/v1/cases/${reference}`);
  return body as unknown as CaseDetail;
}
