import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliverPass } from '../../../../src/channel/delivering.ts';
import { act } from '../../../../src/desk/act.ts';
import { confirmSolved } from '../../../../src/desk/cases/enterprise-judges.ts';
import { takeCase } from '../../../../src/desk/cases/take-case.ts';
import { appeal } from '../../../../src/desk/ratings/verification/appeal.ts';
import { checkEffect } from '../../../../src/desk/ratings/verification/check-effect.ts';
import { decideOutcome } from '../../../../src/desk/ratings/verification/decide-outcome.ts';
import { evidenceFor } from '../../../../src/desk/ratings/verification/evidence.ts';
import { finishAction } from '../../../../src/desk/ratings/verification/finish-action.ts';
import { orderAction } from '../../../../src/desk/ratings/verification/order-action.ts';
import { remindActions } from '../../../../src/desk/ratings/verification/remind-actions.ts';
import { openLog } from '../../../../src/log.ts';
import { lockCase } from '../../../../src/store/cases.ts';
import { caseExclusions, cases } from '../../../../src/store/schema/cases.ts';
import { conversations, messages } from '../../../../src/store/schema/conversations.ts';
import { officerChats, officers } from '../../../../src/store/schema/organisation.ts';
import { correctiveActions, ratings, verifications } from '../../../../src/store/schema/ratings.ts';
import { openChat } from '../../../support/chat.ts';
import { openDesk, type TestDesk } from '../../../support/desk.ts';
import { clearedDeclaration, rates } from './low-rating.ts';

// Monday.
const monday = '2026-11-23T09:15:00+07:00';

const told = 'Việc kiểm tra hàng hóa chậm hơn thời hạn quy định. Chúng tôi xin lỗi Quý doanh nghiệp.';

test('a low rating is looked into by somebody who has nothing to do with it, within the times of PL08', async () => {
  await using desk = await openDesk({ now: monday });
  const { lan, tuan, hoa, control } = desk.organisation.officers;
  await chatOf(desk, hoa.id, '8001');
  await clearedDeclaration(desk, aWeekAgo(desk));

  const { verification } = await rates(desk, { level: 1, reasons: ['slow'] });

  // Four and forty working hours on from a quarter past nine; the 24th is a holiday.
  expect(verification).toEqual({
    reference: 'DG-2026-942493',
    contactBy: new Date('2026-11-23T14:45:00+07:00'),
    answerBy: new Date('2026-12-01T09:15:00+07:00'),
  });
  const [row] = await desk.database.db.select().from(cases);
  expect(row).toMatchObject({ kind: 'verification', assigneeId: control.id, declarationNo: '107861204410', level: 1 });
  expect(row?.description).toBe(
    'Đánh giá 1 sao (Rất không hài lòng) về việc làm thủ tục tờ khai, tờ khai 107861204410: xử lý chậm',
  );
  const kept = await desk.database.db.select().from(caseExclusions).orderBy(asc(caseExclusions.officerId));
  expect(kept.map(({ officerId }) => officerId)).toEqual([lan.id, tuan.id]);
  const said = await saidTo(desk, hoa.id);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('vừa nhận một đánh giá thấp');
  expect(said[0]).not.toMatch(/1078612044|Đại Dương|DG-2026/);
});

test('one matter is verified once, however many subjects it is told of and however often it is changed', async () => {
  await using desk = await openDesk({ now: monday });
  const { lan, hoa } = desk.organisation.officers;
  await clearedDeclaration(desk, aWeekAgo(desk));
  await rates(desk, { level: 2 });

  const more = [
    await rates(desk, { reasons: ['attitude'] }),
    await rates(desk, { level: 1, subject: { kind: 'officer', key: String(lan.id) } }),
    await rates(desk, { level: 1, subject: { kind: 'unit', key: String(desk.organisation.units.port3) } }),
    await rates(desk, { comment: 'Trưởng Hải quan cửa khẩu Phạm Thị Hoa biết mà bỏ qua' }),
  ];

  expect(more.map(({ verification }) => verification)).toEqual([null, null, null, null]);
  const all = await desk.database.db.select().from(cases);
  expect(all).toHaveLength(1);
  expect(all[0]?.description.split('\n')).toHaveLength(3);
  expect(all[0]?.description).toContain('thái độ chưa đúng mực. Trưởng Hải quan cửa khẩu Phạm Thị Hoa biết');
  const kept = await desk.database.db.select().from(caseExclusions);
  expect(kept.find(({ officerId }) => officerId === hoa.id)?.because).toBe('subject');
  const traced = await desk.database.sql`
    select r.id from ratings r where not exists (select 1 from verification_ratings v where v.rating_id = r.id)`;
  expect(traced).toEqual([]);
});

test('three stars are looked into once they say why, and four never', async () => {
  await using desk = await openDesk({ now: monday });
  await clearedDeclaration(desk, aWeekAgo(desk));

  const opened = [
    (await rates(desk, { level: 4, reasons: ['clear'] })).verification,
    (await rates(desk, { level: 3 })).verification,
    (await rates(desk, { comment: 'Chờ lâu' })).verification?.reference,
  ];

  expect(opened).toEqual([null, null, 'DG-2026-942493']);
});

test('the evidence shows each step against the limit of law', async () => {
  await using desk = await openDesk({ now: monday });
  await clearedDeclaration(desk, aWeekAgo(desk));
  const reference = (await rates(desk, { level: 1 })).verification?.reference ?? '';

  const evidence = await act(desk, as(desk, 'control'), async ({ tx, ruleBook }) => {
    const row = await lockCase(tx, reference);
    if (row === null) throw new Error('There is no case');
    const [{ ratingId } = { ratingId: 0 }] = await tx
      .select()
      .from(verifications)
      .where(eq(verifications.caseId, row.id));
    return evidenceFor(tx, ruleBook, row, ratingId);
  });

  // Two working hours for documents, taken from eight to eleven; eight for goods, from eleven to eleven.
  expect(
    evidence.steps.map(({ step, officerName, limit }) => [step, officerName, limit?.usedMinutes, limit?.isOver]),
  ).toEqual([
    ['registered', null, undefined, undefined],
    ['documentCheck', 'Nguyễn Thị Lan', 180, true],
    ['physicalInspection', 'Trần Anh Tuấn', 480, false],
    ['cleared', null, undefined, undefined],
  ]);
});

test('only who was given the case decides, in words that name nobody, and the rating stays', async () => {
  await using desk = await openDesk({ now: monday });
  const reference = await openedVerification(desk);
  const decision = { reference, outcome: 'unsubstantiated' as const, finding: 'Nhầm tờ khai khác.' };

  await expect(
    decides(desk, 'control', { ...decision, told: 'Công chức Nguyen Thi Lan không có lỗi.' }),
  ).rejects.toThrow('đang nêu tên Nguyễn Thị Lan');
  await expect(decides(desk, 'lan', { ...decision, told })).rejects.toMatchObject({ code: 'notFound' });
  await expect(decides(desk, 'leader', { ...decision, told })).rejects.toMatchObject({ code: 'notFound' });
  await decides(desk, 'control', { ...decision, told });
  await expect(decides(desk, 'control', { ...decision, told })).rejects.toMatchObject({ code: 'alreadyDecided' });
  await deliverAll(desk);

  const [row] = await desk.database.db.select().from(cases);
  const [found] = await desk.database.db.select().from(verifications);
  expect(row?.state).toBe('resolved');
  expect(found).toMatchObject({ outcome: 'unsubstantiated', toldAt: desk.clock.now() });
  expect(await desk.database.db.select().from(ratings)).toMatchObject([{ level: 1 }]);
});

test('what is ordered has an owner, a day and a look at whether it helped; what did not help goes on', async () => {
  await using desk = await openDesk({ now: monday });
  const { hoa, tuan, lan, leader } = desk.organisation.officers;
  await chatOf(desk, hoa.id, '8001');
  const reference = await openedVerification(desk);
  const action = {
    reference,
    what: 'Bố trí đủ người kiểm tra vào buổi chiều',
    ownerId: hoa.id,
    dueOn: '2026-11-27',
    checkAfterDays: 30 as const,
  };
  const orders = (change: Partial<typeof action>) =>
    act(desk, as(desk, 'control'), (a) => orderAction(a, { ...action, ...change }));

  await expect(orders({})).rejects.toMatchObject({ code: 'notDecided' });
  await decides(desk, 'control', { reference, outcome: 'substantiated', finding: 'Chậm 60 phút.', told });
  await expect(orders({ ownerId: tuan.id })).rejects.toMatchObject({ code: 'conflictOfInterest' });
  await expect(orders({ dueOn: '2026-11-20' })).rejects.toMatchObject({ code: 'dateIsPast' });
  const id = await orders({});
  await expect(finishes(desk, 'lan', id)).rejects.toMatchObject({ code: 'notFound' });
  await expect(checks(desk, { id, isEffective: true })).rejects.toMatchObject({ code: 'notDone' });
  await finishes(desk, 'hoa', id);
  await expect(finishes(desk, 'hoa', id)).rejects.toMatchObject({ code: 'alreadyDone' });
  await expect(checks(desk, { id, isEffective: false })).rejects.toMatchObject({ code: 'nextMissing' });
  await checks(desk, { id, isEffective: false, next: { ...action, what: 'Thêm một ca trực', dueOn: '2026-12-31' } });

  const all = await desk.database.db.select().from(correctiveActions).orderBy(asc(correctiveActions.id));
  expect(all.map(({ what, isEffective, checkDueOn }) => [what, isEffective, checkDueOn])).toEqual([
    ['Bố trí đủ người kiểm tra vào buổi chiều', false, '2026-12-23'],
    ['Thêm một ca trực', null, null],
  ]);
  const said = (await saidTo(desk, hoa.id)).slice(1);
  expect(said).toHaveLength(2);
  for (const words of said) expect(words).not.toMatch(/DG-2026|1078612044|Đại Dương|đánh giá/);
  expect(await saidTo(desk, lan.id)).toEqual([]);

  await finishes(desk, 'hoa', all[1]?.id ?? 0);
  await checks(desk, { id: all[1]?.id ?? 0, isEffective: false, next: 'raise' });
  const alerted = await desk.database.sql`select officer_id::int as id from alerts where kind = 'raised'`;
  expect(alerted).toEqual([{ id: leader.id }]);
});

test('an action that is late is said once to its owner, then to whoever leads the owner, and only in working hours', async () => {
  await using desk = await openDesk({ now: monday });
  const { minh, dung } = desk.organisation.officers;
  await chatOf(desk, minh.id, '8001');
  await chatOf(desk, dung.id, '8002');
  const reference = await openedVerification(desk);
  await decides(desk, 'control', { reference, outcome: 'substantiated', finding: 'Chậm.', told });
  await act(desk, as(desk, 'control'), (a) =>
    orderAction(a, { reference, what: 'Sửa quy trình', ownerId: minh.id, dueOn: '2026-11-25', checkAfterDays: 30 }),
  );
  const reminds = async (now: string) => {
    desk.clock.set(now);
    return act(desk, { kind: 'schedule', name: 'test' }, remindActions);
  };

  const counts = [
    await reminds('2026-11-23T16:00:00+07:00'),
    await reminds('2026-11-23T16:30:00+07:00'),
    await reminds('2026-11-25T20:00:00+07:00'),
    await reminds('2026-11-26T08:30:00+07:00'),
    await reminds('2026-11-30T08:30:00+07:00'),
    await reminds('2026-12-01T08:30:00+07:00'),
  ];

  expect(counts).toEqual([1, 0, 0, 1, 1, 0]);
  expect((await saidTo(desk, minh.id)).map((text) => text.split('\n')[0])).toEqual([
    '*Biện pháp khắc phục được giao cho anh/chị*',
    '*Sắp đến hạn biện pháp khắc phục* (hết ngày 25/11/2026)',
    '*Quá hạn biện pháp khắc phục* (hạn 25/11/2026)',
  ]);
  expect((await saidTo(desk, dung.id)).map((text) => text.split('\n')[0])).toEqual([
    '*Biện pháp khắc phục quá hạn* – Lê Quang Minh, hạn 25/11/2026',
  ]);
});

test('an enterprise that is not content has somebody else look again, one level up and once', async () => {
  await using desk = await openDesk({ now: monday });
  const { control, leader } = desk.organisation.officers;
  const reference = await openedVerification(desk);
  const by = { kind: 'contact', conversationId: desk.organisation.conversationId } as const;
  const appeals = (about: string) => act(desk, by, (a) => appeal(a, { reference: about }));

  await expect(appeals(reference)).rejects.toMatchObject({ code: 'notDecided' });
  await decides(desk, 'control', { reference, outcome: 'unclear', finding: 'Không đủ dữ liệu.', told });
  const second = await appeals(reference);
  await expect(appeals(reference)).rejects.toMatchObject({ code: 'appealedAlready' });
  await expect(
    act(desk, as(desk, 'control'), (a) => takeCase(a, { reference: second.reference })),
  ).rejects.toMatchObject({ code: 'notFound' });
  await decides(desk, 'leader', { reference: second.reference, outcome: 'substantiated', finding: 'Có lỗi.', told });
  await expect(appeals(second.reference)).rejects.toMatchObject({ code: 'noFurtherLevel' });
  await act(desk, by, (a) => confirmSolved(a, { reference: second.reference }));

  const rows = await desk.database.db.select().from(cases).orderBy(asc(cases.id));
  expect(rows.map(({ state, level, assigneeId }) => [state, level, assigneeId])).toEqual([
    ['closed', 1, control.id],
    ['closed', 2, leader.id],
  ]);
});

function as(desk: TestDesk, who: 'control' | 'leader' | 'lan' | 'hoa') {
  return { kind: 'officer', officerId: desk.organisation.officers[who].id } as const;
}

function aWeekAgo(desk: TestDesk) {
  const { lan, tuan } = desk.organisation.officers;
  return { from: '2026-11-16T08:00:00+07:00', by: { documentCheck: lan, physicalInspection: tuan } };
}

async function openedVerification(desk: TestDesk): Promise<string> {
  await clearedDeclaration(desk, aWeekAgo(desk));
  return (await rates(desk, { level: 1 })).verification?.reference ?? '';
}

function decides(desk: TestDesk, who: 'control' | 'leader' | 'lan', outcome: Parameters<typeof decideOutcome>[1]) {
  return act(desk, as(desk, who), (a) => decideOutcome(a, outcome));
}

function finishes(desk: TestDesk, who: 'hoa' | 'lan', id: number) {
  return act(desk, as(desk, who), (a) => finishAction(a, { id, note: 'Đã làm' }));
}

function checks(desk: TestDesk, check: Omit<Parameters<typeof checkEffect>[1], 'note'>) {
  return act(desk, as(desk, 'control'), (a) => checkEffect(a, { note: 'Đã xem lại số liệu', ...check }));
}

async function deliverAll(desk: TestDesk): Promise<void> {
  const { channel } = openChat(desk);
  await desk.database.db.update(conversations).set({ account: channel.account });
  while ((await deliverPass({ desk, channels: [channel], log: openLog('silent') })) > 0);
}

async function chatOf(desk: TestDesk, officerId: number, address: string): Promise<void> {
  const at = desk.clock.now();
  const chat = { channel: 'telegram' as const, account: '7000000001', address, dialogue: {}, officerId };
  const [row] = await desk.database.db
    .insert(conversations)
    .values({ ...chat, createdAt: at, lastMessageAt: at })
    .returning();
  await desk.database.db.insert(officerChats).values({ officerId, conversationId: row?.id ?? 0, linkedAt: at });
}

async function saidTo(desk: TestDesk, officerId: number): Promise<string[]> {
  const rows = await desk.database.db
    .select({ text: messages.text })
    .from(messages)
    .innerJoin(officerChats, eq(officerChats.conversationId, messages.conversationId))
    .innerJoin(officers, eq(officers.id, officerChats.officerId))
    .where(eq(officers.id, officerId))
    .orderBy(asc(messages.id));
  return rows.map(({ text }) => text);
}
