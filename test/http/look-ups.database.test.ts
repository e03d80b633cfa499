import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { installClauseClocks } from '../../src/desk/look-ups/install-clause-clocks.ts';
import { repeatedQuestions } from '../../src/desk/look-ups/repeated-questions.ts';
import { questionWords } from '../../src/knowledge/search/question-words.ts';
import { insertLookup } from '../../src/store/lookups.ts';
import { openChat, type Person } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Answer, openWeb } from '../support/web.ts';

const now = '2026-11-25T09:00:00+07:00';
const by = { kind: 'schedule', name: 'installation' } as const;

test('programs look up by words and by address, as of a day, and get the words of the version', async () => {
  await using desk = await deskWithTexts();
  await using web = await openWeb(desk);
  const ask = (query: string) => web.program.get(`/api/v1/appendices/search?${query}`);

  const words = await ask(`q=${encodeURIComponent('dang ky lam thu bay truoc may gio')}`);
  const address = await ask(`q=${encodeURIComponent('phụ lục 6 điều 4 khoản 1')}`);
  const before = await ask(`q=${encodeURIComponent('đăng ký làm thứ bảy')}&asOf=2019-12-31`);
  const outside = await ask(`q=${encodeURIComponent('thời tiết Hải Phòng hôm nay')}`);

  const saturday = { appendix: 'PL06', article: 4, clause: 1, address: 'PL06 Điều 4 khoản 1' };
  expect(words.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining(saturday)]) });
  expect(address.body).toMatchObject({
    items: [{ ...saturday, quote: expect.stringContaining('gửi trước 16 giờ 00 thứ Sáu'), notice: expect.any(String) }],
  });
  expect([before.body, outside.body]).toEqual([{ items: [] }, { items: [] }]);
});

test('what is asked three times in a month in nearly the same words is proposed once, until somebody has decided', async () => {
  await using desk = await deskWithTexts();
  await asked(desk, 'hải quan có làm việc trưa thứ bảy không', null);
  await asked(desk, 'trưa thứ bảy hải quan có làm việc không ạ', null);
  await asked(desk, 'thu bay trua hai quan lam viec ko', null);
  await asked(desk, 'phí lưu kho ai trả', null);
  // One person in three ways is no repetition.
  const { conversationId } = desk.organisation;
  for (const query of [
    'soi chiếu container mất bao lâu',
    'container soi chiếu bao lâu ạ',
    'soi chieu container lau khong',
  ])
    await asked(desk, query, conversationId);

  const proposed = await repeatedQuestions(desk.database.db, desk.clock.now());

  expect(proposed).toMatchObject([{ times: 3, address: null }]);
});

test('what the texts did not answer and what people ask again and again is decided about, and then offered in the chat', async () => {
  await using desk = await deskWithTexts();
  await using web = await openWeb(desk);
  const rig = openChat(desk);
  const meets = async (address: string) => {
    const person = rig.person(address);
    await person.writes('xin chào');
    await person.presses('Đồng ý');
    return person;
  };
  const [mai, binh, cuong] = [await meets('900101'), await meets('900102'), await meets('900103')];
  expect(buttonsOf(await looksUp(mai))).not.toContain('Câu hỏi thường gặp');

  await mai.writes('làm thứ bảy phải đăng ký trước mấy giờ?');
  await mai.presses('Chưa đúng, hỏi cán bộ');
  await mai.presses('Hủy');
  for (const [person, words] of [
    [binh, 'Làm thứ Bảy phải đăng ký trước mấy giờ vậy'],
    [cuong, 'lam thu bay phai dang ky truoc may gio'],
    [binh, 'phụ lục có quy định thưởng tết cho nhân viên không'],
  ] as const) {
    await looksUp(person);
    await person.writes(words);
  }
  const keeper = await web.signIn(desk.organisation.officers.administrator);
  const before = (await keeper.get('/api/v1/look-ups')).body;
  const question = {
    tokens: String(repeatedIn(before)[0]?.tokens),
    question: 'Làm thứ Bảy thì đăng ký trước mấy giờ?',
  };
  const address = 'PL06 Điều 4 khoản 1';
  const decide = (body: unknown, by = keeper) => by.post('/api/v1/look-ups/questions', body, sameOrigin);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const refused = [await lan.get('/api/v1/look-ups'), await decide({ ...question, address, accepted: true }, lan)];
  const accepted = await decide({ ...question, address, accepted: true });

  expect(before).toMatchObject({
    figures: { asked: 4, notFound: 1, helpful: 0, unhelpful: 1 },
    repeated: [{ times: 3, address }],
    accepted: [],
  });
  expect(unansweredIn(before).map(({ question: asked, isFound, shown }) => [asked, isFound, shown])).toEqual([
    ['phụ lục có quy định thưởng tết cho nhân viên không', false, []],
    ['làm thứ bảy phải đăng ký trước mấy giờ?', true, expect.arrayContaining([address])],
  ]);
  expect([...refused.map(({ status }) => status), accepted.status]).toEqual([403, 403, 204]);
  const after = (await keeper.get('/api/v1/look-ups')).body;
  expect(after).toMatchObject({ repeated: [], accepted: [{ question: question.question, address }] });

  await looksUp(mai);
  await mai.presses('Câu hỏi thường gặp');
  expect(buttonsOf(mai)).toEqual([question.question, 'Danh mục phụ lục', 'Về menu']);
  await mai.presses(question.question);
  expect(mai.lastWords).toContain(`*${address}*`);
  expect(mai.lastWords).toContain('gửi trước 16 giờ 00 thứ Sáu');
  // What is read from the list is no question anew.
  expect((await keeper.get('/api/v1/look-ups')).body).toMatchObject({ repeated: [] });

  await decide({ ...question, address, accepted: false });
  expect((await keeper.get('/api/v1/look-ups')).body).toMatchObject({ repeated: [], accepted: [] });
  await mai.presses(question.question);
  expect(mai.lastWords).toContain('Hiện chưa có câu hỏi thường gặp nào');
  expect(buttonsOf(await looksUp(binh))).not.toContain('Câu hỏi thường gặp');
});

const sameOrigin = { 'sec-fetch-site': 'same-origin' };

async function looksUp(person: Person): Promise<Person> {
  await person.writes('/tracuu');
  return person;
}

function buttonsOf(person: Person): readonly string[] {
  return person.seen.at(-1)?.buttons ?? [];
}

function repeatedIn(body: Answer['body']): readonly Record<string, unknown>[] {
  return body.repeated as Record<string, unknown>[];
}

function unansweredIn(body: Answer['body']): readonly Record<string, unknown>[] {
  return body.unanswered as Record<string, unknown>[];
}

async function deskWithTexts(): Promise<TestDesk> {
  const desk = await openDesk({ now });
  await act(desk, by, installDemonstrationTexts);
  await act(desk, by, installClauseClocks);
  return desk;
}

async function asked(desk: TestDesk, query: string, conversationId: number | null): Promise<void> {
  await act(desk, by, ({ tx, at }) =>
    insertLookup(tx, {
      query,
      tokens: questionWords(query).join(' '),
      asOf: '2026-11-25',
      conversationId,
      shown: [],
      isFound: false,
      helpful: null,
      at,
      caseId: null,
    }),
  );
}
