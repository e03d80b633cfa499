import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { ChannelName } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { installClauseClocks } from '../../src/desk/look-ups/install-clause-clocks.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { lookups } from '../../src/store/schema/library.ts';
import { openChat, type Person, transcriptOf } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

const transcripts = '../transcripts/look-up';
const notice = 'Văn bản minh họa do nhóm dự án biên soạn, chưa được ký và không có giá trị pháp lý.';

test('an enterprise looks up what was promised, reads on, asks further, and asks an officer where it is not enough', async () => {
  await using desk = await deskWithTexts();
  const mai = await met(desk, 'telegram', 'Đồng ý');

  await mai.presses('Tra cứu phụ lục');
  await mai.writes('Muốn làm thủ tục thứ bảy thì phải đăng ký trước mấy giờ?');
  const answered = mai.lastWords;
  await mai.presses('Toàn văn Điều 4');
  await mai.presses('Điều 5 ›');
  await mai.writes('điều 3');
  await mai.writes('khoản 2 là gì');
  await mai.writes('tiếp theo');
  await mai.writes('điều 12');
  await mai.writes('theo phụ lục vướng mắc cấp 1 phải trả lời trong mấy giờ');
  await mai.writes('còn phụ lục 10?');
  await mai.presses('Hữu ích');
  await mai.writes('phụ lục quy định hàng bị dừng thì bao lâu phải báo');
  await mai.presses('Chưa đúng, hỏi cán bộ');
  await mai.presses('Gửi');

  expect(answered).toContain(
    '“Ngày thường: gửi trước 16 giờ 00 cùng ngày. Thứ Bảy, Chủ nhật: gửi trước 16 giờ 00 thứ Sáu.',
  );
  expect(answered).toContain(notice);
  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/telegram-with-diacritics.txt`);
  const [opened] = await desk.database.db.select().from(cases);
  expect(opened).toMatchObject({ kind: 'question' });
  expect(opened?.description).toContain('PL03 Điều 4');
  const rows = await desk.database.db.select().from(lookups).orderBy(asc(lookups.id));
  expect(rows.filter(({ helpful }) => helpful === true)).toHaveLength(1);
  expect(rows.at(-1)).toMatchObject({ helpful: false, caseId: opened?.id });
});

test('without diacritics and with five buttons at most the same is found on Zalo', async () => {
  await using desk = await deskWithTexts();
  const mai = await met(desk, 'zalo', 'Đồng ý');

  await mai.writes('theo phu luc chuyen luong thi bao lau phai bao cho doanh nghiep');
  await mai.writes('phu luc 7 dieu 6');
  await mai.writes('tiep');
  await mai.writes('danh sach phu luc');
  await mai.presses('PL09');
  await mai.writes('dieu 3');
  await mai.writes('phu luc co quy dinh thuong tet cho nhan vien khong');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/zalo-without-diacritics.txt`);
  expect(mai.lastWords).toContain('xin không trả lời đoán');
});

test('whoever declined and is linked to nothing looks up all the same, and no word of theirs is kept', async () => {
  await using desk = await deskWithTexts();
  const mai = await met(desk, 'webchat', 'Không đồng ý');

  await mai.writes('/tracuu');
  await mai.writes('cho hỏi hotline hải quan là số nào, tk 107705060720');
  await mai.presses('Hữu ích');
  await mai.presses('Tra cứu phụ lục');
  await mai.writes('điều 5');
  await mai.presses('PL06');
  await mai.presses('Hỏi cán bộ');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/webchat-declined.txt`);
  const rows = await desk.database.db.select().from(lookups);
  expect(rows).toMatchObject([{ query: null, conversationId: null, helpful: true, isFound: true }]);
  expect(rows[0]?.tokens).not.toMatch(/\d/u);
});

test.each([
  ['en', 'Đồng ý', 'How many working hours does level two have to answer under the agreement?', 'PL01 Điều 6 khoản 2'],
  ['ko', 'Đồng ý', '부속서 9의 핫라인 번호는 무엇인가요?', 'PL09 Điều 1'],
])('a question in %s finds the Vietnamese words that answer it', async (language, agree, question, address) => {
  await using desk = await deskWithTexts();
  const mai = await met(desk, 'telegram', agree);
  await mai.presses('Ngôn ngữ / Language');
  await mai.presses({ en: 'English', ko: '한국어' }[language] ?? '');

  await mai.writes(question);

  expect(mai.lastWords).toContain(address);
  expect(mai.lastWords).toMatch(/demonstration text|시연용/u);
  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/in-${language}.txt`);
});

async function deskWithTexts(): Promise<TestDesk> {
  const desk = await openDesk({ now: '2026-11-25T09:00:00+07:00' });
  await act(desk, { kind: 'schedule', name: 'installation' }, installDemonstrationTexts);
  await act(desk, { kind: 'schedule', name: 'installation' }, installClauseClocks);
  return desk;
}

async function met(desk: TestDesk, channel: ChannelName, answer: string): Promise<Person> {
  const mai = openChat(desk, channel).person('900100');
  await mai.writes('xin chào');
  await mai.presses(answer);
  return mai;
}
