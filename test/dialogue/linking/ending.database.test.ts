import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { sendAgain } from '../../../src/desk/conversations/send-again.ts';
import { endExpiredLinks, revokeLink } from '../../../src/desk/enterprises/stop-speaking.ts';
import { chatPage } from '../../../src/http/webchat-page-view.ts';
import { conversationById } from '../../../src/store/conversations.ts';
import { as, asAdministrator, refusalOf, told } from '../../support/administration.ts';
import { openChat, type Person } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, conversationOf, linkingTranscript, speaksFor } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/linking';

test('somebody whose right is revoked while the chat is open learns it at once and sees nothing of the enterprise', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const hoang = chat.person('84900501', { name: 'Lê Việt Hoàng' });
  await agrees(hoang);
  const linkId = await speaksFor(desk, '84900501', enterprise);
  await hoang.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await hoang.presses('Gửi');
  await hoang.writes('Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt');
  await hoang.presses('Vướng mắc mới');

  await asAdministrator(desk, (current) => revokeLink(current, { linkId }));
  await chat.settle();
  await hoang.writes('gửi');
  await hoang.writes('/hoso');
  await hoang.sends({ kind: 'choice', value: 'case:VM-2026-000001', acknowledge: null });
  await hoang.repliesTo('VM-2026-000001', 'Vẫn còn lỗi');
  await hoang.writes('/doanhnghiep');
  await hoang.writes('/vuongmac');
  await hoang.writes('Phần mềm lại báo lỗi A0084 khi gửi tờ khai tới 03TG');
  await hoang.presses('Gửi');

  await expect(linkingTranscript(hoang)).toMatchFileSnapshot(`${transcripts}/revoked.txt`);
  const [kept, later] = await desk.database.sql<{ enterpriseId: string | null; isVerified: boolean }[]>`
    select enterprise_id as "enterpriseId", is_verified as "isVerified" from cases order by id`;
  expect(kept).toMatchObject({ isVerified: true });
  expect(later).toEqual({ enterpriseId: null, isVerified: false });
});

test('the open cases of somebody who leaves go to the owner, with the answers that come after', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const mai = chat.person('84900502', { name: 'Trần Thị Mai' });
  const hoang = chat.person('84900503', { name: 'Lê Việt Hoàng' });
  await agrees(mai);
  await agrees(hoang);
  await speaksFor(desk, '84900502', enterprise, 'owner');
  await speaksFor(desk, '84900503', enterprise);
  await hoang.writes('Container đã có lệnh giao hàng nhưng chưa qua khu vực giám sát ở 03TG');
  await hoang.presses('Gửi');

  await hoang.writes('/roi');
  await hoang.presses('Thôi đại diện');
  await as(desk, desk.organisation.officers.lan, (current) =>
    reply(current, { reference: 'VM-2026-000001', text: 'Mời anh/chị kiểm tra lại.', next: 'nothing' }),
  );
  await chat.settle();
  await hoang.writes('/hoso');

  await expect(linkingTranscript(hoang)).toMatchFileSnapshot(`${transcripts}/leaves.txt`);
  await expect(linkingTranscript(mai)).toMatchFileSnapshot(`${transcripts}/colleague-left.txt`);
});

test('an answer that waits to be sent does not reach somebody who no longer speaks for the enterprise', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const hoang = chat.person('84900504');
  await agrees(hoang);
  const linkId = await speaksFor(desk, '84900504', enterprise);
  await hoang.writes('Container đã có lệnh giao hàng nhưng chưa qua khu vực giám sát ở 03TG');
  await hoang.presses('Gửi');
  await as(desk, desk.organisation.officers.lan, (current) =>
    reply(current, { reference: 'VM-2026-000001', text: 'Bí mật của doanh nghiệp.', next: 'nothing' }),
  );

  await asAdministrator(desk, (current) => revokeLink(current, { linkId }));
  await chat.settle();

  expect(hoang.seen.some(({ text }) => text.includes('Bí mật'))).toBe(false);
  const [event] = await desk.database.sql`select type from case_events where type = 'replyNotDelivered'`;
  expect(event).toBeDefined();
  const [unsaid] = await desk.database.sql`select message_id as id from outbox where state = 'failed'`;
  const again = await refusalOf(
    as(desk, desk.organisation.officers.lan, (current) => sendAgain(current, { messageId: Number(unsaid?.id) })),
  );
  expect(again.code).toBe('chatUnlinked');
});

test('a report stays with the one who made it, whatever becomes of them, and goes to no owner', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const mai = chat.person('84900509');
  const hoang = chat.person('84900510');
  await agrees(mai);
  await agrees(hoang);
  await speaksFor(desk, '84900509', enterprise, 'owner');
  const linkId = await speaksFor(desk, '84900510', enterprise);
  await hoang.writes('Cán bộ Nguyễn Thị Lan ở kv3 gợi ý bồi dưỡng 2 triệu mới cho qua');
  await hoang.presses('Gửi');

  await asAdministrator(desk, (current) => revokeLink(current, { linkId }));
  await chat.settle();
  await hoang.writes('/hoso');
  await mai.writes('/hoso');

  expect(hoang.lastWords).toContain('PA-2026-605033');
  expect(mai.seen.some(({ text }) => text.includes('PA-2026'))).toBe(false);
});

test('a link with a date ends on it, and the chat is told once', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const hoang = chat.person('84900505');
  await agrees(hoang);
  await speaksFor(desk, '84900505', enterprise, 'staff', new Date('2026-11-24T00:00:00+07:00'));

  desk.clock.set('2026-11-23T23:59:59+07:00');
  const before = await expire(desk);
  desk.clock.set('2026-11-24T00:00:00+07:00');
  await hoang.writes('/doanhnghiep');
  const atOnce = hoang.lastWords;
  const after = await expire(desk);
  await chat.settle();

  expect([before, after, await expire(desk)]).toEqual([0, 1, 0]);
  expect(atOnce).toContain('chưa liên kết với doanh nghiệp nào');
  expect(hoang.lastWords).toContain('Thời hạn đại diện');
  expect((await told(desk, 'registry')).at(-1)).toMatchObject({ type: 'linkEnded', detail: { because: 'expired' } });
});

test('an owner takes the right from a colleague, who is told; others may not', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const mai = chat.person('84900506', { name: 'Trần Thị Mai' });
  const hoang = chat.person('84900507', { name: 'Lê Việt Hoàng' });
  await agrees(mai);
  await agrees(hoang);
  const ownersLink = await speaksFor(desk, '84900506', enterprise, 'owner');
  await speaksFor(desk, '84900507', enterprise);
  await hoang.sends({ kind: 'choice', value: `link:end-yes:${ownersLink}`, acknowledge: null });
  const refused = hoang.lastWords;

  await mai.writes('/doanhnghiep');
  await mai.presses('Người đại diện');
  await mai.presses('Lê Việt Hoàng');
  await mai.presses('Thôi quyền');

  await expect(linkingTranscript(mai)).toMatchFileSnapshot(`${transcripts}/owner-revokes.txt`);
  expect(refused).toContain('Chỉ người quản lý');
  expect(hoang.lastWords).toContain('không còn đại diện');
});

test('the page of the web chat begins anew for somebody who no longer speaks for the enterprise', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk, 'webchat');
  const hoang = chat.person('84900508');
  await agrees(hoang);
  const linkId = await speaksFor(desk, '84900508', enterprise);
  await hoang.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await hoang.presses('Gửi');
  desk.clock.advanceMinutes(5);

  await asAdministrator(desk, (current) => revokeLink(current, { linkId }));

  const conversation = await conversationById(desk.database.db, await conversationOf(desk, '84900508'));
  const page = await chatPage(desk.database.db, conversation, {}, desk.clock.now());
  expect(page.messages).toHaveLength(1);
  expect(page.messages[0]?.text).toContain('không còn đại diện');
  expect(page.me.enterprise).toBeNull();
});

async function agrees(person: Person): Promise<void> {
  await person.writes('/start');
  await person.presses('Đồng ý');
}

function expire(desk: TestDesk): Promise<number> {
  return act(desk, { kind: 'schedule', name: 'end-links' }, endExpiredLinks);
}
