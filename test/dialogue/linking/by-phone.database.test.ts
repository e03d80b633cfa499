import { expect, test } from 'vitest';
import { told } from '../../support/administration.ts';
import { openChat, type Person } from '../../support/chat.ts';
import { openDesk } from '../../support/desk.ts';
import { anEnterprise, linkingTranscript, registersPhone, seagull, seaStar, whiteSail } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/linking';
const phone = '84912345678';

test('a number that Telegram vouches for and one enterprise registered links the person at once', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  await registersPhone(desk, enterprise, phone);
  const mai = openChat(desk).person('84900201');
  await agrees(mai);

  await mai.writes('/sodienthoai');
  await mai.sends({ kind: 'contactCard', name: 'Mai', phone, isVouched: true });

  await expect(linkingTranscript(mai)).toMatchFileSnapshot(`${transcripts}/phone.txt`);
  expect((await told(desk, 'registry')).at(-1)).toMatchObject({
    type: 'linked',
    detail: { enterpriseId: enterprise.id, basis: 'phone', role: 'staff' },
  });
});

test('a number that several enterprises registered makes the bot ask for whom, and an agent’s person is a broker', async () => {
  await using desk = await openDesk({ now });
  for (const facts of [seaStar, seagull, { ...whiteSail, isBroker: true }])
    await registersPhone(desk, await anEnterprise(desk, facts), phone);
  const khoa = openChat(desk).person('84900202', { name: 'Bùi Anh Khoa' });
  await agrees(khoa);

  await khoa.sends({ kind: 'contactCard', name: 'Khoa', phone, isVouched: true });
  await khoa.presses(seaStar.name);
  await khoa.writes('/doanhnghiep');
  await khoa.sends({ kind: 'contactCard', name: 'Khoa', phone, isVouched: true });
  await khoa.presses('Tất cả');
  await khoa.writes('/doanhnghiep');

  await expect(linkingTranscript(khoa)).toMatchFileSnapshot(`${transcripts}/phone-of-several.txt`);
});

test('a number that somebody only claims links nobody, and neither does one that was withdrawn', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  await registersPhone(desk, enterprise, phone);
  await registersPhone(desk, enterprise, '84987654321');
  await desk.database.sql`update registered_phones set valid_until = ${now} where phone = '84987654321'`;
  const chat = openChat(desk, 'zalo');
  const claims = chat.person('84900203');
  await agrees(claims);
  const former = chat.person('84900204');
  await agrees(former);

  await claims.sends({ kind: 'contactCard', name: 'Mai', phone, isVouched: false });
  await claims.writes('/doanhnghiep');
  await former.sends({ kind: 'contactCard', name: 'Cũ', phone: '84987654321', isVouched: true });
  await former.writes('/doanhnghiep');

  expect(claims.lastWords).toContain('chưa liên kết với doanh nghiệp nào');
  expect(former.lastWords).toContain('chưa liên kết với doanh nghiệp nào');
});

async function agrees(person: Person): Promise<void> {
  await person.writes('/start');
  await person.presses('Đồng ý');
}
