import { expect, test } from 'vitest';
import { openChat, transcriptOf } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, letterCode, linkingTranscript, seagull, seaStar, speaksFor } from '../../support/linking.ts';
import { openWeb } from '../../support/web.ts';

const now = '2026-11-23T09:15:00+07:00';

async function standing(desk: TestDesk) {
  return desk.database.sql<{ enterpriseId: string | null; isVerified: boolean; events: string }[]>`
    select enterprise_id as "enterpriseId", is_verified as "isVerified",
      (select string_agg(type, ' ' order by ordinal) from case_events e where e.case_id = cases.id) as events
    from cases order by id`;
}

test('a case opened before the person had shown for whom they speak is verified once they have, and the officer sees it', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const star = await anEnterprise(desk, seaStar);
  const code = await letterCode(desk, star);
  const mai = openChat(desk).person('84900801');
  await mai.writes('Container đã có lệnh giao hàng nhưng chưa qua khu vực giám sát ở 03TG');
  await mai.presses('Đồng ý');
  await mai.presses('Gửi');
  await mai.writes(`MST ${seagull.taxCode}: hệ thống báo lỗi A0084 không lấy được số tờ khai`);
  await mai.presses('Vướng mắc mới');
  await mai.presses('Gửi');
  await mai.writes('Anh công chức Nguyễn Văn A ở đội thủ tục vòi tiền tôi');
  await mai.presses('Gửi');

  await mai.writes(code);
  await mai.writes('/hoso');

  const [fits, names, report] = await standing(desk);
  expect([Number(fits?.enterpriseId), fits?.isVerified, fits?.events.includes('verified')]).toEqual([
    star.id,
    true,
    true,
  ]);
  // One names another enterprise; and who reports an officer is not named by anybody else.
  expect([names?.enterpriseId, names?.isVerified]).toEqual([null, false]);
  expect([report?.enterpriseId, report?.isVerified]).toEqual([null, false]);
  const { body } = await web.program.get('/api/v1/cases/VM-2026-000001');
  expect(body.enterprise).toEqual({ name: star.name, taxCode: star.taxCode, isVerified: true });
  expect(JSON.stringify(body.events)).toContain('Đã xác minh người gửi đại diện doanh nghiệp');
  expect(linkingTranscript(mai)).toContain('VM-2026-000001');
});

test('for whom of several declarations are asked is asked first, and the list needs no number', async () => {
  await using desk = await openDesk({ now });
  const khoa = openChat(desk).person('84900802', { name: 'Bùi Anh Khoa' });
  await khoa.writes('xin chào');
  await khoa.presses('Đồng ý');
  const both = [await anEnterprise(desk, seaStar), await anEnterprise(desk, seagull)];
  await khoa.writes('tờ khai của em đến đâu rồi');
  await khoa.writes('/huy');
  const [star, gull] = both;
  for (const [at, enterprise] of [...Array(6)].map((_, index) => [index, index === 5 ? gull : star] as const))
    await desk.database
      .sql`insert into declarations (number11, number, enterprise_id, state, registered_at, state_at, steps)
      values (${`1077050607${at}`}, ${`1077050607${at}0`}, ${enterprise?.id ?? 0}, 'registered', ${now}, ${now}, '[]')`;
  if (star !== undefined) await speaksFor(desk, '84900802', star, 'broker');
  await khoa.writes('tờ khai của em đến đâu rồi');
  if (gull !== undefined) await speaksFor(desk, '84900802', gull, 'broker');

  await khoa.writes('/huy');
  await khoa.writes('các tờ khai của tôi tới đâu rồi ạ?');
  await khoa.presses(seagull.name);
  await khoa.presses('107705060750');
  await khoa.sends({ kind: 'choice', value: 'declarations:of-1', acknowledge: null });

  await expect(transcriptOf(khoa)).toMatchFileSnapshot('../../transcripts/declarations/without-a-number.txt');
});
