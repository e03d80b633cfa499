import { expect, test } from 'vitest';
import { declarations } from '../../../src/store/schema/enterprises.ts';
import { openChat, type Person } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import {
  anEnterprise,
  contactOf,
  linkingTranscript,
  seagull,
  seaStar,
  speaksFor,
  type TestEnterprise,
  whiteSail,
} from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/linking';

test('a broker with three enterprises is asked for whom, unless the message says so itself', async () => {
  await using desk = await openDesk({ now });
  const enterprises = [
    await anEnterprise(desk, seaStar),
    await anEnterprise(desk, seagull),
    await anEnterprise(desk, whiteSail),
  ];
  const khoa = openChat(desk).person('84900401', { name: 'Bùi Anh Khoa' });
  await agrees(khoa);
  for (const enterprise of enterprises) await speaksFor(desk, '84900401', enterprise, 'broker');
  await declares(desk, enterprises[1], '107705060720');

  await khoa.writes('Container đã có lệnh giao hàng nhưng chưa qua khu vực giám sát ở 03TG');
  await khoa.presses(seaStar.name);
  await khoa.presses('Gửi');
  await khoa.writes('Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt');
  await khoa.presses('Vướng mắc mới');
  await khoa.presses('Gửi');
  await khoa.writes('MST 0299103714: hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await khoa.presses('Vướng mắc mới');
  await khoa.presses('Gửi');
  await khoa.writes('/doanhnghiep');
  await khoa.presses(seagull.name);

  await expect(linkingTranscript(khoa)).toMatchFileSnapshot(`${transcripts}/broker-of-three.txt`);
  const opened = await desk.database.sql<{ enterpriseId: string; isVerified: boolean }[]>`
    select enterprise_id as "enterpriseId", is_verified as "isVerified" from cases order by id`;
  expect(opened.map(({ enterpriseId }) => Number(enterpriseId))).toEqual(enterprises.map(({ id }) => id));
  expect(opened.every(({ isVerified }) => isVerified)).toBe(true);
});

test('the enterprise can be typed, and one that is not the person’s own is not found, real or not', async () => {
  await using desk = await openDesk({ now });
  const own = [await anEnterprise(desk, seaStar), await anEnterprise(desk, seagull)];
  const foreign = await anEnterprise(desk, whiteSail);
  const khoa = openChat(desk).person('84900402', { name: 'Bùi Anh Khoa' });
  await agrees(khoa);
  for (const enterprise of own) await speaksFor(desk, '84900402', enterprise, 'broker');
  await khoa.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');

  await khoa.writes('buồm trắng');
  const [real] = [khoa.lastWords];
  await khoa.writes('công ty ma');
  const [made] = [khoa.lastWords];
  await khoa.sends({ kind: 'choice', value: `card:enterprise:${foreign.id}`, acknowledge: null });
  const pressed = khoa.lastWords;
  await khoa.writes('hai au');

  expect(real).toBe(made);
  expect(pressed).toBe('Việc này là của doanh nghiệp nào ạ?');
  expect(khoa.lastWords).toContain(`• Doanh nghiệp: ${seagull.name}`);
});

test('colleagues see one another’s cases once an owner says so, add to them, and never see a report', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const mai = chat.person('84900403', { name: 'Trần Thị Mai' });
  const hoang = chat.person('84900404', { name: 'Lê Việt Hoàng' });
  await agrees(mai);
  await agrees(hoang);
  await speaksFor(desk, '84900403', enterprise, 'owner');
  await speaksFor(desk, '84900404', enterprise, 'staff');
  await mai.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await mai.presses('Gửi');
  await mai.writes('Cán bộ Nguyễn Thị Lan ở kv3 gợi ý bồi dưỡng 2 triệu mới cho qua');
  await mai.presses('Gửi');

  await hoang.writes('/hoso');
  await hoang.writes('/chiase');
  await mai.writes('/doanhnghiep');
  await mai.presses('Cho mọi người cùng xem');
  await hoang.writes('/hoso');
  await hoang.presses('VM-2026-000001');
  await hoang.presses('Bổ sung');
  await hoang.writes('Lỗi xuất hiện từ 15h chiều qua');
  await mai.writes('/chiase');
  await hoang.writes('/hoso');

  await expect(linkingTranscript(hoang)).toMatchFileSnapshot(`${transcripts}/shared-cases.txt`);
  expect(hoang.seen.some(({ text }) => text.includes('PA-2026'))).toBe(false);
});

test('colleagues of an enterprise that shares nothing see nothing, whatever number they guess', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const mai = chat.person('84900405');
  const hoang = chat.person('84900406');
  await agrees(mai);
  await agrees(hoang);
  await speaksFor(desk, '84900405', enterprise);
  await speaksFor(desk, '84900406', enterprise);
  await mai.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await mai.presses('Gửi');

  for (const wish of ['case', 'add', 'solved', 'unsolved', 'raise']) {
    await hoang.sends({ kind: 'choice', value: `${wish}:VM-2026-000001`, acknowledge: null });
    const real = hoang.lastWords;
    await hoang.sends({ kind: 'choice', value: `${wish}:VM-2026-000099`, acknowledge: null });
    expect(real.replaceAll('000001', '000099')).toBe(hoang.lastWords);
  }
  expect(await contactOf(desk, '84900406')).not.toBe(await contactOf(desk, '84900405'));
});

async function agrees(person: Person): Promise<void> {
  await person.writes('/start');
  await person.presses('Đồng ý');
}

async function declares(desk: TestDesk, enterprise: TestEnterprise | undefined, number: string): Promise<void> {
  const at = desk.clock.now();
  await desk.database.db.insert(declarations).values({
    number11: number.slice(0, 11),
    number,
    enterpriseId: enterprise?.id ?? null,
    officeCode: '03TG',
    state: 'registered',
    registeredAt: at,
    stateAt: at,
    steps: [],
  });
}
