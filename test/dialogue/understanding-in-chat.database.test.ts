import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSeeds } from '../../src/commands/export-corrections.ts';
import { act } from '../../src/desk/act.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { withdrawConsent } from '../../src/desk/privacy/withdraw-consent.ts';
import { conversationById } from '../../src/store/conversations.ts';
import { conversations } from '../../src/store/schema/conversations.ts';
import { allCorrections } from '../../src/store/understanding-corrections.ts';
import { openChat, transcriptOf } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

const transcripts = '../transcripts/understanding';
const now = '2026-11-23T09:15:00+07:00';

test('a form waits while the person asks something else, goes on by a word more, and is let go after a day', async () => {
  await using desk = await deskWithTexts();
  const chat = openChat(desk);
  const mai = chat.person('84910001');

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('tk 107705060720 nộp chứng từ từ 8h sáng chưa ai duyệt');
  await mai.writes('Phụ lục 1 điều 6 quy định mấy giờ phải trả lời?');
  await mai.writes('hàng đang nằm ở cảng Đình Vũ, container TGHU2447973');
  await mai.presses('Hồ sơ của tôi');
  await mai.presses('Tiếp tục phiếu đang soạn');
  await mai.writes('gửi');
  await mai.presses('Gửi vướng mắc');
  await mai.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await mai.writes('/tracuu');
  desk.clock.advanceMinutes(25 * 60);
  await mai.writes('/menu');
  await mai.presses('Tiếp tục phiếu đang soạn');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/topic-switch.txt`);
});

test('one message that holds everything fills the whole card, urgency included', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const mai = chat.person('84910002');

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes(
    'Chào anh chị, em bên công ty Hòa Phát MST 0200884123, tờ khai nhập 107705060720 mở tại Đình Vũ (03EE) ngày 20/11, C/O form E số tham chiếu trùng nên hải quan chưa chấp nhận, hàng đông lạnh cont TGHU2447973 sắp lưu bãi, xin hướng dẫn gấp',
  );
  await mai.presses('Gửi');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/everything-in-one.txt`);
});

test('two matters in one message become two cards, and a question beside a problem is answered after it', async () => {
  await using desk = await deskWithTexts();
  const chat = openChat(desk);
  const [mai, hoa] = [chat.person('84910003'), chat.person('84910004', { name: 'Lê Thị Hoa' })];

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes(
    'Tờ khai 107705060720 bị phân luồng đỏ chờ kiểm hóa 3 ngày. Ngoài ra em muốn hỏi nộp báo cáo quyết toán trễ thì phạt bao nhiêu?',
  );
  await mai.presses('Tách thành hai phiếu');
  await mai.presses('Gửi');
  await mai.presses('Gửi');
  await mai.presses('Hồ sơ của tôi');
  await hoa.writes('/start');
  await hoa.presses('Đồng ý');
  await hoa.writes(
    'C/O form D bị sai số hóa đơn, hải quan chưa nhận. Theo phụ lục 10 điều 4 thì thời hạn bổ sung là bao lâu?',
  );
  await hoa.presses('Tách thành hai phiếu');
  await hoa.presses('Gửi');

  const both = `${transcriptOf(mai)}\n— người khác —\n\n${transcriptOf(hoa)}`;
  await expect(both).toMatchFileSnapshot(`${transcripts}/two-matters.txt`);
});

test('below the threshold the bot asks once, and what people put right is kept without numbers and names until they withdraw', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const mai = chat.person('84910005');

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('anh chị xem lại giúp em hồ sơ hôm trước với');
  await mai.presses('Gửi vướng mắc này');
  await mai.writes('tờ khai 107705060720 khai sai đơn giá, em là Mai 0912345678');
  await mai.presses('Loại việc');
  await mai.presses('Từ chối tờ khai, hồ sơ');
  await mai.presses('Gửi');
  await chat.settle();
  const { db } = desk.database;
  const kept = await allCorrections(db);

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/wrong-guess.txt`);
  expect(kept.map(({ about, chosen }) => [about, chosen])).toEqual([
    ['intent', 'raise_issue'],
    ['category', 'registration_refusal'],
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/0912345678|Mai/u);
  expect(
    asSeeds([
      ...kept,
      { about: 'category', text: 'khai sai', language: 'vi', guessed: 'penalty', chosen: 'tax_refund' },
    ]),
  ).toContain('## tax_refund\n# vi\nkhai sai\n');

  const [row] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.address, '84910005'));
  const chatRow = await conversationById(db, row?.id ?? 0);
  await act(desk, { kind: 'schedule', name: 'test' }, (current) => withdrawConsent(current, chatRow));

  expect(await allCorrections(db)).toEqual([]);
});

test('something else than was guessed keeps the words, and no second question follows about them', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const mai = chat.person('84910006');

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('kiểm tra giúp em cái phiếu');
  expect(mai.seen.at(-1)?.buttons).toContain('Khác');
  await mai.writes('kiểm tra giúp em cái phiếu');
  expect(mai.seen.at(-1)?.buttons).not.toContain('Khác');
  await mai.writes('/huy');
  await mai.writes('kiểm tra giúp em cái phiếu');
  await mai.presses('Khác');
  await mai.presses('Gửi cho cán bộ');
  const words = mai.lastWords;
  await mai.writes('/huy');
  await mai.writes('tờ khai có vấn đề');
  const unsure = mai.seen.at(-1);
  await mai.presses('Chậm xử lý hồ sơ');

  expect(words).toContain('kiểm tra giúp em cái phiếu');
  expect(unsure?.text).toContain('Loại việc: Sửa, hủy tờ khai (chưa chắc)');
  expect(unsure?.buttons).toContain('Từ chối tờ khai, hồ sơ');
  expect(mai.lastWords).toContain('Loại việc: Chậm xử lý hồ sơ\n');
});

test('an accusation inside a rating goes to internal control, and the ordinary matter beside it can go its own way', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const mai = chat.person('84910007');

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('Khâu tiếp nhận em chấm 5 sao. Nhưng anh kiểm hóa Hùng vòi tiền mới chịu ký biên bản.');
  await mai.presses('Gửi');
  await mai.writes(
    'C/O form E tờ khai 107705060720 ghi sai tên người nhận thì sửa thế nào? Hôm qua chị tiếp nhận đòi bồi dưỡng 500 nghìn mới nhận hồ sơ.',
  );
  await mai.presses('Tách thành hai phiếu');
  await mai.presses('Gửi');
  await mai.presses('Gửi');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/accusation-in-a-rating.txt`);
});

test.each([
  {
    language: 'ko',
    name: '김민수',
    words: ['안녕하세요', '동의합니다', '보내기', '해결됨'],
    matter:
      '하이퐁항 03TG에 신고서 107705060720 을 어제 냈는데 하루 종일 서류 심사가 안 끝났습니다. 냉동 화물이라 급합니다',
  },
  {
    language: 'en',
    name: 'John Smith',
    words: ['Good morning', 'I agree', 'Send', 'Solved'],
    matter:
      'Declaration 107705060720 was submitted at 03TG yesterday and nobody has checked the documents. The cargo is frozen fish, it is urgent',
  },
])(
  'a manager who writes $language is helped from the first word to the answer',
  async ({ language, name, words, matter }) => {
    await using desk = await openDesk({ now });
    const chat = openChat(desk);
    const manager = chat.person(`8491100${language === 'ko' ? 1 : 2}`, { name, language });
    const [hello = '', agree = '', send = '', solved = ''] = words;

    await manager.writes(hello);
    await manager.presses(agree);
    await manager.writes(matter);
    await manager.presses(send);
    const reference = /VM-\d{4}-\d{6}/.exec(manager.lastWords)?.[0] ?? '';
    desk.clock.advanceMinutes(20);
    const lan = { kind: 'officer' as const, officerId: desk.organisation.officers.lan.id };
    await act(desk, lan, (current) =>
      reply(current, { reference, text: 'Tờ khai đã được duyệt lúc 09:30.', next: 'resolve' }),
    );
    await chat.settle();
    await manager.presses(solved);

    await expect(transcriptOf(manager)).toMatchFileSnapshot(`${transcripts}/manager-${language}.txt`);
  },
);

async function deskWithTexts(): Promise<TestDesk> {
  const desk = await openDesk({ now });
  await act(desk, { kind: 'schedule', name: 'installation' }, installDemonstrationTexts);
  return desk;
}
