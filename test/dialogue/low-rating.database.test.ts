import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { ladderPass } from '../../src/desk/cases/ladder-timer.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { takeCase } from '../../src/desk/cases/take-case.ts';
import { checkEffect } from '../../src/desk/ratings/verification/check-effect.ts';
import { decideOutcome, type Outcome } from '../../src/desk/ratings/verification/decide-outcome.ts';
import { finishAction } from '../../src/desk/ratings/verification/finish-action.ts';
import { orderAction } from '../../src/desk/ratings/verification/order-action.ts';
import { openChat, transcriptOf } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { anEnterprise, seaStar, speaksFor } from '../support/linking.ts';
import { aStep, declares, invites } from '../support/ratings.ts';

const now = '2026-11-25T09:00:00+07:00';

test('one star is heard within seconds, answered in its time, appealed, answered again and rated itself', async () => {
  await using desk = await openDesk({ now });
  const rig = openChat(desk);
  const mai = rig.person('84900071');
  const { lan, control, leader, minh } = desk.organisation.officers;
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await speaksFor(desk, '84900071', await anEnterprise(desk, seaStar));
  await declares(desk, { taxCode: seaStar.taxCode, number: '107861377120', steps: slowSteps(lan.email) });
  await invites(desk, rig.channel);
  desk.clock.advanceMinutes(5);
  await invites(desk, rig.channel);
  await rig.settle();

  const tappedAt = desk.clock.now();
  await mai.presses('1 ⭐ Rất không hài lòng');
  const first = await openVerifications(desk);
  await mai.presses('Chậm, phải chờ lâu');
  await mai.writes('Hồ sơ gửi từ tám giờ mà quá trưa mới mở');
  await mai.writes('xong');
  const reference = String(first[0]?.reference);

  desk.clock.advanceMinutes(40);
  await as(desk, control.id, (a) => takeCase(a, { reference }));
  const text = 'Chúng tôi đã nhận xác minh. Anh/chị còn giữ ảnh màn hình lúc nộp hồ sơ không ạ?';
  await as(desk, control.id, (a) => reply(a, { reference, text, next: 'nothing' }));
  await rig.settle();
  await mai.presses('Bổ sung');
  await mai.sendsFile('man-hinh.jpg', 'Đây ạ');
  desk.clock.set('2026-11-27T10:00:00+07:00');
  const decides = (officerId: number, outcome: Outcome) => as(desk, officerId, (a) => decideOutcome(a, outcome));
  await decides(control.id, {
    reference,
    outcome: 'unclear',
    finding: 'Nhật ký ghi mở hồ sơ sau 3 giờ; chưa rõ giờ hồ sơ đủ.',
    told: 'Hồ sơ được mở sau 3 giờ; chúng tôi chưa xác định được thời điểm hồ sơ đủ.',
  });
  await rig.settle();

  desk.clock.advanceMinutes(90);
  await mai.presses('Đề nghị xem xét lại');
  const [, second] = await openVerifications(desk);
  const again = String(second?.reference);
  await mai.writes('Ảnh em gửi có giờ nộp đủ hồ sơ là 8 giờ 02 phút');
  await mai.presses('Đề nghị xem xét lại');
  // Nobody contacts them: the leader's own time runs out and they are told before they ask.
  desk.clock.set('2026-11-30T10:30:00+07:00');
  while ((await ladderPass(desk)) === 'more');
  await rig.settle();
  await decides(leader.id, {
    reference: again,
    outcome: 'substantiated',
    finding: 'Hồ sơ đủ lúc 08:02, mở lúc 11:00: quá thời hạn 2 giờ làm việc.',
    told: 'Hồ sơ đủ từ 08:02 nhưng 11:00 mới được mở, chậm hơn thời hạn 2 giờ làm việc. Chúng tôi xin lỗi Quý doanh nghiệp và đã giao việc khắc phục.',
  });
  const action = { what: 'Báo động khi hồ sơ luồng vàng chờ quá 90 phút', ownerId: minh.id, dueOn: '2026-12-04' };
  const id = await as(desk, leader.id, (a) => orderAction(a, { ...action, reference: again, checkAfterDays: 30 }));
  await rig.settle();
  await mai.presses('Đồng ý với kết quả');
  await rig.settle();
  await mai.presses('4 ⭐ Hài lòng');
  await as(desk, minh.id, (a) => finishAction(a, { id, note: 'Đã bật báo động.' }));
  desk.clock.set('2026-12-30T09:00:00+07:00');
  await as(desk, leader.id, (a) => checkEffect(a, { id, isEffective: true, note: 'Không còn hồ sơ quá hạn.' }));

  expect(first).toEqual([{ reference, openedAt: tappedAt, assignee: control.id, level: 1 }]);
  expect(second).toMatchObject({ assignee: leader.id, level: 2 });
  await expect(transcriptOf(mai)).toMatchFileSnapshot('../transcripts/ratings/low-to-appeal.txt');
  for (const { text: words } of mai.seen) expect(words).not.toContain(lan.name);
});

function as<Result>(desk: TestDesk, officerId: number, deed: Parameters<typeof act<Result>>[2]): Promise<Result> {
  return act(desk, { kind: 'officer', officerId }, deed);
}

async function openVerifications(desk: TestDesk) {
  const rows = await desk.database.sql`
    select reference, opened_at, assignee_id::int as assignee, level from cases where kind = 'verification' order by id`;
  return rows.map(({ reference, opened_at: openedAt, assignee, level }) => ({ reference, openedAt, assignee, level }));
}

function slowSteps(email: string) {
  return [
    aStep('registered', new Date('2026-11-23T01:00:00Z'), null),
    aStep('documentCheck', new Date('2026-11-23T04:00:00Z'), email),
  ];
}
