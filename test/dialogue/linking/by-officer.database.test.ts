import { expect, test } from 'vitest';
import { approveLinkRequest, refuseLinkRequest } from '../../../src/desk/enterprises/decide-request.ts';
import { linkRequestCards, proofsOf } from '../../../src/store/link-requests.ts';
import { asAdministrator } from '../../support/administration.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk } from '../../support/desk.ts';
import { anEnterprise, linkingTranscript, seaStar } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/linking';

test('an officer looks at the proof that a person sends on Zalo and approves it', async () => {
  await using desk = await openDesk({ now });
  await anEnterprise(desk);
  const chat = openChat(desk, 'zalo');
  const hoang = chat.person('84900301', { name: 'Lê Việt Hoàng' });

  await hoang.writes('Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt');
  await hoang.presses('Đồng ý');
  await hoang.presses('Gửi');
  await hoang.presses('Xác minh doanh nghiệp');
  await hoang.writes('0299101121');
  await hoang.sendsFile('giay-gioi-thieu.jpg');
  await hoang.writes('Tôi phụ trách thủ tục hải quan của công ty');
  await hoang.presses('Gửi yêu cầu');
  const validUntil = new Date('2027-01-01T00:00:00+07:00');
  await asAdministrator(desk, (current) => approveLinkRequest(current, { requestId: 1, role: 'staff', validUntil }));
  await chat.settle();
  await hoang.writes('/doanhnghiep');

  await expect(linkingTranscript(hoang)).toMatchFileSnapshot(`${transcripts}/officer-approves.txt`);
});

test('an officer refuses with a reason, and the person may send proof again', async () => {
  await using desk = await openDesk({ now });
  await anEnterprise(desk);
  const chat = openChat(desk, 'webchat');
  const hoang = chat.person('84900302', { name: 'Lê Việt Hoàng' });
  await hoang.writes('/start');
  await hoang.presses('Đồng ý');

  await hoang.writes('/xacminh');
  await hoang.writes('0299101121');
  await hoang.writes('tôi làm ở đây');
  await hoang.writes('gửi');
  const because = 'Chưa có giấy giới thiệu của doanh nghiệp.';
  await asAdministrator(desk, (current) => refuseLinkRequest(current, { requestId: 1, because }));
  await chat.settle();
  await hoang.writes('/xacminh');
  await hoang.writes('0299101121');
  await hoang.sendsFile('giay-gioi-thieu.jpg');
  await hoang.presses('Gửi yêu cầu');

  await expect(linkingTranscript(hoang)).toMatchFileSnapshot(`${transcripts}/officer-refuses.txt`);
  expect(await linkRequestCards(desk.database.db, { state: 'open', past: null }, 10)).toHaveLength(1);
});

test('a tax code that is mistyped or nobody’s is said to be so, and the case stays possible', async () => {
  await using desk = await openDesk({ now });
  await anEnterprise(desk);
  const person = openChat(desk).person('84900303', { name: 'Người lạ' });
  await person.writes('/start');
  await person.presses('Đồng ý');

  await person.writes('/xacminh');
  await person.writes('mã số của tôi');
  await person.writes('0299101122');
  await person.writes('0100109106');
  await person.writes('hủy');

  await expect(linkingTranscript(person)).toMatchFileSnapshot(`${transcripts}/unknown-tax-code.txt`);
});

test('proof for a request that is still open is added to it, and a person proves one thing once', async () => {
  await using desk = await openDesk({ now });
  await anEnterprise(desk);
  const person = openChat(desk).person('84900304');
  await person.writes('/start');
  await person.presses('Đồng ý');
  for (const words of ['Tôi là kế toán', 'Bổ sung: giấy giới thiệu số 12']) {
    await person.writes('/xacminh');
    await person.writes(seaStar.taxCode);
    await person.writes(words);
    await person.presses('Gửi yêu cầu');
  }

  const cards = await linkRequestCards(desk.database.db, { state: 'open', past: null }, 10);

  expect(cards).toHaveLength(1);
  const proofs = await proofsOf(desk.database.db, cards[0]?.row.messageIds ?? []);
  expect([...proofs.values()].map(({ text }) => text)).toEqual(['Tôi là kế toán', 'Bổ sung: giấy giới thiệu số 12']);
});

test('whoever tries out tax codes is stopped after ten that nobody has', async () => {
  await using desk = await openDesk({ now });
  await anEnterprise(desk);
  const person = openChat(desk).person('84900305');
  await person.writes('/start');
  await person.presses('Đồng ý');
  await person.writes('/xacminh');
  for (let guess = 0; guess < 10; guess += 1) await person.writes(`030000000${guess}`);

  await person.writes('/xacminh');
  await person.writes(seaStar.taxCode);

  expect(person.lastWords).toContain('chỉ được nhận lại từ');
});
