import { expect, test } from 'vitest';
import { openChat, type Person, transcriptOf } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { anEnterprise, seagull, seaStar, speaksFor } from '../support/linking.ts';
import { aStep, declares, invites } from '../support/ratings.ts';

const now = '2026-11-25T09:00:00+07:00';
const transcripts = '../transcripts/ratings';

test('one declaration is cleared, the enterprise is asked once and answers with a tap', async () => {
  await using desk = await openDesk({ now });
  const { mai, rig } = await contactOfSeaStar(desk);
  await declares(desk, { taxCode: seaStar.taxCode, number: '107861377120', steps: stepsOf(desk) });

  await invites(desk, rig.channel);
  await rig.settle();
  const beforeTheGathering = mai.seen.length;
  desk.clock.advanceMinutes(5);
  await invites(desk, rig.channel);
  await rig.settle();
  await mai.presses('5 ⭐ Rất hài lòng');
  await mai.presses('Thêm ý kiến');
  await mai.presses('Nhanh chóng');
  await mai.writes('các anh chị hướng dẫn rất kỹ');
  await mai.presses('Chọn đơn vị, khâu, công chức');
  await mai.presses('Nguyễn Thị Lan (kiểm tra hồ sơ)');
  await mai.writes('5 sao');
  await mai.writes('xong');
  await invites(desk, rig.channel);
  await rig.settle();

  expect(mai.seen.slice(0, beforeTheGathering).some(({ text }) => text.includes('107861377120'))).toBe(false);
  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/single.txt`);
  expect(await stored(desk)).toEqual([
    { subject: 'declaration', level: 5, reasons: ['fast'], comment: 'các anh chị hướng dẫn rất kỹ', counts: true },
    { subject: 'officer', level: 5, reasons: [], comment: null, counts: true },
  ]);
  expect(await desk.database.sql`select state from rating_invitations`).toEqual([{ state: 'answered' }]);
});

test('thirty-seven declarations make one message: those with a problem first, the rest in one tap', async () => {
  await using desk = await openDesk({ now });
  const { mai, rig } = await contactOfSeaStar(desk);
  await declares(
    desk,
    ...Array.from({ length: 37 }, (_, at) => ({ taxCode: seaStar.taxCode, number: `1078613${10 + at}120` })),
  );
  await invites(desk, rig.channel);
  desk.clock.advanceMinutes(5);
  await invites(desk, rig.channel);
  await rig.settle();

  await mai.presses('Xem từng tờ khai');
  await mai.presses('4 ⭐ Hài lòng');
  await mai.writes('bỏ qua');
  await mai.presses('Dừng');
  await mai.presses('Chỉ tờ khai có vấn đề');
  await mai.presses('107861314120');
  await mai.presses('3 ⭐ Bình thường');
  await mai.presses('Xong');
  await mai.presses('Tất cả: 5 ⭐ Rất hài lòng');
  await mai.presses('Tất cả: 4 ⭐ Hài lòng');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/digest-of-37.txt`);
  const levels = await desk.database.sql`select level, count(*)::int as n from ratings group by level order by level`;
  expect(levels).toEqual([
    { level: 3, n: 1 },
    { level: 4, n: 1 },
    { level: 5, n: 35 },
  ]);
  expect(await desk.database.sql`select count(*)::int as n from messages where text like '%tắt lời mời%'`).toEqual([
    { n: 1 },
  ]);
});

test('a change of mind within the day replaces the answer, keeps the earlier one, and is over after 24 hours', async () => {
  await using desk = await openDesk({ now });
  const { mai } = await contactOfSeaStar(desk);
  await declares(desk, { taxCode: seaStar.taxCode, number: '107861377120' });

  await mai.writes('đánh giá tk 107861377120 5 sao');
  await mai.writes('à nhầm, bình thường thôi');
  await mai.presses('Chậm, phải chờ lâu');
  await mai.writes('xong');
  desk.clock.set('2026-11-26T08:59:00+07:00');
  await mai.writes('/danhgia 107861377120');
  await mai.writes('4');
  desk.clock.set('2026-11-26T09:00:00+07:00');
  await mai.writes('/danhgia 107861377120');
  await mai.presses('1 ⭐ Rất không hài lòng');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/change-of-mind.txt`);
  expect(await stored(desk)).toMatchObject([{ level: 4 }]);
  const answers = await desk.database.sql`select level from rating_answers order by id`;
  expect(answers.map(({ level }) => level)).toEqual([5, 3, 3, 4]);
});

test('the wrong declaration was rated: that answer stays and no longer counts, and the right one is chosen', async () => {
  await using desk = await openDesk({ now });
  const { mai } = await contactOfSeaStar(desk);
  await declares(
    desk,
    { taxCode: seaStar.taxCode, number: '107861377120' },
    { taxCode: seaStar.taxCode, number: '107861377230', registeredAt: new Date('2026-11-25T06:00:00+07:00') },
  );

  await mai.presses('Đánh giá');
  await mai.presses('107861377120 đã thông quan');
  await mai.presses('2 ⭐ Không hài lòng');
  await mai.writes('tôi nhầm tờ khai rồi');
  await mai.presses('107861377230 đã thông quan');
  await mai.writes('không hài lòng');
  await mai.writes('xong');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/wrong-declaration.txt`);
  expect(await stored(desk)).toMatchObject([
    { level: 2, counts: false },
    { level: 2, counts: true },
  ]);
});

test('another’s declaration, one that nobody knows and one mistyped are refused in the same words, whatever is tried', async () => {
  await using desk = await openDesk({ now });
  const { mai } = await contactOfSeaStar(desk);
  const other = await anEnterprise(desk, seagull);
  await declares(desk, { taxCode: other.taxCode, number: '107861377009' });

  const words: string[] = [];
  for (const text of ['đánh giá tk 107861377009', '/danhgia 107861377009 ', '/danhgia 107861377993', '/danhgia 1078']) {
    await mai.writes(text);
    words.push(mai.lastWords);
  }
  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/not-ours.txt`);
  for (const value of [
    'rate:5:10786137700',
    'rate:5:10786137700:o1',
    'rating:pick:10786137700',
    'rating:subjects:10786137700',
    'rating:reason:10786137700:d:fast',
    'rating:nocontact:10786137700',
    'rating:mistaken:10786137700',
  ]) {
    await mai.sends({ kind: 'choice', value, acknowledge: null });
    words.push(mai.lastWords);
  }

  expect(new Set(words).size).toBe(1);
  expect(words[0]).toContain('Không thấy tờ khai này');
  expect(await stored(desk)).toEqual([]);
});

test('in English and in Korean, by word, by star and by number; muted and wanted again', async () => {
  await using desk = await openDesk({ now });
  const { mai, rig } = await contactOfSeaStar(desk);
  const three = ['107861377120', '107861377230', '107861377340'];
  await declares(desk, ...three.map((number) => ({ taxCode: seaStar.taxCode, number, state: 'inspecting' as const })));

  await mai.sends({ kind: 'choice', value: 'speak:en', acknowledge: null });
  await mai.writes('I would like to rate declaration 107861377120: very satisfied');
  await mai.writes('done');
  await mai.sends({ kind: 'choice', value: 'speak:ko', acknowledge: null });
  await mai.writes('/rate 107861377230');
  await mai.writes('⭐⭐⭐⭐');
  await mai.writes('완료');
  await mai.sends({ kind: 'choice', value: 'speak:vi', acknowledge: null });
  await mai.writes('tắt lời mời');
  await declares(desk, { taxCode: seaStar.taxCode, number: '107861377340' });
  await invites(desk, rig.channel);
  desk.clock.advanceMinutes(5);
  await invites(desk, rig.channel);
  await rig.settle();
  await mai.presses('Bật lại lời mời');
  desk.clock.set('2026-11-26T09:06:00+07:00');
  await invites(desk, rig.channel);
  await rig.settle();
  await mai.writes('tệ');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/languages-and-mute.txt`);
  const given = await desk.database.sql`select level, is_during_procedure as during from ratings order by id`;
  expect(given).toEqual([
    { level: 5, during: true },
    { level: 4, during: true },
    { level: 2, during: false },
  ]);
});

test('an accusation inside a rating is kept with it and goes the protected way besides', async () => {
  await using desk = await openDesk({ now });
  const { mai } = await contactOfSeaStar(desk);
  await declares(desk, { taxCode: seaStar.taxCode, number: '107861377120', steps: stepsOf(desk) });

  await mai.writes('/danhgia 107861377120');
  await mai.presses('1 ⭐ Rất không hài lòng');
  await mai.writes('cán bộ kiểm tra hồ sơ vòi vĩnh 2 triệu mới cho thông quan');
  await mai.presses('Gửi');

  const [kept] = await stored(desk);
  expect(kept?.comment).toContain('vòi vĩnh');
  const kinds = await desk.database.sql`select kind from cases order by id`;
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['report', 'verification']);
  const [excluded] = await desk.database.sql<{ n: number }[]>`
    select count(distinct case_id)::int as n from case_exclusions where officer_id = ${desk.organisation.officers.lan.id}`;
  expect(excluded?.n).toBe(2);
  expect(transcriptOf(mai)).toContain('chỉ kiểm tra nội bộ đọc được');
});

test('a closed case is asked about once, however often it is opened again, and a muted chat is not asked', async () => {
  await using desk = await openDesk({ now });
  const { mai } = await contactOfSeaStar(desk);
  await mai.writes('hàng bị giữ ở cảng từ hôm qua, tờ khai 107861377120, nhờ xử lý');
  await mai.presses('Gửi');
  const [row] = await desk.database.sql<{ reference: string }[]>`select reference from cases`;
  const reference = row?.reference ?? '';
  const solve = () => mai.sends({ kind: 'choice', value: `solved:${reference}`, acknowledge: null });
  const asked = () =>
    mai.seen.filter(({ text }) => text.startsWith('Quý doanh nghiệp hài lòng ở mức nào với cách giải quyết')).length;

  await solve();
  expect(asked()).toBe(1);
  await mai.writes('5 sao');
  await mai.writes('xử lý nhanh, cảm ơn các anh chị đã hỗ trợ nhiệt tình');
  await mai.sends({ kind: 'choice', value: `unsolved:${reference}`, acknowledge: null });
  await mai.writes('/huy');
  await solve();
  expect(asked()).toBe(1);
  await mai.sends({ kind: 'choice', value: `rating:case:${reference}:1`, acknowledge: null });
  const [rated] = await desk.database.sql`select level, comment from case_ratings`;
  expect(rated).toMatchObject({ level: 1 });
  desk.clock.set('2026-11-27T10:00:00+07:00');
  await mai.sends({ kind: 'choice', value: `rating:case:${reference}:5`, acknowledge: null });

  expect(mai.lastWords).toContain('quá 24 giờ');
  await mai.sends({ kind: 'choice', value: 'rating:case:VM-2026-999999:5', acknowledge: null });
  expect(mai.lastWords).toContain('Không tìm thấy');
});

async function contactOfSeaStar(desk: TestDesk) {
  const enterprise = await anEnterprise(desk, seaStar);
  const rig = openChat(desk);
  const mai: Person = rig.person('84900701', { name: 'Trần Thị Mai' });
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await speaksFor(desk, '84900701', enterprise);
  return { mai, rig };
}

function stepsOf(desk: TestDesk) {
  const { lan } = desk.organisation.officers;
  const at = (minutes: number) => new Date(desk.clock.now().getTime() - minutes * 60_000);
  return [
    aStep('registered', at(120), null, 'Đội Thủ tục 1'),
    aStep('documentCheck', at(60), lan.email),
    aStep('cleared', at(5), null),
  ];
}

async function stored(desk: TestDesk) {
  return desk.database.sql<
    { subject: string; level: number; reasons: string[]; comment: string | null; counts: boolean }[]
  >`select subject_kind as subject, level, reasons, comment, counts from ratings order by id`;
}
