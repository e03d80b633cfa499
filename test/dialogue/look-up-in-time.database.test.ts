import { expect, test } from 'vitest';
import { agreements } from '../../src/store/schema/registry.ts';
import { openChat, type Person } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { publishes } from '../support/library.ts';
import { anEnterprise, seaStar, speaksFor } from '../support/linking.ts';
import { openWeb } from '../support/web.ts';

const now = '2026-11-25T09:00:00+07:00';

// The last day of one version and the first of the next, and a day before there was any.
const days = [
  ['2018-05-06', null],
  ['2018-05-07', 16],
  ['2020-02-16', 16],
  ['2020-02-17', 17],
  ['2026-11-30', 17],
  ['2026-12-01', 18],
  ['2031-01-01', 18],
] as const;

test('asked as of a day, chat and API quote the version that applied on it, the first and the last day included', async () => {
  await using desk = await deskWithThreeVersions();
  await using web = await openWeb(desk);
  const mai = await met(desk);
  const search = async (q: string, day: string) => {
    const { body } = await web.program.get(`/api/v1/appendices/search?q=${encodeURIComponent(q)}&asOf=${day}`);
    const [first] = body.items as { quote: string; version: string }[];
    return first ?? null;
  };

  for (const [day, hour] of days) {
    const written = day.split('-').toReversed().join('/');
    await mai.writes(`phụ lục 6 điều 1 khoản 1 tại ngày ${written}`);
    const byAddress = mai.lastWords;
    await mai.writes(`theo phụ lục, hải quan nhận hồ sơ đến mấy giờ vào ngày ${written}`);
    const byWords = mai.lastWords;
    const found = [await search('PL06 Điều 1 khoản 1', day), await search('nhận hồ sơ đến mấy giờ', day)];

    if (hour === null) {
      expect([byAddress, byWords]).toEqual([nothingOn(written), nothingOn(written)]);
      expect(found).toEqual([null, null]);
      continue;
    }
    for (const said of [byAddress, byWords]) {
      expect(said, `chat on ${day}`).toContain(`“Hải quan nhận hồ sơ đến ${hour} giờ.”`);
      expect(said).toContain(`Tra cứu tại ngày ${written}.`);
    }
    for (const each of found) expect(each?.quote, `API on ${day}`).toBe(`Hải quan nhận hồ sơ đến ${hour} giờ.`);
    expect(found.map((each) => each?.version)).toEqual([versionOf(hour), versionOf(hour)]);
  }

  // Without a day it is today, and tomorrow's version begins at midnight here, not in London.
  await mai.presses('Tra cứu phụ lục');
  desk.clock.set('2026-11-30T23:59:00+07:00');
  await mai.writes('phụ lục 6 điều 1 khoản 1');
  expect(mai.lastWords).toContain('đến 17 giờ');
  expect(mai.lastWords).toContain('hiệu lực từ 17/02/2020 đến hết ngày 30/11/2026');
  desk.clock.set('2026-12-01T00:00:00+07:00');
  await mai.writes('phụ lục 6 điều 1 khoản 1');
  expect(mai.lastWords).toContain('đến 18 giờ');
});

test('"what we signed" is the version of the day of the asker’s own agreement, and today’s for whoever has none', async () => {
  await using desk = await deskWithThreeVersions();
  const star = await anEnterprise(desk, seaStar);
  const mai = await met(desk);

  await mai.writes('phụ lục 6 điều 1 khoản 1 của bản chúng tôi đã ký');
  expect(mai.lastWords).toContain('Chưa thấy thỏa thuận nào của doanh nghiệp anh/chị');
  expect(mai.lastWords).toContain('đến 17 giờ');

  await speaksFor(desk, '900100', star);
  const createdAt = desk.clock.now();
  const of = { enterpriseId: star.id, templateVersion: '2018' as const, createdAt, updatedAt: createdAt };
  await desk.database.db.insert(agreements).values([
    { ...of, number: '44/TTĐT-2019', signedOn: '2019-08-01', state: 'inForce' },
    { ...of, number: '45/TTĐT-2021', signedOn: '2021-01-05', state: 'ended', validUntil: '2022-01-05' },
  ]);
  for (const words of [
    'phụ lục 6 điều 1 khoản 1 của bản chúng tôi đã ký',
    'theo bản công ty em đã ký thì phụ lục 6 điều 1 khoản 1 nói gì',
    'phu luc 6 dieu 1 khoan 1 trong thoa thuan da ky',
    'phụ lục 6 điều 1 khoản 1 lúc chúng tôi ký',
    'appendix 6 article 1 clause 1 of the version we signed',
  ]) {
    await mai.writes(words);
    expect(mai.lastWords, words).toContain('Theo bản có hiệu lực ngày ký thỏa thuận 44/TTĐT-2019 (01/08/2019).');
    expect(mai.lastWords).toContain('“Hải quan nhận hồ sơ đến 16 giờ.”');
    expect(mai.lastWords).toContain('Bản 2018-05-07, hiệu lực từ 07/05/2018 đến hết ngày 16/02/2020.');
  }

  // Reading on stays in the version that was asked of.
  await mai.presses('Toàn văn Điều 1');
  await mai.writes('tiếp theo');
  expect(mai.lastWords).toContain('Bản 2018-05-07');
});

test('a long article is read page by page, and its neighbours from either end', async () => {
  await using desk = await openDesk({ now });
  const clauses = Array.from({ length: 60 }, (_, at) => `${at + 1}. Mặt hàng thứ ${at + 1} ${'x'.repeat(90)}.`);
  const articles = ['## Điều 1. Mở đầu', '1. Ngắn.', '## Điều 2. Danh mục', ...clauses, '## Điều 3. Kết', '1. Hết.'];
  await publishes(desk, { code: 'PL07', title: 'Danh mục', from: '2020-01-01', articles: articles.join('\n') });
  const mai = await met(desk);

  await mai.writes('phụ lục 7 điều 2');
  const pages = [mai.lastWords];
  while (offers(mai).some((label) => label.startsWith('Đọc tiếp'))) {
    await mai.presses(offers(mai).find((label) => label.startsWith('Đọc tiếp')) ?? '');
    pages.push(mai.lastWords);
  }
  const ends = [];
  for (const words of ['tiếp theo', 'tiếp', 'trước', 'điều trước', 'trước']) {
    await mai.writes(words);
    ends.push(mai.lastWords.split('\n')[0]);
  }

  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map((page) => page.split('\n')[0])).toEqual(
    pages.map((_, at) => `*PL07 Điều 2. Danh mục* (phần ${at + 1}/${pages.length})`),
  );
  // Every clause once, in its order, and none cut in two.
  const read = pages.flatMap((page) => page.split('\n').filter((line) => /^\d+\. Mặt hàng/u.test(line)));
  expect(read).toEqual(clauses);
  expect(ends).toEqual([
    '*PL07 Điều 3. Kết*',
    'Đây là điều cuối cùng của phụ lục.',
    `*PL07 Điều 2. Danh mục* (phần 1/${pages.length})`,
    '*PL07 Điều 1. Mở đầu*',
    'Đây là điều đầu tiên của phụ lục.',
  ]);
});

function versionOf(hour: number): string | undefined {
  return { 16: '2018-05-07', 17: '2020-02-17', 18: '2026-12-01' }[hour];
}

function nothingOn(day: string): string {
  return `Chưa có phụ lục nào có hiệu lực vào ngày ${day}. Anh/chị chọn ngày khác hoặc hỏi cán bộ giúp.`;
}

function offers(person: Person): readonly string[] {
  return person.seen.at(-1)?.buttons ?? [];
}

/** One appendix in three versions, of which the oldest came in last. */
async function deskWithThreeVersions(): Promise<TestDesk> {
  const desk = await openDesk({ now });
  const say = (hour: number) =>
    [
      `## Điều 1. Giờ nhận hồ sơ`,
      `1. Hải quan nhận hồ sơ đến ${hour} giờ.`,
      '## Điều 2. Trực',
      '1. Có người trực.',
    ].join('\n');
  for (const [from, hour] of [
    ['2020-02-17', 17],
    ['2026-12-01', 18],
    ['2018-05-07', 16],
  ] as const)
    await publishes(desk, { code: 'PL06', title: 'Ngoài giờ', from, articles: say(hour) });
  return desk;
}

async function met(desk: TestDesk): Promise<Person> {
  const mai = openChat(desk).person('900100');
  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  return mai;
}
